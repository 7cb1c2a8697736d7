import { TextBuilder } from './text-builder.ts';

/** The letters of the bytes 80-FF in an encoding of one byte a letter; U+FFFD where it has none. */
export type HighLetters = string;

/** Reads an encoding of one byte a letter. `broken` is the place of the first byte that it does not define. */
export function readSingleByte(
	bytes: Uint8Array,
	high: HighLetters
): { text: string; broken?: number } {
	const units = Uint16Array.from({ length: 128 }, (_, index) => high.charCodeAt(index));
	const builder = new TextBuilder();
	let broken: number | undefined;

	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) builder.unit(byte);
		else {
			const unit = units[byte - 0x80] ?? 0xfffd;
			if (unit === 0xfffd) broken ??= at;
			builder.unit(unit);
		}
	}

	return { text: builder.text(), ...(broken === undefined ? {} : { broken }) };
}
