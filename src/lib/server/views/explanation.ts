import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { explain } from '#lib/indicators/index.ts';
import type { Indicator, Measure, State } from '#lib/indicators/types.ts';
import { gather, nationalFacts } from '../compute/facts.ts';
import type { Database } from '../db/schema.ts';
import { baselineOf } from './baseline.ts';
import type { Viewer } from '../visibility.ts';

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
		members: readonly string[];
		period: Period;
	}
): Promise<ExplainedLine[]> {
	const { viewer, indicator, measure, municipality, members, period } = options;
	const [gathered, national] = await Promise.all([gather(db, [municipality]), nationalFacts(db)]);
	const base = isQuarter(period)
		? await baselineOf(db, { viewer, members, quarter: period })
		: null;
	const facts = gathered[0];
	const found =
		facts &&
		explain(
			indicator,
			measure.dimension,
			{ ...facts, national, baseFor: () => base ?? undefined },
			period
		);

	return (found?.inputs ?? []).map(({ label, column, value, state, facts: rows }) => {
		const [dataset = '', name = ''] = column.split('.');
		const periods = new Set(rows.map((row) => row.period));
		const only = periods.size === 1 ? [...periods][0] : null;
		const query = new URLSearchParams({ conjunto: dataset, municipio: municipality });
		if (only) query.set('periodo', only);
		return {
			label,
			from: columnName(dataset, name),
			value,
			state: state ?? 'ok',
			rows: rows.length,
			records: `/api/v1/registros.csv?${query}`
		};
	});
}

/** «Contexto: Población total» of `contexto.poblacion_total`. */
export function columnName(dataset: string, column: string): string {
	const found = findDataset(dataset);
	const label = found?.columns[column]?.label;
	return found ? `${found.title}${label ? `: ${label}` : ''}` : `${dataset}.${column}`;
}
