import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';
import { Tokenizer } from './tokenizer.ts';

/** Rows of a text that comes in pieces of some length. */
function inPieces(text: string, delimiter: string, size: number) {
	const tokenizer = new Tokenizer(delimiter);
	const rows = [];
	for (let at = 0; at === 0 || at < text.length; at += size) {
		tokenizer.push(text.slice(at, at + size), at + size >= text.length);
		rows.push(...tokenizer.take(Infinity));
	}
	return { rows, quotes: tokenizer.quotes };
}

const texts = fc
	.array(fc.constantFrom('a', '1', ',', ';', '"', '""', '\n', ' ', '",', ',"', '"\n', '\n"', 'ñ'))
	.map((parts) => parts.join(''));

test('a text in parts gives the rows and the odd quotes of the whole text', () => {
	fc.assert(
		fc.property(
			texts,
			fc.constantFrom(',', ';'),
			fc.integer({ min: 1, max: 9 }),
			(text, by, size) => {
				const { rows, quotes } = tokenize(text, by);
				expect(inPieces(text, by, size)).toEqual({ rows, quotes });
			}
		),
		{ numRuns: 3000 }
	);
});

test('rows are given in the numbers asked for, blank ones counted and left out', () => {
	const tokenizer = new Tokenizer(',', 5);
	tokenizer.push('a,b\n\n"c\nd",e\nf', false);
	expect(tokenizer.take(1)).toEqual([{ line: 5, cells: ['a', 'b'], width: 2 }]);
	expect(tokenizer.take(9)).toEqual([{ line: 7, cells: ['c\nd', 'e'], width: 2 }]);
	tokenizer.push(',,', true);
	expect(tokenizer.take(9)).toEqual([{ line: 8, cells: ['f'], width: 3 }]);
});
