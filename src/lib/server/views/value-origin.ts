import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Fact } from '#lib/domain/record.ts';
import { isPeriod, periodName, type Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import type { ExplainedInput, Indicator, Measure, State } from '#lib/indicators/types.ts';
import { keyOf } from '#lib/intake/records.ts';
import { csvAddress } from '#lib/words/address.ts';
import { formulaWithNumbers, valueAddress } from '#lib/words/origin.ts';
import type { Database } from '../db/schema.ts';
import type { Originals } from '../originals.ts';
import { recordsByKey, type ProvenRecord } from '../queries/origin.ts';
import type { Viewer } from '../visibility.ts';
import { columnName } from './explanation.ts';
import { tell } from './indicator-line.ts';
import { cellProof, fileProof, type CellProof, type FileProof } from './proof.ts';
import { takeApart } from './taken-apart.ts';
import { typedInEach } from './typed.ts';

/** One input of a figure with the cells that it was taken from. */
export type InputOrigin = {
	readonly label: string;
	/** «Contexto: Población total». */
	readonly from: string;
	readonly value: number | null;
	readonly state: State;
	/** The page that tells how this input itself was worked out, where it is a figure too. */
	readonly figure: { readonly title: string; readonly address: string } | null;
	readonly cells: readonly CellProof[];
	/** Rows that are not shown here, and where all of them are. */
	readonly more: number;
	readonly records: string;
};

export type ValueOrigin = {
	readonly formula: string;
	/** The formula with its figures; null where it is said in words. */
	readonly withNumbers: string | null;
	readonly inputs: readonly InputOrigin[];
	readonly files: readonly FileProof[];
};

/** Rows of one input that a page shows, and files that it reads again. */
const mostRows = 40;
const mostFiles = 12;

/** A figure down to the cells of the files that it was computed from. */
export async function valueOrigin(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		originals: Originals;
		indicator: Indicator;
		measure: Measure;
		municipality: string;
		period: Period;
	}
): Promise<ValueOrigin> {
	const { viewer, originals, measure, municipality } = options;
	const found = await takeApart(db, { ...options, dimension: measure.dimension });
	const inputs = found?.inputs ?? [];
	const shown = inputs.map((input) => rowsOf(input, municipality));

	const records = await provenRecords(db, viewer, shown.flat());
	const used = [...new Set(records.values())];
	const submissions = [...new Set(used.map(({ submission }) => submission))];
	const typed = await typedInEach(db, { originals, submissions: submissions.slice(0, mostFiles) });

	return {
		formula: measure.formula,
		withNumbers: formulaWithNumbers(measure.formula, inputs) ?? null,
		inputs: inputs.map((input, index) => {
			const [dataset = '', column = ''] = input.column.split('.');
			return {
				label: input.label,
				from: columnName(dataset, column),
				value: input.value,
				state: input.state ?? 'ok',
				figure: figureOf(input, municipality),
				cells: (shown[index] ?? []).flatMap((row) => {
					const record = records.get(nameOf(row));
					if (!record) return [];
					const at = { column, typed: typed(record.submission)(record.line, column) };
					return [cellProof(record, { ...at, hasValue: input.value !== null })];
				}),
				more: Math.max(0, input.facts.length - mostRows),
				records: csvAddress('registros', { conjunto: dataset, municipio: municipality })
			};
		}),
		files: submissions.flatMap((id) => {
			const record = used.find(({ submission }) => submission === id);
			return record ? [fileProof(viewer, record)] : [];
		})
	};
}

function figureOf({ figure, facts }: ExplainedInput, of: string): InputOrigin['figure'] {
	const [period, other] = new Set(facts.map((fact) => fact.period));
	const indicator = figure && findIndicator(figure.indicator);
	const measure = indicator?.measures.find(({ dimension }) => dimension === figure?.dimension);
	if (!indicator || !measure || !period || other || !isPeriod(period)) return null;
	const told = { slug: indicator.slug, of, period, measure: measure.dimension };
	return {
		title: `${tell(indicator, measure).title}, ${periodName(period)}`,
		address: valueAddress(told)
	};
}

type Row = { readonly dataset: string; readonly key: string };

function rowsOf({ column, facts }: ExplainedInput, municipality: string): Row[] {
	// The area is the registry's, which formulas take from elsewhere than the facts.
	const registry = findDataset('municipios');
	if (facts.length === 0 && registry && column.startsWith(`${registry.id}.`)) {
		const name = registry.municipality ?? '';
		return [{ dataset: registry.id, key: keyOf(registry, { [name]: municipality }) }];
	}
	return facts.slice(0, mostRows).flatMap(rowOf);
}

function rowOf(fact: Fact): Row[] {
	const dataset = findDataset(fact.dataset);
	return dataset ? [{ dataset: dataset.id, key: keyOf(dataset, fact.cells) }] : [];
}

async function provenRecords(
	db: Kysely<Database>,
	viewer: Viewer,
	rows: readonly Row[]
): Promise<Map<string, ProvenRecord>> {
	const found = new Map<string, ProvenRecord>();
	for (const dataset of new Set(rows.map((row) => row.dataset))) {
		const keys = [...new Set(rows.filter((row) => row.dataset === dataset).map(({ key }) => key))];
		for (const record of await recordsByKey(db, { viewer, dataset, keys }).execute())
			found.set(nameOf(record), record);
	}
	return found;
}

function nameOf({ dataset, key }: Row): string {
	return `${dataset} ${key}`;
}
