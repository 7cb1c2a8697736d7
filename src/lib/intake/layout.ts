import type { Dataset } from '#lib/datasets/types.ts';
import { namedColumns, tight } from './headings.ts';
import { knownColumns, isCodeOrPeriod } from './layout-values.ts';
import { maxColumns, tokenize, type RawRow } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a text is laid out: what separates its cells and which row holds the headings. */
export type Layout = {
	readonly delimiter: string;
	/** Row of the headings, as a spreadsheet numbers it. */
	readonly headerLine: number;
	/** Place of the text where row 1 starts: after a `sep=` line, which Excel does not show. */
	readonly start: number;
	readonly headings: readonly string[];
	/** Cells of that row, blank ones at its end included. */
	readonly headingCells: number;
	/** How many headings were recognised; 0 means that none was. */
	readonly known: number;
	/** Columns with codes, periods or places that we know below the headings, three at most. */
	readonly values: number;
};

export const delimiters = [',', ';', '\t', '|'] as const;

/** Rows in which the headings are looked for, below whatever titles stand above them. */
export const linesTried = 100;
const lettersTried = 400_000;

/** The text after a `sep=` line, and the separator that it states. */
export function sepLine(text: string): { start: number; delimiter?: string } {
	const found = /^"?sep=(.)"?[;,\t|]*(?:\n|$)/i.exec(text.slice(0, 40));
	return found?.[1] ? { start: found[0].length, delimiter: found[1] } : { start: 0 };
}

/**
 * Separator and heading row are chosen together, by how many known headings they bring to light in
 * the first rows and known codes, periods and places below them: a separator alone is guessed wrong
 * as soon as a title or a text has commas. Only the start of the text is looked at.
 */
export function findLayout(
	text: string,
	datasets: readonly Dataset[],
	choices: { delimiter?: string; headerLine?: number; columns?: Readonly<Record<string, string>> },
	vocabularies: readonly Vocabulary[] = []
): Layout {
	const sep = sepLine(text);
	const probe = text.slice(sep.start, sep.start + lettersTried);
	const own = new Set(Object.keys(choices.columns ?? {}).map(tight));
	const chosen = delimiters.find((one) => one === choices.delimiter);
	const stated = chosen ?? delimiters.find((one) => one === sep.delimiter);
	const find = (tried: readonly string[]) =>
		best(tried, { ...choices, probe, start: sep.start, datasets, vocabularies, own });

	const found = find(stated ? [stated] : delimiters);
	// A `sep=` line stays behind when a file is saved anew with another separator.
	const other = stated && !chosen && (found?.known ?? 0) < 2 ? find(delimiters) : undefined;
	return (
		other ??
		found ?? {
			delimiter: stated ?? ',',
			headerLine: 1,
			start: sep.start,
			headings: [],
			headingCells: 0,
			known: 0,
			values: 0
		}
	);
}

type Tried = {
	readonly probe: string;
	readonly start: number;
	readonly datasets: readonly Dataset[];
	readonly vocabularies: readonly Vocabulary[];
	/** Headings that a person mapped. */
	readonly own: ReadonlySet<string>;
	readonly headerLine?: number;
};

type Candidate = Layout & { readonly score: number; readonly share: number };

/** The layout that brings most to light; undefined when the text has no rows. */
function best(tried: readonly string[], given: Tried): Layout | undefined {
	let found: Candidate | undefined;
	for (const delimiter of tried) {
		const { rows } = tokenize(given.probe, delimiter, {
			preview: Math.max(linesTried, (given.headerLine ?? 0) + 10)
		});
		rows.forEach((row, index) => {
			if (given.headerLine !== undefined && row.line !== given.headerLine) return;
			if (given.headerLine === undefined && row.line > linesTried) return;
			const one = candidate(row, rows.slice(index + 1, index + 11), delimiter, given);
			const better =
				found === undefined ||
				one.score > found.score ||
				(one.score === found.score && one.score > 0 && one.share > found.share);
			if (better) found = one;
		});
	}
	return found;
}

/** How much a row says for being the headings: the columns it names, the known values below them. */
function candidate(
	{ line, cells, width }: RawRow,
	below: readonly RawRow[],
	delimiter: string,
	{ start, datasets, vocabularies, own }: Tried
): Candidate {
	const some = cells.slice(0, maxColumns);
	const mapped = own.size ? some.filter((cell) => own.has(tight(cell))).length : 0;
	const known = mapped + namedColumns(some, datasets);
	const isData = some.some(isCodeOrPeriod);
	// A row of words over known values may be headings that nobody has told us of yet.
	const mayHead = known > 0 || (!isData && some.length > 1 && some.every(isWords));
	const values = mayHead ? knownColumns(below, vocabularies) : 0;
	const least = known > 0 || values > 1;
	// Over rows of a single cell it is a sentence with commas, or the rows have another separator.
	const isAlone = some.length > 1 && below.length > 0 && below.every(({ width }) => width < 2);
	const score = least ? (known + values - (isData ? 1 : 0)) / (isAlone ? 2 : 1) : 0;
	const share = known / some.length;
	const about = { delimiter, headerLine: line, start, headings: cells, headingCells: width };
	return { ...about, known, values: least ? values : 0, score, share };
}

function isWords(cell: string): boolean {
	return cell.trim() !== '' && cell.length <= 80 && !/^\W*\d/.test(cell);
}
