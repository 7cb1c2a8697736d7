import Papa from 'papaparse';
import type { Finding } from '#lib/domain/finding.ts';
import { fileFindings } from './findings/file.ts';
import { rowAt } from './row-at.ts';

/** A row with something in it, without its empty tail. */
export type RawRow = {
	/** As a spreadsheet numbers it: a cell with line breaks is one row, blank rows count. */
	readonly line: number;
	readonly cells: readonly string[];
	/** Cells that the row had, the empty tail included. */
	readonly width: number;
};

/** A quote that does not pair, at the row where it opened. */
export type QuoteFault = { line: number; index: number; found: string; closed: boolean };

export const maxRows = 300_000;
export const maxColumns = 500;
/** Rows of a file that is read in parts. */
export const maxLargeRows = 3_000_000;
const maxBreaks = 1_000_000;
const maxStrayQuotes = 10_000;

/** Text of which every line ends in one way. Within quotes too: a cell keeps its breaks as `\n`. */
export function plainBreaks(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** What no spreadsheet writes and would only fill the memory: refused before it is split. */
export function tooMuch(text: string, mostRows = maxRows): Finding | undefined {
	let breaks = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
		if (++breaks > Math.max(maxBreaks, mostRows)) return fileFindings.tooManyRows(mostRows);
	}

	let stray = 0;
	let first = -1;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
		if (isInside(text[at - 1]) && isInside(text[at + 1])) {
			if (first < 0) first = at;
			if (++stray > maxStrayQuotes) return fileFindings.tooManyQuotes(rowAt(text, first));
		}
	}
	return undefined;
}

function isInside(letter: string | undefined): boolean {
	return letter !== undefined && !'",;\t|\n'.includes(letter);
}

/** Text → rows, blank ones left out. `firstLine` is the number of the text's first row. */
export function tokenize(
	text: string,
	delimiter: string,
	{ firstLine = 1, preview }: { firstLine?: number; preview?: number } = {}
): { rows: RawRow[]; quotes: QuoteFault[]; overflow: boolean } {
	const rows: RawRow[] = [];
	const quotes: QuoteFault[] = [];
	let line = firstLine - 1;
	let overflow = false;

	const parser = new Papa.Parser({
		delimiter,
		newline: '\n',
		step: ({ data, errors }) => {
			line++;
			if (line - firstLine + 1 === preview) parser.abort();
			const all = data[0] ?? [];
			const fault = errors[0];
			if (fault && quotes.length < 50) {
				const closed = fault.code !== 'MissingQuotes';
				const index = closed ? all.findIndex((cell) => cell.includes('"')) : all.length - 1;
				quotes.push({ line, index, found: (all[index] ?? '').slice(0, 200), closed });
			}

			let length = all.length;
			while (length > 0 && (all[length - 1] ?? '').trim() === '') length--;
			if (length === 0) return;
			rows.push({ line, cells: all.slice(0, Math.min(length, maxColumns + 1)), width: all.length });
			overflow = rows.length > maxRows;
			if (overflow) parser.abort();
		}
	});
	parser.parse(text, 0, false);

	return { rows, quotes, overflow };
}
