import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Indicator, Measure, State } from '#lib/indicators/types.ts';
import { csvAddress } from '#lib/words/address.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { takeApart } from './taken-apart.ts';

/** One input of a figure, with where its rows can be seen. */
export type ExplainedLine = {
	readonly label: string;
	/** «Contexto: Población total». */
	readonly from: string;
	readonly value: number | null;
	readonly state: State;
	readonly rows: number;
	/** The accepted rows with file and line, as CSV. */
	readonly records: string;
};

/** A figure of one municipality taken apart, down to the rows that it was computed from. */
export async function explanation(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		municipality: string;
		period: Period;
	}
): Promise<ExplainedLine[]> {
	const { measure, municipality } = options;
	const found = await takeApart(db, { ...options, dimension: measure.dimension });

	return (found?.inputs ?? []).map(({ label, column, value, state, facts: rows }) => {
		const [dataset = '', name = ''] = column.split('.');
		const periods = new Set(rows.map((row) => row.period));
		const only = periods.size === 1 ? [...periods][0] : null;
		return {
			label,
			from: columnName(dataset, name),
			value,
			state: state ?? 'ok',
			rows: rows.length,
			records: csvAddress('registros', {
				conjunto: dataset,
				municipio: municipality,
				...(only && { periodo: only })
			})
		};
	});
}

/** «Contexto: Población total» of `contexto.poblacion_total`. */
export function columnName(dataset: string, column: string): string {
	const found = findDataset(dataset);
	const label = found?.columns[column]?.label;
	return found ? `${found.title}${label ? `: ${label}` : ''}` : `${dataset}.${column}`;
}
