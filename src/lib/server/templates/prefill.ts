import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { isQuarter, quarterName } from '#lib/domain/quarter.ts';
import { periodFor, startRows } from '#lib/intake/template-rows.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { recordsOf } from '#lib/server/queries/records.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import type { TemplateBook, TemplateSheet } from './workbook.ts';

/** For whom and when a template is: a municipality by ubigeo, a quarter or a year. */
export type TemplateFor = {
	readonly viewer: Viewer;
	readonly municipality?: string;
	readonly period?: string;
};

/** Datasets that a municipality tells each quarter: the sheets of the quarter's workbook. */
export const quarterly: readonly Dataset[] = datasets.filter(
	({ municipality, period, columns }) =>
		municipality !== undefined && columns[period ?? '']?.type === 'quarter'
);

/** Templates filled with what is stored; undefined when there is no such municipality. */
export async function filledTemplates(
	db: Kysely<Database>,
	asked: readonly Dataset[],
	{ viewer, municipality, period }: TemplateFor
): Promise<TemplateBook | undefined> {
	const ubigeos = municipality === undefined ? [] : [municipality];
	const [place] = await municipalityNames(db, { viewer, ubigeos }).execute();
	if (municipality !== undefined && !place) return undefined;

	const sheets: TemplateSheet[] = [];
	for (const dataset of asked) {
		const own = period === undefined ? undefined : periodFor(dataset, period);
		const stored = await storedRows(db, dataset, { viewer, municipality });
		sheets.push({
			dataset,
			period: own,
			rows: startRows(dataset, stored, { municipality, period: own })
		});
	}
	const when = period !== undefined && isQuarter(period) ? quarterName(period) : period;
	const what = asked.length === 1 ? asked[0]?.title : undefined;
	return {
		sheets,
		names: place && new Map([[place.ubigeo, place.name]]),
		title: [what, place?.name, when].filter(Boolean).join(', ') || 'Plantilla'
	};
}

/** What is stored of a municipality; of the whole country only where there are no municipalities. */
async function storedRows(
	db: Kysely<Database>,
	dataset: Dataset,
	{ viewer, municipality }: Pick<TemplateFor, 'viewer' | 'municipality'>
) {
	if (dataset.municipality !== undefined && municipality === undefined) return [];
	const place = dataset.municipality === undefined ? undefined : municipality;
	return recordsOf(db, { viewer, dataset: dataset.id, municipality: place }).execute();
}
