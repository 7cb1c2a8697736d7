import { TextBuilder } from './text-builder.ts';

/** What strict UTF-8 found. `text` is only whole when `broken` is undefined. */
export type Utf8 = {
	readonly text: string;
	/** Letters of Spanish and signs of print in two bytes or more, well formed: what tells UTF-8 from chance. */
	readonly letters: number;
	/** Place of the first byte that is not UTF-8. */
	readonly broken?: number;
	/** Whether some broken bytes have the shape of UTF-8 (too long, half a pair), which no other encoding explains. */
	readonly disguised: boolean;
};

/** Reads strict UTF-8: no overlong forms, no half pairs, nothing past U+10FFFF. Never throws. */
export function readUtf8(bytes: Uint8Array, from = 0): Utf8 {
	const builder = new TextBuilder();
	let letters = 0;
	let broken: number | undefined;
	let disguised = false;

	for (let at = from; at < bytes.length;) {
		const first = bytes[at] ?? 0;
		if (first < 0x80) {
			builder.unit(first);
			at++;
			continue;
		}

		const length = lengthOf(first);
		const point = length === 0 ? undefined : pointAt(bytes, at, length);
		if (point !== undefined && isAllowed(point, length)) {
			builder.point(point);
			if (point < 0x250 || (point >= 0x2000 && point < 0x2300)) letters++;
			at += length;
			continue;
		}

		broken ??= at;
		if (point !== undefined) disguised = true;
		at += point === undefined ? 1 : length;
	}

	return { text: builder.text(), letters, broken, disguised };
}

/** Bytes that a letter takes, by its first; 0 when no letter starts so. */
function lengthOf(first: number): number {
	if (first >= 0xc0 && first < 0xe0) return 2;
	if (first >= 0xe0 && first < 0xf0) return 3;
	if (first >= 0xf0 && first < 0xf8) return 4;
	return 0;
}

/** The number that the bytes spell, allowed or not; undefined when bytes are missing. */
function pointAt(bytes: Uint8Array, at: number, length: number): number | undefined {
	let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
	for (let next = at + 1; next < at + length; next++) {
		const byte = bytes[next] ?? 0;
		if ((byte & 0xc0) !== 0x80) return undefined;
		point = (point << 6) | (byte & 0x3f);
	}
	return point;
}

function isAllowed(point: number, length: number): boolean {
	const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
	return point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}
