import { cellFindings } from '../findings/cells.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

export const longestText = 2000;

const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/g;

/** A name by which rows are told apart: what nobody sees would make one fund or institution two. */
function plainly(text: string): string {
	if (/^[\x20-\x7E\u00A1-\u00AC\u00AE-\u024F]*$/.test(text)) return text;
	return text.replace(unseen, '').replace(/\p{Zs}/gu, ' ');
}

/**
 * Keeps a text as it was sent: only blanks at its ends go, and letters are put in their composed
 * form, so that two files with one name hold one name. In a key go the signs that nobody sees too. What a page must not run, pages escape.
 */
export function readText(raw: string, { spot, column }: Pick<Cell, 'spot' | 'column'>): Read {
	const trimmed = (column.key ? plainly(raw) : raw).replaceAll('\uFEFF', '').trim();
	if (trimmed.length > longestText) {
		const expected = `hasta ${longestText} letras`;
		const finding = cellFindings.tooLong(
			spot,
			trimmed.length,
			longestText,
			expected,
			exampleOf(column)
		);
		return { value: null, finding };
	}
	// Tab and line break are of spreadsheets; no other control character is typed by a person.
	if (/[^\P{Cc}\t\n]/u.test(trimmed)) {
		const mended = trimmed.replace(/[^\P{Cc}\t\n]/gu, '').trim();
		return { value: null, finding: cellFindings.controlCharacters(spot, mended) };
	}
	// Our exports put an apostrophe before what Excel would run as a formula.
	const own = trimmed.replace(/^'(?=[=+\-@\t\r'])/, '');
	const value = own.normalize('NFC');
	// An address may ask something; a word does not, in its middle.
	const lost = /\p{L}\?\p{Ll}/u.test(value) && !/:\/\/|www\./.test(value);
	return lost ? { value, finding: cellFindings.lostLetter(spot) } : { value };
}
