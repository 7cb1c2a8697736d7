import type { Dataset } from '#lib/datasets/types.ts';
import { headingsOf, recognised } from './headings.ts';
import type { RawRow } from './tokenize.ts';

/** What may stand between headings besides a separator, and how many of them it must bring to light. */
const others = [
	['cell', /[,;\t|]/, 2],
	['colon', /:/, 2],
	['spaces', /\s+/, 3]
] as const;

/** The first row whose one cell holds headings, and what stands between them. */
export function otherSeparator(
	rows: readonly RawRow[],
	datasets: readonly Dataset[]
): [line: number, separator: (typeof others)[number][0]] | undefined {
	for (const { line, cells } of rows.slice(0, 20)) {
		const [only = '', ...rest] = cells;
		if (rest.length > 0) continue;
		for (const [separator, form, least] of others) {
			const parts = only.slice(0, 5000).split(form);
			if (datasets.some((dataset) => recognised(parts, headingsOf(dataset)) >= least)) {
				return [line, separator];
			}
		}
	}
	return undefined;
}

/** Titles of groups in the row above the headings: each spans some of them, as merged cells do. */
export function groupsAbove(above: readonly string[], headings: readonly string[]): string[] {
	const isFilled = (cells: readonly string[], index: number) => (cells[index] ?? '').trim() !== '';
	return above.filter(
		(text, index) =>
			index > 0 &&
			isFilled(above, index) &&
			text.trim().length <= 40 &&
			isFilled(headings, index) &&
			isFilled(headings, index + 1) &&
			!isFilled(above, index + 1)
	);
}
