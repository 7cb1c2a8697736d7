import type { Dataset, RuleFinding } from '../datasets/types.ts';
import type { Severity } from '../domain/finding.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Cells } from '../domain/record.ts';

/** A row's own past: the same municipality and key (the quarter aside) in one earlier quarter. */
export type Past = {
	readonly quarter: Quarter;
	/** All columns, keys included; a column that is absent was blank. */
	readonly cells: Cells;
};

/** Earlier quarters of a row, oldest first, at most twenty; quarters without the row are absent. */
export type History = readonly Past[];

/** A rule over a row and its own past: one finding for each figure that it doubts. */
export type HistoryRule = {
	readonly id: string;
	readonly severity: Severity;
	/** What the rule asks, for the dataset's page. */
	readonly says: string;
	/** `cells` has all columns, keys included. Runs for every row of a quarterly dataset that has a past. */
	readonly check: (cells: Cells, history: History, dataset: Dataset) => Iterable<RuleFinding>;
};

/** Rules against what a municipality itself reported before. */
export const historyRules: readonly HistoryRule[] = [];
