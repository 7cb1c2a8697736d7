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

const numeric = ['count', 'decimal', 'percent'];

/** The figures of a row that have a past of so many quarters at least. */
export function figuresWithPast(
	cells: Cells,
	history: History,
	{ dataset, least }: { dataset: Dataset; least: number }
): Figure[] {
	if (history.length < least) return [];
	return Object.entries(dataset.columns).flatMap(([column, { key, type, label }]) => {
		const value = numberIn(cells, column);
		if (key === true || !numeric.includes(type) || value === null) return [];
		const past = history.flatMap(({ cells: earlier }) => numberIn(earlier, column) ?? []);
		return past.length < least ? [] : [{ column, label, value, past }];
	});
}
