import { fold } from '#lib/domain/names.ts';
import type { Column } from '#lib/datasets/types.ts';
import { shapeOf } from './number-shape.ts';
import type { Signs } from './number-signs.ts';

/** What may be written instead of a text that is no number, where only one number can be meant. */

/** `S/ 300.00` in a count, which Excel's format of money leaves: 300. A percentage of what is not known. */
export function unsigned({ core, percent, negative }: Signs, column: Column): string | undefined {
	if (percent || negative || column.type !== 'count') return undefined;
	const shape = shapeOf(core);
	return shape.kind === 'whole' || shape.kind === 'decimal' || shape.kind === 'grouped'
		? wholeText(shape.text)
		: undefined;
}

/** `300 personas` in a column of persons: 300. Of «300 mil» or «unos 300» nothing is said. */
export function withoutUnit(text: string, column: Column): string | undefined {
	const [, digits, words = ''] = /^(\d{1,9})\s*(\p{L}[\p{L} .]*)$/u.exec(text) ?? [];
	if (digits === undefined || column.type !== 'count') return undefined;
	const own = new Set(fold(`${column.unit ?? ''} ${column.label}`).split(' '));
	const typed = fold(words).split(' ');
	return typed.every((word) => own.has(word) || own.has(`${word}s`)) ? digits : undefined;
}

/** Digits of other scripts (`٣٠٠`) as those of the keyboard; undefined when that leaves no plain number. */
export function usualDigits(core: string): string | undefined {
	if (core.length > 20) return undefined;
	const text = core.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
	return /^\d+$/.test(text) ? wholeText(text) : undefined;
}

/** Scripts keep their ten digits in a row, from zero on; some rows follow one another. */
function digitValue(code: number): number {
	let start = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
	return (code - start) % 10;
}

function wholeText(text: string): string | undefined {
	const value = Number(text);
	return Number.isSafeInteger(value) ? String(value) : undefined;
}
