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
	/** Other cells have more or fewer than three: `48.000` was not written by their format. */
	readonly isUneven?: true;
};

export const longestNumber = 60;

/** Whether the cells of a column are numbers, whose style has to be found out. */
export function isNumber({ type }: Column): boolean {
	return type === 'count' || type === 'decimal' || type === 'percent';
}

/** What the cells of a column say of how its numbers are written; they may come in any order and in parts. */
export class StyleEvidence {
	readonly #column: Column;
	readonly #evidence = { point: 0, comma: 0 };
	readonly #range = { point: 0, comma: 0 };
	#either: { line: number; count: number } | undefined;
	#byRange: { line: number; value: number; other: number; style: Style } | undefined;
	#decimals = 0;
	#isUneven = false;

	constructor(column: Column) {
		this.#column = column;
	}

	/** Takes note of a cell as seen, with the line where it first stands and how often it does. */
	add(line: number, text: string, times = 1): void {
		if (text.length > longestNumber || blankOf(text) !== undefined) return;
		const { core, negative } = signsOf(text);
		const shape = shapeOf(core);
		if (shape.kind === 'decimal' || shape.kind === 'grouped') this.#evidence[shape.style] += times;
		if (shape.kind === 'decimal') {
			const decimals = shape.text.split('.')[1]?.length ?? 0;
			this.#decimals = Math.max(this.#decimals, decimals);
			if (decimals !== 3) this.#isUneven = true;
		}
		if (shape.kind !== 'either') return;

		const { count, line: first } = this.#either ?? { count: 0, line };
		this.#either = { line: Math.min(first, line), count: count + times };
		// In a column of counts the separator can only be of thousands.
		if (this.#column.type === 'count') {
			this.#range[shape.point.includes('.') ? 'comma' : 'point'] += times;
			return;
		}
		const sign = negative ? -1 : 1;
		const value = { point: sign * Number(shape.point), comma: sign * Number(shape.comma) };
		const [point, comma] = [fits(this.#column, value.point), fits(this.#column, value.comma)];
		if (point === comma) return;
		const style = point ? 'point' : 'comma';
		this.#range[style] += times;
		if (!this.#byRange || line < this.#byRange.line) {
			this.#byRange = { line, value: value[style], other: value[point ? 'comma' : 'point'], style };
		}
	}

	/** The style of the whole column, or the one that a person chose. */
	decide(chosen?: Style): ColumnStyle {
		const { type } = this.#column;
		const evidence = this.#evidence;
		const range = this.#range;
		const either = this.#either;
		if (chosen !== undefined && type !== 'count') return { style: chosen };
		if (evidence.point + evidence.comma > 0) {
			const style = evidence.comma > evidence.point ? 'comma' : 'point';
			if (either && this.#decimals < 3) return { style, decimals: this.#decimals };
			return either && this.#isUneven ? { style, isUneven: true } : { style };
		}
		if (either === undefined) return { style: 'point' };
		if (type === 'count') return { style: range.comma > range.point ? 'comma' : 'point' };
		if (this.#byRange && range[this.#byRange.style === 'point' ? 'comma' : 'point'] === 0) {
			const { line, value, other, style } = this.#byRange;
			return { style, byRange: { line, value, other } };
		}
		return { style: 'point', ambiguous: { line: either.line, others: either.count - 1 } };
	}
}

/** Whether a value may stand in a column of decimals. */
function fits(column: Column, value: number): boolean {
	const max = column.max ?? (column.type === 'percent' ? 100 : Infinity);
	return value >= Math.min(column.min ?? 0, max) && value <= max;
}
