import { editDistance, fold } from '#lib/domain/names.ts';
import type { Cells } from '#lib/domain/record.ts';
import type { Column } from '#lib/datasets/types.ts';
import { cellFindings } from '../findings/cells.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

const known = new WeakMap<Column, ReadonlyMap<string, string>>();

/** Folded code, label or other spelling → code. A code has the right over a label that equals it. */
function spellings(column: Column): ReadonlyMap<string, string> {
	const before = known.get(column);
	if (before) return before;

	const codes = Object.entries(column.codes ?? {});
	const all = new Map<string, string>();
	const pairs = [
		...codes.map(([code]) => [code, code] as const),
		...codes.map(([code, label]) => [label, code] as const),
		...Object.entries(column.synonyms ?? {})
	];
	for (const [spelling, code] of pairs) {
		const key = fold(spelling);
		if (key !== '' && !all.has(key)) all.set(key, code);
	}
	// `O.N.G.` and `micro crédito` are the same letters; a spelling with its spaces goes first.
	for (const [key, code] of [...all]) {
		const letters = key.replaceAll(' ', '');
		if (!all.has(letters)) all.set(letters, code);
	}
	known.set(column, all);
	return all;
}

/** The code that a text stands for; undefined when none does. */
export function codeIn(column: Column, text: string): string | undefined {
	if (text.length > 200) return undefined;
	const known = spellings(column);
	const key = fold(text);
	return known.get(key) ?? known.get(key.replaceAll(' ', ''));
}

/**
 * Reads a code by its code, its label or a declared spelling. `cells` are those read before it in the row;
 * near codes are not sought once nobody would be told of them.
 */
export function readCode({ text, spot, column }: Cell, cells: Cells, isSought = true): Read {
	const allowed = column.codesFor?.(cells) ?? column.codes ?? {};
	const valid = Object.keys(allowed);
	const code = codeIn(column, text);
	if (code !== undefined && Object.hasOwn(allowed, code)) return { value: code };

	const example = valid[0] ?? exampleOf(column);
	if (code !== undefined) {
		return { value: null, finding: cellFindings.codeOfOther(spot, valid, example) };
	}
	const near = isSought ? nearCodes(column, fold(text.slice(0, 60)), new Set(valid)) : [];
	const codes = near.map(([code]) => code);
	const [first, second] = near;
	const isAlone = first && (!second || second[1] > first[1] + 1);
	const clear = isAlone && !namesOther(column, text, first[0]) ? first[0] : undefined;
	const finding = cellFindings.unknownCode(spot, codes, clear, valid, codes[0] ?? example);
	return { value: null, finding };
}

/** Whether a word of a text is another code than the one it resembles: «PEN/USD» is none of the two. */
function namesOther(column: Column, text: string, code: string): boolean {
	return fold(text.slice(0, 200))
		.split(' ')
		.map((word) => spellings(column).get(word))
		.some((named) => named !== undefined && named !== code);
}

/** Up to three codes with the nearest spelling, and how far each is. */
function nearCodes(
	column: Column,
	text: string,
	valid: ReadonlySet<string>
): (readonly [code: string, distance: number])[] {
	if (text === '') return [];
	const reach = Math.max(1, Math.floor(text.length / 3));
	const distances = new Map<string, number>();
	for (const [spelling, code] of spellings(column)) {
		if (!valid.has(code) || Math.abs(spelling.length - text.length) > reach + 4) continue;
		const starts = text.length > 3 && (spelling.startsWith(text) || text.startsWith(spelling));
		const distance = starts ? 1 : editDistance(text, spelling);
		// A letter or two written otherwise resemble nothing.
		if (distance * 2 > Math.max(text.length, spelling.length)) continue;
		if (distance <= reach && distance < (distances.get(code) ?? Infinity)) {
			distances.set(code, distance);
		}
	}
	return [...distances].sort(([, a], [, b]) => a - b).slice(0, 3);
}
