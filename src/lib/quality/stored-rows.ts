import { keyColumns, type Dataset } from '../datasets/types.ts';
import { periodYear } from '../domain/period.ts';
import { isQuarter, quarterEnd, yearOf, type Quarter } from '../domain/quarter.ts';
import type { Cells, CellValue, Row } from '../domain/record.ts';
import type { History, Past } from './history.ts';

/** A row that is stored and current. `cells` has all columns, keys included. */
export type Stored = {
	readonly dataset: string;
	readonly period: string | null;
	readonly cells: Cells;
};

/** Quarters for which a municipality told anything, in order. */
export function quartersOf(stored: readonly Stored[]): Quarter[] {
	const periods = new Set(stored.map(({ period }) => period ?? ''));
	return [...periods].filter(isQuarter).sort();
}

/** The rows of each dataset as rules read them; a row's line is its place among all. */
export function rowsByDataset(
	stored: readonly Stored[],
	datasets: readonly Dataset[]
): Map<Dataset, Row[]> {
	const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
	const rows = new Map<Dataset, Row[]>();
	stored.forEach(({ dataset: id, cells }, line) => {
		const dataset = byId.get(id);
		if (!dataset) return;
		const list = rows.get(dataset) ?? [];
		list.push({ line, cells, blanks: {}, typed: {} });
		rows.set(dataset, list);
	});
	return rows;
}

/**
 * Rows that count in a quarter, newest period first: its own; of yearly ones, those of its year and of
 * the years before while a figure of theirs still serves (five years, fifteen in `contexto`); of a
 * registry all, and of members those who were in at the quarter's end.
 */
export function groupsInForce(
	dataset: Dataset,
	rows: readonly Row[]
): (quarter: Quarter) => (readonly Row[])[] {
	const { period } = dataset;
	if (period === undefined)
		return (quarter) => {
			const present = rows.filter(({ cells }) => isPresent(cells, quarter));
			return present.length === 0 ? [] : [present];
		};
	if (dataset.columns[period]?.type === 'quarter') {
		const byQuarter = new Map<CellValue, Row[]>();
		for (const row of rows) {
			const quarter = row.cells[period] ?? null;
			const own = byQuarter.get(quarter);
			if (own) own.push(row);
			else byQuarter.set(quarter, [row]);
		}
		return (quarter) => {
			const own = byQuarter.get(quarter);
			return own ? [own] : [];
		};
	}
	return (quarter) => yearsInForce(dataset, rows, { period, quarter });
}

function yearsInForce(
	dataset: Dataset,
	rows: readonly Row[],
	{ period, quarter }: { period: string; quarter: Quarter }
): (readonly Row[])[] {
	const oldest = yearOf(quarter) - (dataset.id === 'contexto' ? 15 : 5);
	const byYear = new Map<number, Row[]>();
	for (const row of rows) {
		const year = yearIn(row.cells, period);
		if (year < oldest || year > yearOf(quarter)) continue;
		byYear.set(year, [...(byYear.get(year) ?? []), row]);
	}
	return [...byYear].sort(([a], [b]) => b - a).map(([, group]) => group);
}

function yearIn(cells: Cells, period: string): number {
	return periodYear(String(cells[period] ?? '') as `${number}`);
}

/** `desde` and `hasta` are dates of members and quarters of memberships; each is compared in its kind. */
function isPresent(cells: Cells, quarter: Quarter): boolean {
	const at = (text: string) => (isQuarter(text) ? quarter : quarterEnd(quarter));
	const from = cells['desde'];
	const until = cells['hasta'];
	if (typeof from === 'string' && from > at(from)) return false;
	return typeof until !== 'string' || until >= at(until);
}

/** Earlier quarters of each row of a quarterly dataset, as far as twenty; none for the others. */
export function historyOf(dataset: Dataset, rows: readonly Row[]): (row: Row) => History {
	const { period } = dataset;
	if (period === undefined || dataset.columns[period]?.type !== 'quarter') return () => [];

	const names = keyColumns(dataset).filter((name) => name !== period);
	const keyOf = ({ cells }: Row) => JSON.stringify(names.map((name) => cells[name] ?? null));
	const all = new Map<string, Past[]>();
	const listOf = new Map<Row, Past[]>();
	for (const row of rows) {
		const quarter = String(row.cells[period] ?? '');
		if (!isQuarter(quarter)) continue;
		const key = keyOf(row);
		const list = all.get(key) ?? [];
		list.push({ quarter, cells: row.cells });
		all.set(key, list);
		listOf.set(row, list);
	}
	for (const list of all.values()) list.sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
	return (row) => {
		const list = listOf.get(row) ?? [];
		const later = list.findIndex(({ quarter }) => quarter >= String(row.cells[period]));
		return list.slice(Math.max(0, later - 20), Math.max(0, later));
	};
}
