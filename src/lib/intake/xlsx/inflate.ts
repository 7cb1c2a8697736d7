import { Inflate } from 'fflate';
import type { ZipPart } from './zip.ts';

/** Packed bytes handed over at once: they can swell a thousand times, and no further before we look. */
const step = 16_384;

/** The bytes of a part; undefined when they are not those that were declared. Stops at the first too many. */
export function inflated(bytes: Uint8Array, part: ZipPart): Uint8Array | undefined {
	const packed = bytes.subarray(part.start, part.start + part.packed);
	if (part.method === 0)
		return packed.length === part.size && crc32(packed) === part.crc ? packed : undefined;
	if (part.method !== 8) return undefined;

	const whole = new Uint8Array(part.size);
	let length = 0;
	let tooLong = false;
	const inflate = new Inflate((piece) => {
		tooLong ||= length + piece.length > whole.length;
		if (!tooLong) whole.set(piece, length);
		length += piece.length;
	});
	try {
		for (let at = 0; at < packed.length && !tooLong; at += step)
			inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
	} catch {
		// What fflate throws says only that the bytes make no sense.
		return undefined;
	}
	return !tooLong && length === part.size && crc32(whole) === part.crc ? whole : undefined;
}

const table = new Uint32Array(256).map((_, byte) => {
	let sum = byte;
	for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
	return sum;
});

function crc32(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
	return (sum ^ 0xffffffff) >>> 0;
}
