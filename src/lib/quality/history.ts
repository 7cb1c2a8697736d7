import type { Dataset, RuleFinding } from '../datasets/types.ts';
import type { Severity } from '../domain/finding.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Cells } from '../domain/record.ts';
import { DQ19 } from './dq19.ts';
import { DQ20 } from './dq20.ts';
import { DQ21 } from './dq21.ts';

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
	/** Whether the row has figures with past enough to be compared. */
	readonly applies: (cells: Cells, history: History, dataset: Dataset) => boolean;
};

/** Soles for one unit of a currency, average of a quarter: `USD 2025-T3` → 3.54. */
export type Rates = ReadonlyMap<string, number>;

/** What a rule may know of a row that is not in its file: its own past and the rates of exchange. */
export type Beyond = {
	readonly dataset: Dataset;
	readonly history: History;
	readonly rates: Rates;
};

/** A rule over a row and what is stored besides. */
export type ContextRule = {
	readonly id: string;
	readonly severity: Severity;
	readonly says: string;
	readonly check: (cells: Cells, beyond: Beyond) => Iterable<RuleFinding>;
	readonly applies: (cells: Cells, beyond: Beyond) => boolean;
};

/** Rules against what a municipality itself reported before. */
export const historyRules: readonly HistoryRule[] = [DQ19, DQ20];

/** Rules that need the rates of exchange. */
export const contextRules: readonly ContextRule[] = [DQ21];
