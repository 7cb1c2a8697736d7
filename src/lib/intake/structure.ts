import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { headerFindings } from './findings/header.ts';
import { rowFindings } from './findings/rows.ts';
import type { Header } from './header.ts';
import { delimiters } from './layout.ts';
import { NotData, silent } from './not-data.ts';
import type { RawRow } from './tokenize.ts';

type Given = {
	readonly dataset: Dataset;
	readonly header: Header;
	readonly headings: readonly string[];
	/** Cells of the row of headings, blank ones at its end included. */
	readonly headingCells: number;
	readonly headerLine: number;
	readonly delimiter: string;
	/** Whether the text ends in the middle of a line. */
	readonly endsOpen: boolean;
};

/** The rows that hold data and have as many cells as there are headings; what is said of the others. */
export function dataRows(
	raw: readonly RawRow[],
	given: Given
): { rows: RawRow[]; findings: Finding[] } {
	const other = otherDelimiter(raw, given);
	if (other) return { rows: [], findings: [other] };

	const { header, headings } = given;
	const rows: RawRow[] = [];
	const findings: Finding[] = [];
	// Programs that end rows with a separator end the headings with it too.
	const usual = Math.max(header.width, Math.min(usualWidth(raw), given.headingCells));
	const others = new NotData(given, raw);
	for (const row of raw) {
		const { line, cells, width } = row;
		const apart = others.find(row);
		if (apart === silent) continue;
		if (apart) findings.push(apart);
		else if (cells.length > header.width) {
			const extra = cells.slice(header.width).find((cell) => cell.trim() !== '') ?? '';
			const hint = given.delimiter === ',' && hasCutNumber(cells);
			findings.push(rowFindings.extraCells(line, extra, width, header.width, hint));
		} else if (width < header.width) {
			const isLast = row === raw.at(-1) && given.endsOpen && raw.length > 1;
			const missing = headings.slice(width, header.width);
			findings.push(
				isLast
					? rowFindings.cutFile(line, width, header.width)
					: rowFindings.shortRow(line, width, header.width, missing)
			);
		} else {
			rows.push(row);
			// A decimal comma moves what follows by one cell, and empty columns at the end hide it.
			if (given.delimiter === ',' && width > usual && hasCutNumber(cells)) {
				findings.push(rowFindings.unevenRow(line, width, usual));
			}
		}
	}
	return { rows, findings };
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly RawRow[]): number {
	const counts = new Map<number, number>();
	for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

/** Whether two neighbouring cells may be one number with a decimal comma. */
function hasCutNumber(cells: readonly string[]): boolean {
	return cells.some(
		(cell, index) =>
			/^\s*-?\d{1,3}(\.\d{3})*$/.test(cell) && /^\d{1,3}%?\s*$/.test(cells[index + 1] ?? '')
	);
}

/** Headings with one separator and rows with another: each row is then a single cell. */
function otherDelimiter(raw: readonly RawRow[], given: Given): Finding | undefined {
	const [first] = raw;
	if (!first || given.header.width < 2) return undefined;
	const single = raw.filter(({ cells }) => cells.length === 1);
	if (single.length < raw.length * 0.8) return undefined;

	for (const delimiter of delimiters) {
		if (delimiter === given.delimiter) continue;
		const split = single.filter(
			({ cells }) => (cells[0] ?? '').slice(0, 5000).split(delimiter).length >= given.header.width
		);
		if (split.length >= single.length * 0.8 && split[0]) {
			const { line } = split[0];
			return headerFindings.delimiterDiffers(line, given.delimiter, delimiter, split.length);
		}
	}
	return undefined;
}
