import type { Dataset } from '#lib/datasets/types.ts';
import { headingsOf, recognised, tight } from './headings.ts';
import { maxColumns, tokenize } from './tokenize.ts';

/** How a text is laid out: what separates its cells and which row holds the headings. */
export type Layout = {
	readonly delimiter: string;
	/** Row of the headings, as a spreadsheet numbers it. */
	readonly headerLine: number;
	/** Place of the text where row 1 starts: after a `sep=` line, which Excel does not show. */
	readonly start: number;
	readonly headings: readonly string[];
	/** How many headings were recognised; 0 means that none was and row 1 was taken. */
	readonly known: number;
};

export const delimiters = [',', ';', '\t', '|'] as const;

const linesTried = 20;
const lettersTried = 400_000;

/** The text after a `sep=` line, and the separator that it states. */
export function sepLine(text: string): { start: number; delimiter?: string } {
	const found = /^"?sep=(.)"?[;,\t|]*(?:\n|$)/i.exec(text.slice(0, 40));
	return found?.[1] ? { start: found[0].length, delimiter: found[1] } : { start: 0 };
}

/**
 * Separator and heading row are chosen together, by how many known headings they bring to light in
 * the first rows: a separator alone is guessed wrong as soon as a title or a text has commas.
 */
export function findLayout(
	text: string,
	datasets: readonly Dataset[],
	choices: { delimiter?: string; headerLine?: number; columns?: Readonly<Record<string, string>> }
): Layout {
	const sep = sepLine(text);
	const probe = text.slice(sep.start, sep.start + lettersTried);
	const own = new Set(Object.keys(choices.columns ?? {}).map(tight));
	const chosen = delimiters.find((one) => one === choices.delimiter);
	const stated = chosen ?? delimiters.find((one) => one === sep.delimiter);
	const find = (tried: readonly string[]) =>
		best(tried, { ...choices, probe, start: sep.start, datasets, own });

	const found = find(stated ? [stated] : delimiters);
	// A `sep=` line stays behind when a file is saved anew with another separator.
	const other = stated && !chosen && (found?.known ?? 0) < 2 ? find(delimiters) : undefined;
	return (
		other ??
		found ?? { delimiter: stated ?? ',', headerLine: 1, start: sep.start, headings: [], known: 0 }
	);
}

type Tried = {
	readonly probe: string;
	readonly start: number;
	readonly datasets: readonly Dataset[];
	/** Headings that a person mapped. */
	readonly own: ReadonlySet<string>;
	readonly headerLine?: number;
};

/** The layout that brings most known headings to light; undefined when the text has no rows. */
function best(tried: readonly string[], given: Tried): Layout | undefined {
	const { probe, start, datasets, own } = given;
	let found: (Layout & { share: number }) | undefined;
	for (const delimiter of tried) {
		const { rows } = tokenize(probe, delimiter, {
			preview: Math.max(linesTried, given.headerLine ?? 0)
		});
		for (const { line, cells } of rows) {
			if (given.headerLine !== undefined && line !== given.headerLine) continue;
			const some = cells.slice(0, maxColumns);
			const mapped = own.size ? some.filter((cell) => own.has(tight(cell))).length : 0;
			const matches = datasets.map((dataset) => recognised(some, headingsOf(dataset)));
			const known = mapped + Math.max(0, ...matches);
			const share = known / some.length;
			const better =
				found === undefined ||
				known > found.known ||
				(known === found.known && known > 0 && share > found.share);
			if (better) found = { delimiter, headerLine: line, start, headings: cells, known, share };
		}
	}
	return found;
}
