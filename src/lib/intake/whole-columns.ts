import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { numberFindings } from './findings/numbers.ts';
import { rowFindings } from './findings/rows.ts';
import type { ReadRow } from './rows.ts';

type Percents = {
	readonly field: string;
	readonly label: string;
	first: { line: number; found: string } | undefined;
	count: number;
	fractions: number;
	above: boolean;
	/** The largest of those below one per cent without a sign, and the least of the others. */
	mostBelow: number;
	leastAbove: number;
	/** One of the others has its sign. */
	isSigned: boolean;
};

/**
 * Percentages that all lie between 0 and 1 were probably typed as fractions: three of a column, or
 * fewer when no other column of the file has a larger one either. With its sign, `0.5%` is what it says.
 */
export class PercentScales {
	readonly #columns: readonly Percents[];

	constructor(dataset: Dataset) {
		this.#columns = Object.entries(dataset.columns)
			.filter(([, { type }]) => type === 'percent')
			.map(([field, { label }]) => ({
				field,
				label,
				first: undefined,
				count: 0,
				fractions: 0,
				above: false,
				mostBelow: 0,
				leastAbove: Infinity,
				isSigned: false
			}));
	}

	add(rows: readonly ReadRow[]): void {
		for (const column of this.#columns) {
			for (const { row } of rows) {
				const value = row.cells[column.field];
				if (typeof value !== 'number') continue;
				const found = row.typed[column.field] ?? '';
				column.count++;
				const signed = found.includes('%');
				if (value > 1 || signed) column.above = true;
				if (signed && value >= 1) column.isSigned = true;
				if (value >= 1) column.leastAbove = Math.min(column.leastAbove, value);
				if (signed) continue;
				if (Number.isInteger(value)) continue;
				if (value > 1) continue;
				column.fractions++;
				column.mostBelow = Math.max(column.mostBelow, value);
				if (!column.first || row.line < column.first.line) column.first = { line: row.line, found };
			}
		}
	}

	*findings(): Generator<Finding> {
		const nowhereLarger = this.#columns.every(({ above }) => !above);
		for (const column of this.#columns) {
			const { field, label, first, count, fractions, above } = column;
			if (!first) continue;
			if (above && isMixed(column)) {
				const spot = { ...first, label, field };
				yield numberFindings.percentMixed(spot, fractions, column.leastAbove);
			}
			if (above) continue;
			if (!(fractions >= 2 && count >= 3) && !(fractions >= 1 && nowhereLarger)) continue;
			yield numberFindings.percentScale({ ...first, label, field }, count);
		}
	}
}

/**
 * Whether those below one per cent are not of the same scale as the others: a hundred times as much
 * they would be among them, and as they are nothing lies between.
 */
function isMixed({ mostBelow, leastAbove, isSigned }: Percents): boolean {
	if (leastAbove === Infinity) return false;
	return isSigned || (mostBelow * 10 < leastAbove && mostBelow * 200 >= leastAbove);
}

/**
 * A clerk reports one quarter at a time: two or three in a file may be cells that were not brought up
 * to date. More are a series that somebody meant to send.
 */
export class SeveralQuarters {
	readonly #period: string | undefined;
	readonly #counts = new Map<string, number>();

	constructor({ municipality, period, columns }: Dataset) {
		const isQuarterly = period !== undefined && columns[period]?.type === 'quarter';
		this.#period = isQuarterly && municipality !== undefined ? period : undefined;
	}

	add(rows: readonly ReadRow[]): void {
		if (this.#period === undefined) return;
		for (const { row } of rows) {
			const quarter = row.cells[this.#period];
			if (typeof quarter !== 'string') continue;
			this.#counts.set(quarter, (this.#counts.get(quarter) ?? 0) + 1);
		}
	}

	*findings(): Generator<Finding> {
		const { size } = this.#counts;
		if (size > 1 && size < 4) yield rowFindings.severalQuarters([...this.#counts].sort());
	}
}
