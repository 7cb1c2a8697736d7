import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Blank, Blanks, Cells, CellValue, Row } from '#lib/domain/record.ts';
import { keyColumns, type Dataset } from '#lib/datasets/types.ts';

/** A row as it is stored: its key apart from its other cells. */
export type StoredRow = {
	readonly dataset: string;
	/** Canonical JSON of the key columns. */
	readonly key: string;
	/** Ubigeo, or a network's code; null where the dataset has no municipality. */
	readonly municipality: string | null;
	/** Quarter or year; null where the dataset has none. */
	readonly period: string | null;
	readonly line: number;
	/** Cells of the columns that are not of the key. */
	readonly cells: Cells;
	/** Kinds of blank of all columns. */
	readonly blanks: Blanks;
};

/** What tells a row from any other of its dataset, as canonical JSON. */
export function keyOf(dataset: Dataset, cells: Cells): string {
	return canonicalJson(
		Object.fromEntries(keyColumns(dataset).map((name) => [name, cells[name] ?? null]))
	);
}

/** A row that was read, as it is stored. */
export function toRecord(dataset: Dataset, row: Row): StoredRow {
	const rest: Record<string, CellValue> = {};
	for (const [name, column] of Object.entries(dataset.columns)) {
		if (!column.key) rest[name] = row.cells[name] ?? null;
	}
	return {
		dataset: dataset.id,
		key: keyOf(dataset, row.cells),
		municipality: textIn(row.cells, dataset.municipality),
		period: textIn(row.cells, dataset.period),
		line: row.line,
		cells: rest,
		blanks: row.blanks
	};
}

function textIn(cells: Cells, name: string | undefined): string | null {
	const value = name === undefined ? null : (cells[name] ?? null);
	return value === null ? null : String(value);
}

/**
 * Every column by name in the order declared, keys included. `vacios` says why a column is blank,
 * and is there only when some blank is of another kind than «vacio».
 */
export function flatRecord(
	dataset: Dataset,
	row: { readonly cells: Cells; readonly blanks: Blanks }
): Record<string, CellValue | Blanks> {
	const flat: Record<string, CellValue | Blanks> = {};
	const kinds: Record<string, Blank> = {};
	for (const name of Object.keys(dataset.columns)) {
		flat[name] = row.cells[name] ?? null;
		const blank = row.blanks[name];
		if (blank !== undefined && blank !== 'vacio') kinds[name] = blank;
	}
	if (Object.keys(kinds).length > 0) flat['vacios'] = kinds;
	return flat;
}

/**
 * The rows as one text that is equal for equal content, whatever the file's encoding, separator,
 * number style or order of columns and rows. What is stored is compared by its digest.
 */
export function digestText(dataset: Dataset, rows: readonly Row[]): string {
	const lines = rows.map((row) => {
		const { key, cells, blanks } = toRecord(dataset, row);
		return `${key}\t${canonicalJson({ ...cells })}\t${canonicalJson({ ...blanks })}`;
	});
	return [dataset.id, ...lines.sort()].join('\n');
}
