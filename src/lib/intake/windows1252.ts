import type { HighLetters } from './single-byte.ts';

const latin1 = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');

/** Windows-1252, in which Excel saves a plain CSV: Latin-1 with signs of print in its first 32 places. */
export const windows1252: HighLetters =
	'€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ' + latin1;

/** The byte of a letter in Windows-1252; undefined when it has none. */
export function windows1252Byte(letter: string): number | undefined {
	const point = letter.codePointAt(0) ?? 0;
	if (point < 0x80) return point;
	const index = point === 0xfffd ? -1 : windows1252.indexOf(letter);
	return index < 0 ? undefined : index + 0x80;
}
