import type { Column } from '#lib/datasets/types.ts';
import { numberFindings } from '../findings/numbers.ts';
import { longestNumber, type ColumnStyle } from './number-style.ts';
import { unsigned, usualDigits, withoutUnit } from './number-mending.ts';
import { shapeOf, type Shape, type Style } from './number-shape.ts';
import { signsOf, type Signs } from './number-signs.ts';
import { exampleOf, expectedOf, type Cell, type Read } from './read.ts';

/** Reads a number as its whole column is written: count, decimal or percent. */
export function readNumber(cell: Cell, style: ColumnStyle): Read {
	const { text, spot, column } = cell;
	const expected = expectedOf(column);
	const example = exampleOf(column);
	const failed = (finding: Read['finding']): Read => ({ value: null, finding });

	if (text.length > longestNumber) {
		return failed(numberFindings.notANumber(spot, expected, example));
	}
	const signs = signsOf(text);
	const strange = strangeSign(signs, column);
	if (strange !== undefined) {
		return failed(
			numberFindings.withSign(spot, strange, expected, example, unsigned(signs, column))
		);
	}

	if (signs.core === '' && signs.currency && /[-–—]/.test(text)) {
		return failed(numberFindings.accountingZero(spot));
	}
	const shape = shapeOf(signs.core);
	if (shape.kind === 'wrong-groups') return failed(numberFindings.wrongGroups(spot, example));
	if (shape.kind === 'none') {
		const otherDigits = /[^\P{N}0-9]/u.test(signs.core);
		if (otherDigits) {
			return failed(numberFindings.otherDigits(spot, example, usualDigits(signs.core)));
		}
		const mended = withoutUnit(text, column);
		return failed(numberFindings.notANumber(spot, expected, example, mended));
	}

	return column.type === 'count'
		? readCount(cell, shape, signs)
		: readDecimal(cell, shape, signs, style);
}

/** A sign that says another thing than the column counts: `S/ 5` hours, 5 % of persons. */
function strangeSign({ percent, mark }: Signs, { type, unit = '' }: Column): string | undefined {
	if (percent && type !== 'percent' && !unit.startsWith('%')) return '%';
	const isMoney = type === 'decimal' && (unit === '' || unit === 'S/');
	return mark !== undefined && !isMoney ? mark : undefined;
}

type Digits = Exclude<Shape, { kind: 'wrong-groups' | 'none' }>;

function readCount({ spot, column }: Cell, shape: Digits, { negative }: Signs): Read {
	// Of the two readings of `1.380` only the one in thousands can be a count.
	const text =
		shape.kind === 'either' ? (shape.point.includes('.') ? shape.comma : shape.point) : shape.text;
	const value = signed(text, negative);
	const limits = limited({ spot, column }, value, negative);
	if (limits) return { value: null, finding: limits };
	// The number goes on, so that the rules of quality can name it too; the dataset's own wait.
	if (!Number.isInteger(value)) {
		return {
			value,
			unread: true,
			finding: numberFindings.notWhole(spot, value, exampleOf(column))
		};
	}

	const isGrouped = shape.kind === 'whole' ? shape.grouped : shape.kind !== 'decimal';
	return isGrouped ? { value, finding: numberFindings.grouped(spot, value) } : { value };
}

function readDecimal(
	{ spot, column }: Cell,
	shape: Digits,
	{ negative }: Signs,
	{ style, ambiguous, byRange, decimals, isUneven }: ColumnStyle
): Read {
	if (shape.kind === 'either' && ambiguous) {
		// The question is asked once for the column; its other cells are only left unread.
		if (spot.line !== ambiguous.line) return { value: null, unread: true };
		const readings = {
			point: signed(shape.point, negative),
			comma: signed(shape.comma, negative)
		};
		return { value: null, finding: numberFindings.ambiguous(spot, readings, ambiguous.others) };
	}
	const mixed = (plain: string): Read => {
		const example = `${negative ? '-' : ''}${style === 'comma' ? plain.replace('.', ',') : plain}`;
		return { value: null, finding: numberFindings.mixedStyles(spot, style, example) };
	};
	if ((shape.kind === 'decimal' || shape.kind === 'grouped') && shape.style !== style) {
		return mixed(shape.text);
	}

	const value = signed(inStyle(shape, style), negative);
	const limits = limited({ spot, column }, value, negative, style);
	const other = shape.kind === 'either' ? shape[style === 'point' ? 'comma' : 'point'] : undefined;
	const fits = other !== undefined && !limited({ spot, column }, signed(other, negative), negative);
	if (limits) return fits && other.includes('.') ? mixed(other) : { value: null, finding: limits };
	if (fits && decimals !== undefined && !other.includes('.')) {
		const thousands = signed(other, negative);
		return { value, finding: numberFindings.moreDecimals(spot, value, decimals, thousands) };
	}
	if (fits && isUneven && inStyle(shape, style).endsWith('0') && !other.includes('.')) {
		const thousands = signed(other, negative);
		return { value, finding: numberFindings.roundDecimals(spot, value, thousands) };
	}
	return byRange?.line === spot.line
		? { value, finding: numberFindings.styleByRange(spot, byRange.value, byRange.other) }
		: { value };
}

function inStyle(shape: Digits, style: Style): string {
	return shape.kind === 'either' ? shape[style] : shape.text;
}

function signed(text: string, negative: boolean): number {
	const value = Number(text);
	return negative && value !== 0 ? -value : value;
}

function limited(
	{ spot, column }: Pick<Cell, 'spot' | 'column'>,
	value: number,
	negative: boolean,
	style: Style = 'point'
) {
	const { min, max } = column;
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return numberFindings.tooBig(spot);
	if (negative && value < 0 && (min ?? 0) >= 0) return numberFindings.negative(spot);
	if (column.type === 'percent' && value > (max ?? 100)) {
		return max === undefined || max === 100
			? numberFindings.over100(spot, value)
			: numberFindings.outOfRange(spot, value, min, max, exampleOf(column));
	}
	const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
	// Decimals in a count are said first: its range is then of another number.
	if (outside && !(column.type === 'count' && !Number.isInteger(value))) {
		return numberFindings.outOfRange(spot, value, min, max, exampleOf(column), style);
	}
	return undefined;
}
