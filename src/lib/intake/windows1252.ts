import { TextBuilder } from './text-builder.ts';

/** What the bytes 80-9F are in Windows-1252; 0 where it has nothing. Above and below it is Latin-1. */
const middle = [
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
	0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
	0x203a, 0x0153, 0, 0x017e, 0x0178
];

/** Reads Windows-1252. `broken` is the place of the first byte that it does not define. */
export function readWindows1252(bytes: Uint8Array): { text: string; broken?: number } {
	const builder = new TextBuilder();
	let broken: number | undefined;

	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80 || byte > 0x9f) builder.unit(byte);
		else {
			const letter = middle[byte - 0x80] ?? 0;
			if (letter === 0) broken ??= at;
			builder.unit(letter === 0 ? 0xfffd : letter);
		}
	}

	return { text: builder.text(), ...(broken === undefined ? {} : { broken }) };
}

/** The byte of a letter in Windows-1252; undefined when it has none. */
export function windows1252Byte(letter: string): number | undefined {
	const point = letter.codePointAt(0) ?? 0;
	if (point < 0x80 || (point > 0x9f && point < 0x100)) return point;
	const index = point === 0 ? -1 : middle.indexOf(point);
	return index < 0 ? undefined : index + 0x80;
}
