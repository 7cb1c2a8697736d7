import type { Column } from '#lib/datasets/types.ts';
import { shapeOf, type Style } from './number-shape.ts';
import { signsOf } from './number-signs.ts';
import { blankOf } from './blank.ts';

/** How the numbers of one column are written, decided from all its cells. */
export type ColumnStyle = {
	readonly style: Style;
	/** The first cell that reads as two numbers, when no other cell of the column tells which. */
	readonly ambiguous?: { line: number; others: number };
	/** The first cell that only its range tells apart. */
	readonly byRange?: { line: number; value: number; other: number };
	/** The most decimals that a cell of the column has without doubt, when `1.380` has more. */
	readonly decimals?: number;
};

export const longestNumber = 60;

/** Whether the cells of a column are numbers, whose style has to be found out. */
export function isNumber({ type }: Column): boolean {
	return type === 'count' || type === 'decimal' || type === 'percent';
}

/** Decides the style of a column. `cells` are its cells as seen, with their lines. */
export function styleOfColumn(
	column: Column,
	cells: Iterable<{ line: number; text: string }>,
	chosen?: Style
): ColumnStyle {
	const evidence = { point: 0, comma: 0 };
	const range = { point: 0, comma: 0 };
	let either: { line: number; count: number } | undefined;
	let byRange: { line: number; value: number; other: number; style: Style } | undefined;
	let decimals = 0;

	for (const { line, text } of cells) {
		if (text.length > longestNumber || blankOf(text) !== undefined) continue;
		const { core, negative } = signsOf(text);
		const shape = shapeOf(core);
		if (shape.kind === 'decimal' || shape.kind === 'grouped') evidence[shape.style]++;
		if (shape.kind === 'decimal') {
			decimals = Math.max(decimals, shape.text.split('.')[1]?.length ?? 0);
		}
		if (shape.kind !== 'either') continue;

		if (either) either.count++;
		else either = { line, count: 0 };
		// In a column of counts the separator can only be of thousands.
		if (column.type === 'count') range[shape.point.includes('.') ? 'comma' : 'point']++;
		else {
			const sign = negative ? -1 : 1;
			const value = { point: sign * Number(shape.point), comma: sign * Number(shape.comma) };
			const [point, comma] = [fits(column, value.point), fits(column, value.comma)];
			if (point === comma) continue;
			const style = point ? 'point' : 'comma';
			range[style]++;
			byRange ??= { line, value: value[style], other: value[point ? 'comma' : 'point'], style };
		}
	}

	if (chosen !== undefined && column.type !== 'count') return { style: chosen };
	if (evidence.point + evidence.comma > 0) {
		const style = evidence.comma > evidence.point ? 'comma' : 'point';
		return either && decimals < 3 ? { style, decimals } : { style };
	}
	if (either === undefined) return { style: 'point' };
	if (column.type === 'count') return { style: range.comma > range.point ? 'comma' : 'point' };
	if (byRange && range[byRange.style === 'point' ? 'comma' : 'point'] === 0) {
		const { line, value, other, style } = byRange;
		return { style, byRange: { line, value, other } };
	}
	return { style: 'point', ambiguous: { line: either.line, others: either.count } };
}

/** Whether a value may stand in a column of decimals. */
function fits(column: Column, value: number): boolean {
	const max = column.max ?? (column.type === 'percent' ? 100 : Infinity);
	return value >= Math.min(column.min ?? 0, max) && value <= max;
}
