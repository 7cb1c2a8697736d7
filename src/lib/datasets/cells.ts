import type { Cells, Row } from '../domain/record.ts';

/** The number in a cell; null when it is blank or something else. */
export function numberIn(cells: Cells, column: string): number | null {
	const value = cells[column];
	return typeof value === 'number' ? value : null;
}

/** The text or code in a cell; null when it is blank or something else. */
export function textIn(cells: Cells, column: string): string | null {
	const value = cells[column];
	return typeof value === 'string' && value !== '' ? value : null;
}

/** Whether a flag says yes. The reader keeps flags as 1 and 0. */
export function isYes(cells: Cells, column: string): boolean {
	return cells[column] === 1 || cells[column] === true;
}

/** Whether a flag says no; a blank says nothing. */
export function isNo(cells: Cells, column: string): boolean {
	return cells[column] === 0 || cells[column] === false;
}

/** Rows that share the values of some columns, in the order of the file. One pass. */
export function groupRows(rows: readonly Row[], columns: readonly string[]): Row[][] {
	const groups = new Map<string, Row[]>();
	let group: Row[] | undefined;
	for (const row of rows) {
		// Rows of one group mostly stand together.
		const before = group?.[0];
		if (!before || !isAlike(row.cells, before.cells, columns)) {
			const key = groupKey(row.cells, columns);
			group = groups.get(key);
			if (group === undefined) groups.set(key, (group = []));
		}
		group?.push(row);
	}
	return [...groups.values()];
}

function isAlike(cells: Cells, others: Cells, columns: readonly string[]): boolean {
	for (const name of columns) if ((cells[name] ?? null) !== (others[name] ?? null)) return false;
	return true;
}

/** A text that is the same for the same values only: of each its type, its length and itself. */
function groupKey(cells: Cells, columns: readonly string[]): string {
	let key = '';
	for (const name of columns) {
		const value = cells[name] ?? null;
		if (typeof value === 'string') key += `${value.length}s${value}`;
		else key += `${String(value)};`;
	}
	return key;
}
