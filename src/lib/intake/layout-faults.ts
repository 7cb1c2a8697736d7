import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Choices } from './check.ts';
import { fileFindings } from './findings/file.ts';
import { headerFindings } from './findings/header.ts';
import { namedColumns } from './headings.ts';
import { linesTried, type Layout } from './layout.ts';
import type { RawRow } from './tokenize.ts';
import { wideFault } from './wide.ts';

/** What keeps a file from being read by its headings, its rows from the first on; undefined when nothing does. */
export function headingFault(
	{ headings, headerLine, known, values, delimiter }: Layout,
	rows: readonly RawRow[],
	datasets: readonly Dataset[],
	choices: Choices = {}
): Finding | undefined {
	const wide = wideFault(headings, datasets, choices);
	if (wide) return headerFindings.wideFormat(headerLine, wide);

	// A word of the data may be a heading elsewhere; a row with figures in it is no row of headings.
	const figures = headings.filter((heading) => /^\W*\d/.test(heading)).length;
	if (known + values > 0 && (known >= 3 || figures < 2)) return undefined;
	const first = rows[0]?.cells.join(delimiter);
	if (first === undefined) return fileFindings.empty();
	const other = otherSeparator(rows, datasets);
	return other ? headerFindings.otherSeparator(...other) : headerFindings.noHeader(first);
}

/** What may stand between headings besides a separator, and how many of them it must bring to light. */
const others = [
	['cell', /[,;\t|]/, 2],
	['colon', /:/, 2],
	['spaces', /\s+/, 3]
] as const;

/** The first row whose one cell holds headings, and what stands between them. */
function otherSeparator(
	rows: readonly RawRow[],
	datasets: readonly Dataset[]
): [line: number, separator: (typeof others)[number][0]] | undefined {
	for (const { line, cells } of rows.slice(0, linesTried)) {
		const [only = '', ...rest] = cells;
		if (rest.length > 0) continue;
		for (const [separator, form, least] of others) {
			const parts = only.slice(0, 5000).split(form);
			if (namedColumns(parts, datasets) >= least) return [line, separator];
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
