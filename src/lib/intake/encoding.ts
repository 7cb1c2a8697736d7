import type { Finding } from '#lib/domain/finding.ts';
import { decode, hasMark, type Encoding } from './decode.ts';
import { fileFindings } from './findings/file.ts';
import { judgeLegacy, legacyLetters, legacyWords, type Evidence } from './legacy.ts';
import { rowAtByte, wordAt } from './row-at.ts';
import { readSingleByte } from './single-byte.ts';
import { guessUtf16 } from './utf16.ts';
import { isUtf8 } from './utf8.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An encoding, and how it was told: by its mark, its bytes, words that we know, or as most files are. */
export type Told = {
	readonly encoding: Encoding;
	readonly by: 'choice' | 'mark' | 'bytes' | 'ascii' | 'words' | 'usual';
	readonly evidence: Evidence;
};

const nothing: Evidence = { known: 0, words: [] };

/**
 * The encoding of a file. Nothing is decoded but the words with letters past ASCII, and those only where
 * the bytes are no UTF-8.
 */
export function tellEncoding(
	bytes: Uint8Array,
	vocabularies: () => readonly Vocabulary[]
): Told | { refusal: Finding } {
	const [a, b, c, d] = bytes;
	const told = (encoding: Encoding, by: Told['by']) => ({ encoding, by, evidence: nothing });
	if (hasMark(bytes)) return told('utf-8-bom', 'mark');
	const is32 =
		(a === 0xff && b === 0xfe && c === 0 && d === 0) ||
		(a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))) ||
		(a !== 0 && b === 0 && c === 0 && d === 0);
	if (is32) return { refusal: fileFindings.utf32() };
	if (a === 0xff && b === 0xfe) return told('utf-16le', 'mark');
	if (a === 0xfe && b === 0xff) return told('utf-16be', 'mark');
	const wide = guessUtf16(bytes);
	if (wide) return told(wide, 'bytes');

	const { letters, broken, disguised, ascii } = isUtf8(bytes);
	if (broken === undefined) return told('utf-8', ascii ? 'ascii' : 'bytes');
	const row = () => rowAtByte(bytes, broken);
	if (disguised) return { refusal: fileFindings.brokenBytes(row(), 'UTF-8') };
	if (letters > 0) return { refusal: fileFindings.mixedEncoding(row()) };

	const judged = judgeLegacy(legacyWords(bytes), vocabularies());
	if ('encoding' in judged) {
		const { encoding, evidence } = judged;
		return { encoding, by: evidence.known > 0 ? 'words' : 'usual', evidence };
	}
	const { against } = judged;
	const from = Math.max(0, against - 40);
	const { text } = readSingleByte(
		bytes.subarray(from, against + 40),
		legacyLetters['windows-1252']
	);
	const word = wordAt(text, against - from);
	return { refusal: fileFindings.oldEncoding(rowAtByte(bytes, against), word) };
}

/** Decodes a file as a person chose, or as it tells itself. What tells the chosen encoding too is kept. */
export function decodeFile(
	bytes: Uint8Array,
	vocabularies: () => readonly Vocabulary[],
	chosen?: string
): { text: string; told: Told } | { refusal: Finding } {
	const own = tellEncoding(bytes, vocabularies);
	if ('refusal' in own && chosen === undefined) return own;
	const decoded = decode(bytes, chosen ?? ('encoding' in own ? own.encoding : 'utf-8'));
	if ('refusal' in decoded) return decoded;
	const { text, encoding } = decoded;
	const isTold = 'encoding' in own && own.encoding === encoding;
	return { text, told: isTold ? own : { encoding, by: 'choice', evidence: nothing } };
}
