import type { Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import { keyColumns } from '#lib/datasets/types.ts';
import type { Blanks, Cells } from '#lib/domain/record.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** A stored row that nothing has superseded. */
export type CurrentRecord = {
	readonly id: number;
	readonly key: string;
	readonly municipality: string | null;
	readonly period: string | null;
	readonly cells: Cells;
	readonly blanks: Blanks;
	readonly submission: string;
	readonly line: number;
};

/** Current records of the municipalities and periods of a file, and those with a key of the file, by key. */
export async function currentRecords(
	db: Kysely<Database>,
	{ dataset, rows }: { dataset: Dataset; rows: readonly StoredRow[] }
): Promise<Map<string, CurrentRecord>> {
	const found = new Map<string, CurrentRecord>();
	for (const record of await recordsAround(db, { dataset, rows }).execute())
		found.set(record.key, record);

	if (!placeIsInKey(dataset)) {
		const keys = rows.map((row) => row.key);
		const byKey = recordsOfDataset(db, dataset).where('key', 'in', textList(keys));
		for (const record of await byKey.execute()) found.set(record.key, record);
	}
	return found;
}

/** All columns of a stored row by name, keys included. */
export function allCells(record: { readonly key: string; readonly cells: Cells }): Cells {
	const before = cellsOf.get(record);
	if (before) return before;
	const keys: Cells = JSON.parse(record.key);
	const all = { ...keys, ...record.cells };
	cellsOf.set(record, all);
	return all;
}

/** Says what `allCells` would find in a row that was just read, without taking its key apart. */
export function knowCells(record: { readonly key: string }, cells: Cells): void {
	cellsOf.set(record, cells);
}

// A row is looked at by many rules, one after the other.
const cellsOf = new WeakMap<object, Cells>();

function recordsAround(
	db: Kysely<Database>,
	{ dataset, rows }: { dataset: Dataset; rows: readonly StoredRow[] }
) {
	let query = recordsOfDataset(db, dataset);
	const municipalities = distinct(rows.map((row) => row.municipality));
	const periods = distinct(rows.map((row) => row.period));
	if (dataset.municipality) query = query.where('municipality', 'in', textList(municipalities));
	if (dataset.period) query = query.where('period', 'in', textList(periods));
	return query;
}

function recordsOfDataset(db: Kysely<Database>, dataset: Dataset) {
	return db
		.selectFrom('record')
		.where('dataset', '=', dataset.id)
		.where('until', 'is', null)
		.select(['id', 'key', 'municipality', 'period', 'cells', 'blanks', 'submission', 'line']);
}

// With municipality and period in the key, whatever shares a key shares them too.
function placeIsInKey(dataset: Dataset): boolean {
	const keys = keyColumns(dataset);
	return [dataset.municipality, dataset.period].every((name) => !name || keys.includes(name));
}

function distinct(values: readonly (string | null)[]): string[] {
	return [...new Set(values.filter((value) => value !== null))];
}
