import type { Finding } from '#lib/domain/finding.ts';
import { fileFindings } from './findings/file.ts';
import { rowAtByte } from './row-at.ts';
import { guessUtf16, readUtf16 } from './utf16.ts';
import { readUtf8 } from './utf8.ts';
import { readWindows1252 } from './windows1252.ts';

/** Encodings that a file may be in, as they are named to people and kept with a submission. */
export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];

export type Decoded = { encoding: Encoding; text: string } | { refusal: Finding };

/** Bytes → text, strictly: a byte that does not belong refuses the file and names its row. */
export function decode(bytes: Uint8Array, chosen?: string): Decoded {
	const encoding = chosen ?? encodingOf(bytes);
	switch (encoding) {
		case 'utf-8':
		case 'utf-8-bom':
			return chosen || hasMark(bytes) ? strictUtf8(bytes, encoding) : utf8OrWindows(bytes);
		case 'utf-16le':
		case 'utf-16be':
			return strictUtf16(bytes, encoding);
		case 'windows-1252':
			return windows(bytes);
		case 'utf-32':
			return { refusal: fileFindings.utf32() };
		default:
			return { refusal: fileFindings.unknownEncoding(encoding) };
	}
}

function hasMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The encoding that the first bytes tell, before any is read. */
function encodingOf(bytes: Uint8Array): string {
	const [a, b, c, d] = bytes;
	if (hasMark(bytes)) return 'utf-8-bom';
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))) return 'utf-32';
	if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32';
	return guessUtf16(bytes) ?? 'utf-8';
}

function strictUtf8(bytes: Uint8Array, encoding: 'utf-8' | 'utf-8-bom'): Decoded {
	const { text, broken } = readUtf8(bytes, hasMark(bytes) ? 3 : 0);
	if (broken === undefined) return checked(bytes, { encoding, text });
	return { refusal: fileFindings.brokenBytes(rowAtByte(bytes, broken), 'UTF-8') };
}

/** Text without a mark is UTF-8 when all of it is; Windows-1252 when none of its letters is. */
function utf8OrWindows(bytes: Uint8Array): Decoded {
	const { text, letters, broken, disguised } = readUtf8(bytes);
	if (broken === undefined) return checked(bytes, { encoding: 'utf-8', text });

	const row = rowAtByte(bytes, broken);
	if (disguised) return { refusal: fileFindings.brokenBytes(row, 'UTF-8') };
	if (letters > 0) return { refusal: fileFindings.mixedEncoding(row) };
	return windows(bytes);
}

function windows(bytes: Uint8Array): Decoded {
	const { text, broken } = readWindows1252(bytes);
	if (broken !== undefined) {
		return { refusal: fileFindings.brokenBytes(rowAtByte(bytes, broken), 'Windows-1252') };
	}
	return checked(bytes, { encoding: 'windows-1252', text });
}

function strictUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
	const marked =
		(bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	const { text, broken } = readUtf16(bytes, marked ? 2 : 0, encoding === 'utf-16le');
	if (broken === undefined) return checked(bytes, { encoding, text });
	return { refusal: fileFindings.brokenBytes(rowAtByte(bytes, broken), 'UTF-16') };
}

/** PostgreSQL keeps no U+0000 in a text, and no spreadsheet writes one. */
function checked(bytes: Uint8Array, decoded: { encoding: Encoding; text: string }): Decoded {
	const nul = decoded.text.indexOf('\0');
	if (nul < 0) return decoded;
	return { refusal: fileFindings.nulBytes(rowAtByte(bytes, bytes.indexOf(0))) };
}
