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
	for (const row of rows) {
		const key = JSON.stringify(columns.map((column) => row.cells[column] ?? null));
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()];
}
