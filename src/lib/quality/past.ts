import { numberIn } from '../datasets/cells.ts';
import type { Dataset } from '../datasets/types.ts';
import type { Cells } from '../domain/record.ts';
import type { History } from './history.ts';

/** A figure of a row with those that stood in its column in earlier quarters, blanks left out. */
export type Figure = {
	readonly column: string;
	readonly label: string;
	readonly value: number;
	readonly past: readonly number[];
};

/** The figures of a row that have a past of so many quarters at least. */
export function figuresWithPast(
	cells: Cells,
	history: History,
	{ dataset, least }: { dataset: Dataset; least: number }
): Figure[] {
	if (history.length < least) return [];
	// Several rules ask of the same row, one after the other.
	if (last?.cells !== cells || last.history !== history)
		last = { cells, history, figures: figuresOf(cells, history, dataset) };
	return last.figures.filter(({ past }) => past.length >= least);
}

let last: { cells: Cells; history: History; figures: readonly Figure[] } | undefined;

function figuresOf(cells: Cells, history: History, dataset: Dataset): Figure[] {
	return numericColumns(dataset).flatMap(({ column, label }) => {
		const value = numberIn(cells, column);
		if (value === null) return [];
		const past: number[] = [];
		for (const { cells: earlier } of history) {
			const before = numberIn(earlier, column);
			if (before !== null) past.push(before);
		}
		return [{ column, label, value, past }];
	});
}

type NumericColumn = { readonly column: string; readonly label: string };

function numericColumns(dataset: Dataset): readonly NumericColumn[] {
	const before = columnsOf.get(dataset);
	if (before) return before;
	const columns = Object.entries(dataset.columns)
		.filter(([, { key, type }]) => key !== true && numeric.includes(type))
		.map(([column, { label }]) => ({ column, label }));
	columnsOf.set(dataset, columns);
	return columns;
}

const numeric = ['count', 'decimal', 'percent'];
const columnsOf = new WeakMap<Dataset, readonly NumericColumn[]>();
