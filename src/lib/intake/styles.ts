import type { Column } from '#lib/datasets/types.ts';
import { isNumber, styleOfColumn, type ColumnStyle } from './cells/number-style.ts';
import type { Style } from './cells/number-shape.ts';
import { seen } from './cells/read.ts';
import type { RawRow } from './tokenize.ts';

/** How each column of numbers is written, decided from all its cells. */
export function decideStyles(
	columns: Readonly<Record<string, Column>>,
	rows: readonly RawRow[],
	textOf: (row: RawRow, name: string) => string | undefined,
	chosen: Readonly<Record<string, Style>> = {}
): Map<string, ColumnStyle> {
	const styles = new Map<string, ColumnStyle>();
	for (const [name, column] of Object.entries(columns)) {
		if (!isNumber(column) || !rows[0] || textOf(rows[0], name) === undefined) continue;
		const choice = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
		styles.set(name, styleOfColumn(column, cellsOf(rows, name, textOf), choice));
	}
	return styles;
}

function* cellsOf(
	rows: readonly RawRow[],
	name: string,
	textOf: (row: RawRow, name: string) => string | undefined
) {
	for (const row of rows) yield { line: row.line, text: seen(textOf(row, name) ?? '') };
}
