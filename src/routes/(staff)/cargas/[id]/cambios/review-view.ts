import type { Dataset } from '#lib/datasets/types.ts';
import type { CellValue } from '#lib/domain/record.ts';
import type { Reading } from '#lib/intake/check.ts';
import type { ChangedRow, CellChange } from '#lib/server/submissions/changes.ts';
import type { Review } from '#lib/server/submissions/review.ts';
import { number, signed } from '#lib/words/number.ts';
import { cellWords, decimalsOf, isFigure, type Names } from '../cells.ts';
import { keyWords } from '../key-words.ts';

const previewed = 10;
const listedChanges = 100;
const listedMissing = 20;

/** Ubigeos that the view names: of the rows shown, of those that change and of those that are absent. */
export function ubigeosShown({ rows, changes }: Review, doubtful: ReadonlySet<number>): string[] {
	const shown = [
		...rows.slice(0, previewed),
		...changes.changed.slice(0, listedChanges).map(({ row }) => row),
		...changes.missing.slice(0, listedMissing),
		...rows.filter(({ line }) => doubtful.has(line)).slice(0, previewed)
	];
	return [...new Set(shown.map(({ municipality }) => municipality ?? ''))];
}

/**
 * The first rows as they would be stored, and the first of those with something doubtful: the columns
 * that the file brings, in the order declared.
 */
export function previewOf(
	{ checked, dataset }: Review,
	names: Names,
	doubtful: ReadonlySet<number>
) {
	const first = checked.rows.slice(0, previewed);
	const others = checked.rows.slice(previewed).filter(({ line }) => doubtful.has(line));
	const columns = Object.entries(dataset.columns).filter(([name]) => {
		return isRead(name, checked.reading) || checked.rows[0]?.cells[name] != null;
	});
	return {
		total: checked.rows.length,
		columns: columns.map(([name, column]) => ({
			name,
			label: column.label,
			figure: isFigure(column)
		})),
		rows: [...first, ...others.slice(0, previewed)].map(({ line, cells, blanks }) => ({
			line,
			doubtful: doubtful.has(line),
			cells: columns.map(([name, column]) => ({
				text: cellWords(column, cells[name] ?? null, { blank: blanks[name], names }),
				blank: (cells[name] ?? null) === null
			}))
		}))
	};
}

function isRead(name: string, reading: Reading | null): boolean {
	return reading?.columns[name] !== undefined;
}

/** Cells that are stored with another value, old beside new, and how many lose theirs. */
export function changesTable({ changes, dataset }: Review, names: Names) {
	const cells = changes.changed.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
	return {
		total: cells.length,
		emptied: cells.filter(({ cell }) => cell.before !== null && cell.after === null).length,
		rows: cells
			.slice(0, listedChanges)
			.map(({ row, cell }) => changeWords(dataset, { row, cell, names }))
	};
}

/** Rows that are stored and that the file does not bring, by what they are about. */
export function missingRows({ changes, dataset }: Review, names: Names): string[] {
	return changes.missing.slice(0, listedMissing).map(({ key }) => keyWords(dataset, key, names));
}

type Change = { row: ChangedRow; cell: CellChange; names: Names };

function changeWords(dataset: Dataset, { row: { row }, cell, names }: Change) {
	const column = dataset.columns[cell.column] ?? { label: cell.column, type: 'text' as const };
	return {
		line: row.line,
		key: keyWords(dataset, row.key, names),
		label: column.label,
		figure: isFigure(column),
		before: cellWords(column, cell.before, { blank: cell.blankBefore, names }),
		after: cellWords(column, cell.after, { blank: cell.blankAfter, names }),
		difference: differenceWords(cell.before, cell.after)
	};
}

function differenceWords(before: CellValue, after: CellValue): string {
	if (typeof before !== 'number' || typeof after !== 'number') return '';
	const difference = after - before;
	const absolute = signed(difference, Math.max(decimalsOf(before), decimalsOf(after)));
	if (before === 0) return absolute;
	const percent = (100 * difference) / Math.abs(before);
	return `${absolute} (${percent > 0 ? '+' : ''}${number(percent, 1)}%)`;
}
