import type { Blank, CellValue } from '#lib/domain/record.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import type { CurrentRecord } from './current.ts';

/** One cell of a row that is already stored with another content. */
export type CellChange = {
	readonly column: string;
	readonly before: CellValue;
	readonly after: CellValue;
	/** Kinds of blank, where the value is null. */
	readonly blankBefore?: Blank;
	readonly blankAfter?: Blank;
};

export type ChangedRow = {
	readonly row: StoredRow;
	readonly before: CurrentRecord;
	readonly cells: readonly CellChange[];
};

/** What confirming a file would do to what is stored. Missing rows stay as they are. */
export type Changes = {
	readonly added: readonly StoredRow[];
	readonly changed: readonly ChangedRow[];
	readonly equal: number;
	readonly missing: readonly CurrentRecord[];
};

/** As stored with a submission and printed on its receipt. */
export type Counts = {
	filas: number;
	nuevas: number;
	cambian: number;
	iguales: number;
	faltan: number;
	/** Of those stored and absent, the ones that the file retired; absent when nobody asked for it. */
	retiradas?: number;
};

/** Compares the rows of a file with the current records of the same municipalities and periods. */
export function compareRows(
	rows: readonly StoredRow[],
	current: ReadonlyMap<string, CurrentRecord>
): Changes {
	const added: StoredRow[] = [];
	const changed: ChangedRow[] = [];
	let equal = 0;

	for (const row of rows) {
		const before = current.get(row.key);
		if (!before) {
			added.push(row);
			continue;
		}
		const cells = changedCells(row, before);
		if (cells.length > 0) changed.push({ row, before, cells });
		else equal++;
	}

	const scopes = new Set(rows.map(scopeOf));
	const keys = new Set(rows.map((row) => row.key));
	const missing = [...current.values()].filter(
		(record) => scopes.has(scopeOf(record)) && !keys.has(record.key)
	);
	return { added, changed, equal, missing };
}

/**
 * How many rows are new, change, stay equal, or are stored and absent from the file.
 *
 * @param retired how many of the absent ones are retired
 */
export function countChanges(changes: Changes, retired = 0): Counts {
	const { added, changed, equal, missing } = changes;
	return {
		filas: added.length + changed.length + equal,
		nuevas: added.length,
		cambian: changed.length,
		iguales: equal,
		faltan: missing.length - retired,
		...(retired > 0 && { retiradas: retired })
	};
}

function changedCells(row: StoredRow, before: CurrentRecord): CellChange[] {
	const columns = new Set([...Object.keys(before.cells), ...Object.keys(row.cells)]);
	const changes: CellChange[] = [];
	for (const column of columns) {
		const old = before.cells[column] ?? null;
		const value = row.cells[column] ?? null;
		const blankBefore = blankOf(before, column);
		const blankAfter = blankOf(row, column);
		if (old === value && blankBefore === blankAfter) continue;
		changes.push({ column, before: old, after: value, blankBefore, blankAfter });
	}
	return changes;
}

// A column that was declared after a row was stored is as empty there as an empty cell.
function blankOf(row: Pick<StoredRow, 'cells' | 'blanks'>, column: string): Blank | undefined {
	if ((row.cells[column] ?? null) !== null) return undefined;
	return row.blanks[column] ?? 'vacio';
}

/** The municipality and period that a row is about, as one text. */
export function scopeOf({
	municipality,
	period
}: Pick<StoredRow, 'municipality' | 'period'>): string {
	return `${municipality ?? ''}|${period ?? ''}`;
}
