import { TextBuilder } from './text-builder.ts';

/** Reads UTF-16 from a place on. `broken` is the place of the first half pair or half unit. */
export function readUtf16(
	bytes: Uint8Array,
	from: number,
	littleEndian: boolean
): { text: string; broken?: number } {
	const builder = new TextBuilder();
	const end = bytes.length - ((bytes.length - from) % 2);
	let broken = end < bytes.length ? end : undefined;
	let high = false;

	for (let at = from; at < end; at += 2) {
		const a = bytes[at] ?? 0;
		const b = bytes[at + 1] ?? 0;
		const unit = littleEndian ? a | (b << 8) : (a << 8) | b;
		const low = unit >= 0xdc00 && unit <= 0xdfff;
		if (high !== low) broken = Math.min(broken ?? at, at);
		high = unit >= 0xd800 && unit <= 0xdbff;
		builder.unit(unit);
	}

	if (high) broken ??= end - 2;
	return { text: builder.text(), ...(broken === undefined ? {} : { broken }) };
}

/** Which UTF-16 the bytes are in, when no mark says so: Latin text has a zero in every other byte. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const size = Math.min(bytes.length, 4096) & ~1;
	if (size < 4) return undefined;

	let even = 0;
	let odd = 0;
	for (let at = 0; at < size; at += 2) {
		if (bytes[at] === 0) even++;
		if (bytes[at + 1] === 0) odd++;
	}
	const half = size / 2;
	if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
	if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
	return undefined;
}
