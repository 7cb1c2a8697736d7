import type { Finding } from '#lib/domain/finding.ts';
import type { CheckOptions, Reading } from './check.ts';
import type { Collected } from './collect.ts';
import { decodeFile, type Told } from './encoding.ts';
import { fileFindings } from './findings/file.ts';
import { workbookFindings } from './findings/workbook.ts';
import { brokenLetters } from './letters.ts';
import { sniffBytes, sniffText } from './sniff.ts';
import { plainBreaks, tooMuch } from './tokenize.ts';
import { vocabularyOf } from './vocabulary.ts';
import { readSheet } from './xlsx/read.ts';
import { isLocked, isWorkbook } from './xlsx/sniff.ts';

/** The text of a file, and how it came to light: from bytes in an encoding, or from a sheet. */
export type TextRead = {
	readonly text: string;
	/** What separates the cells, where nothing else can. */
	readonly delimiter?: string;
} & ({ readonly told: Told } | { readonly sheet: string });

/** What a reading says of where its text came from. */
export function readingOf(read: TextRead): Pick<Reading, 'encoding' | 'told' | 'sheet'> {
	if ('sheet' in read) return { encoding: 'xlsx', sheet: read.sheet };
	const { encoding, by, evidence } = read.told;
	return { encoding, told: { by, ...evidence } };
}

/** Sniff and decode: undefined when there is no text to read. */
export function textFrom(
	bytes: Uint8Array,
	{ choices, datasets, places, mostRows }: CheckOptions,
	found: Collected
): TextRead | undefined {
	const refuse = (finding: Finding) => {
		found.add(finding);
		return undefined;
	};
	if (bytes.length === 0) return refuse(fileFindings.empty());
	if (isWorkbook(bytes)) {
		const { sheet, dataset, headerLine } = choices ?? {};
		const read = readSheet(bytes, { datasets, sheet, dataset, headerLine });
		if ('refusal' in read) return refuse(read.refusal);
		found.addAll(read.findings);
		const refusal = brokenLetters(read.text, 'utf-8') ?? tooMuch(read.text);
		return refusal ? refuse(refusal) : read;
	}
	const other = sniffBytes(bytes);
	if (other) return refuse(isLocked(bytes) ? workbookFindings.encrypted() : other);

	const known = () => vocabularyOf(datasets, places);
	const decoded = decodeFile(bytes, known, choices?.encoding);
	if ('refusal' in decoded) return refuse(decoded.refusal);

	const { told } = decoded;
	// MS-DOS ends a text with a sign of its own.
	const whole = decoded.text.endsWith('\u001A') ? decoded.text.slice(0, -1) : decoded.text;
	const start = whole.replace(/^(\uFEFF|ï»¿)+/, '');
	const unmarked = start.includes('\uFEFF') ? start.replaceAll('\uFEFF', '') : start;
	if (!/[^\s,;|"]/.test(unmarked)) return refuse(fileFindings.empty());
	if (unmarked.length < whole.length) found.add(fileFindings.innerMark());

	const text = plainBreaks(unmarked);
	const refusal = sniffText(text) ?? brokenLetters(text, told.encoding) ?? tooMuch(text, mostRows);
	return refusal ? refuse(refusal) : { text, told };
}
