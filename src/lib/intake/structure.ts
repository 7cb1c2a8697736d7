import { fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { keyColumns, type Dataset } from '#lib/datasets/types.ts';
import { codeIn } from './cells/code.ts';
import { headerFindings } from './findings/header.ts';
import { rowFindings } from './findings/rows.ts';
import { neededColumns, tight } from './headings.ts';
import type { Header } from './header.ts';
import { delimiters } from './layout.ts';
import type { RawRow } from './tokenize.ts';

type Given = {
	readonly dataset: Dataset;
	readonly header: Header;
	readonly headings: readonly string[];
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
	const usual = usualWidth(raw);
	const keyPlace = placeOfKey(given);
	for (const row of raw) {
		const { line, cells, width } = row;
		const apart = notData(row, given, keyPlace);
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
			const uneven = given.delimiter === ',' && width > Math.max(usual, header.width);
			if (uneven && hasCutNumber(cells)) {
				findings.push(rowFindings.unevenRow(line, width, header.width));
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

/** Rows that hold no data: the headings again, units below them, totals, notes. */
function notData(
	{ line, cells }: RawRow,
	given: Given,
	keyPlace: number | undefined
): Finding | undefined {
	const { dataset, header, headings, headerLine } = given;
	const first = cells.findIndex((cell) => cell.trim() !== '');
	const typed = (cells[first] ?? '').trim();
	const key = keyPlace === undefined ? undefined : (cells[keyPlace] ?? '').trim();

	const total = totalIn(cells, given);
	if (total !== undefined) return rowFindings.totalRow(line, total);
	// A row with a code where its key should be is data, whatever else it says.
	if (/^["'=\s]*\d[\d.,]*["\s]*$/.test(key ?? '')) return undefined;
	if (/\p{L}/u.test(typed) && tight(typed) === tight(headings[first] ?? '')) {
		return rowFindings.repeatedHeader(line);
	}
	const filled = cells.filter((cell) => cell.trim() !== '');
	const isUnits = line === headerLine + 1 && (key ?? '') === '' && !/\d/.test(filled.join(''));
	if (isUnits && filled.length > 1) return rowFindings.unitsRow(line);
	const name = [...header.places].find(([, place]) => place === first)?.[0];
	const column = name === undefined ? undefined : dataset.columns[name];
	const isCode = column?.type === 'code' && codeIn(column, typed) !== undefined;
	if (!isCode && totals.test(fold(typed.slice(0, 60)))) return rowFindings.totalRow(line, typed);
	if (header.width > 2 && notes.test(typed)) return rowFindings.noteRow(line, typed);

	const isNote = filled.length === 1 && header.width > 2 && typed.length > 20 && key !== undefined;
	return isNote ? rowFindings.noteRow(line, typed) : undefined;
}

/** «TOTAL» where the name of a fund or an institution should be: the row adds up those above. */
function totalIn(cells: readonly string[], { dataset, header }: Given): string | undefined {
	const names = keyColumns(dataset).filter((name) => dataset.columns[name]?.type === 'text');
	const typed = names.map((name) => (cells[header.places.get(name) ?? -1] ?? '').trim());
	return typed.find((text) => onlyTotal.test(fold(text.slice(0, 60))));
}

const onlyTotal = /^(sub ?total(es)?|(gran )?total(es)?( general(es)?)?|suma( total)?)$/;
const totals = /^(sub ?total(es)?|(gran )?total(es)?|sumas?|promedios?)( |$)/;
const notes =
	/^(\(?\*+\)?|\(?\d\)|\d\/(?!\d)|fuentes?\b|notas?\b|elaboraci[oó]n|elaborado|leyenda)/i;

/** Where the first key column of the file stands; undefined when the file has none. */
function placeOfKey({ dataset, header }: Given): number | undefined {
	const names = [dataset.municipality, ...neededColumns(dataset)];
	return names
		.map((name) => (name === undefined ? undefined : header.places.get(name)))
		.find((place) => place !== undefined);
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
