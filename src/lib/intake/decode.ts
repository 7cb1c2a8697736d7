import type { Finding } from '#lib/domain/finding.ts';
import { fileFindings } from './findings/file.ts';
import { rowAtByte } from './row-at.ts';
import { readUtf16 } from './utf16.ts';
import { readSingleByte } from './single-byte.ts';
import { encodingNames, legacyLetters, type LegacyEncoding } from './legacy.ts';
import { readUtf8 } from './utf8.ts';

/** Encodings that a file may be in, as they are named to people and kept with a submission. */
export const encodings = [
	'utf-8',
	'utf-8-bom',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'cp850',
	'mac-roman'
] as const;

export type Encoding = (typeof encodings)[number];

export type Decoded = { encoding: Encoding; text: string } | { refusal: Finding };

/** Bytes → text in a known encoding, strictly: a byte that does not belong refuses the file and names its row. */
export function decode(bytes: Uint8Array, encoding: string): Decoded {
	switch (encoding) {
		case 'utf-8':
		case 'utf-8-bom':
			return strictUtf8(bytes, encoding);
		case 'utf-16le':
		case 'utf-16be':
			return strictUtf16(bytes, encoding);
		case 'windows-1252':
		case 'cp850':
		case 'mac-roman':
			return singleByte(bytes, encoding);
		default:
			return { refusal: fileFindings.unknownEncoding(encoding) };
	}
}

/** Whether the bytes begin with the mark of UTF-8. */
export function hasMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function strictUtf8(bytes: Uint8Array, encoding: 'utf-8' | 'utf-8-bom'): Decoded {
	const { text, broken } = readUtf8(bytes, hasMark(bytes) ? 3 : 0);
	if (broken === undefined) return checked(bytes, { encoding, text });
	return { refusal: fileFindings.brokenBytes(rowAtByte(bytes, broken), 'UTF-8') };
}

function singleByte(bytes: Uint8Array, encoding: LegacyEncoding): Decoded {
	const { text, broken } = readSingleByte(bytes, legacyLetters[encoding]);
	if (broken === undefined) return checked(bytes, { encoding, text });
	return { refusal: fileFindings.brokenBytes(rowAtByte(bytes, broken), encodingNames[encoding]) };
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
