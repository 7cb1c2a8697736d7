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
	const stated = [choices.delimiter, sep.delimiter].find((one) =>
		delimiters.some((d) => d === one)
	);
	let best: (Layout & { share: number }) | undefined;

	for (const delimiter of stated ? [stated] : delimiters) {
		const { rows } = tokenize(probe, delimiter, {
			preview: Math.max(linesTried, choices.headerLine ?? 0)
		});
		for (const { line, cells } of rows) {
			if (choices.headerLine !== undefined && line !== choices.headerLine) continue;
			const tried = cells.slice(0, maxColumns);
			const chosen = own.size ? tried.filter((cell) => own.has(tight(cell))).length : 0;
			const matches = datasets.map((dataset) => recognised(tried, headingsOf(dataset)));
			const known = chosen + Math.max(0, ...matches);
			const share = known / tried.length;
			const better =
				best === undefined ||
				known > best.known ||
				(known === best.known && known > 0 && share > best.share);
			if (better) {
				best = { delimiter, headerLine: line, start: sep.start, headings: cells, known, share };
			}
		}
	}

	return (
		best ?? { delimiter: stated ?? ',', headerLine: 1, start: sep.start, headings: [], known: 0 }
	);
}
