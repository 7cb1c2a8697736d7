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
	/** Whether no byte is past ASCII. */
	readonly ascii: boolean;
};

/** Reads strict UTF-8: no overlong forms, no half pairs, nothing past U+10FFFF. Never throws. */
export function readUtf8(bytes: Uint8Array, from = 0): Utf8 {
	const builder = new TextBuilder();
	const shape = walk(bytes, from, builder);
	return { text: builder.text(), ...shape };
}

/** The same without the text: whether bytes are UTF-8 costs a walk over them and no memory. */
export function isUtf8(bytes: Uint8Array): Omit<Utf8, 'text'> {
	return walk(bytes, 0);
}

function walk(bytes: Uint8Array, from: number, builder?: TextBuilder): Omit<Utf8, 'text'> {
	let letters = 0;
	let broken: number | undefined;
	let disguised = false;
	let ascii = true;

	for (let at = from; at < bytes.length;) {
		const first = bytes[at] ?? 0;
		if (first < 0x80) {
			builder?.unit(first);
			at++;
			continue;
		}
		ascii = false;

		const length = lengthOf(first);
		const point = length === 0 ? undefined : pointAt(bytes, at, length);
		if (point !== undefined && isAllowed(point, length)) {
			builder?.point(point);
			if (point < 0x100 || (point >= 0x2000 && point < 0x2300)) letters++;
			at += length;
			continue;
		}

		broken ??= at;
		if (point !== undefined) disguised = true;
		at += point === undefined ? 1 : length;
	}

	return { letters, broken, disguised, ascii };
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
