import { fold } from '#lib/domain/names.ts';
import type { RawRow } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Columns that are looked at for values that we know, and how many of them are enough. */
const columnsTried = 30;
const enough = 3;

/** Whether a cell is an ubigeo or a quarter by its form: headings hold neither. */
export function isCodeOrPeriod(cell: string): boolean {
	return /^["'=\s]*(\d{5,6}|(19|20)\d{2}-?T[1-4])["\s]*$/i.test(cell.slice(0, 40));
}

/** In how many columns, up to three, at least half of the first rows are codes, periods or places. */
export function knownColumns(rows: readonly RawRow[], vocabularies: readonly Vocabulary[]): number {
	const width = Math.min(columnsTried, Math.max(0, ...rows.map(({ cells }) => cells.length)));
	let known = 0;
	for (let column = 0; column < width && known < enough; column++) {
		const hits = rows.filter(({ cells }) => isKnown(cells[column] ?? '', vocabularies)).length;
		if (hits > 0 && hits * 2 >= rows.length) known++;
	}
	return known;
}

function isKnown(cell: string, vocabularies: readonly Vocabulary[]): boolean {
	if (cell.length < 2 || cell.length > 60) return false;
	if (isCodeOrPeriod(cell)) return true;
	if (!/\p{L}/u.test(cell)) return false;
	const text = fold(cell);
	return text.length > 1 && vocabularies.some(({ values }) => values.has(text));
}
