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
				above: false
			}));
	}

	add(rows: readonly ReadRow[]): void {
		for (const column of this.#columns) {
			for (const { row } of rows) {
				const value = row.cells[column.field];
				if (typeof value !== 'number') continue;
				const found = row.typed[column.field] ?? '';
				column.count++;
				if (value > 1 || found.includes('%')) column.above = true;
				if (Number.isInteger(value)) continue;
				column.fractions++;
				if (!column.first || row.line < column.first.line) column.first = { line: row.line, found };
			}
		}
	}

	*findings(): Generator<Finding> {
		const nowhereLarger = this.#columns.every(({ above }) => !above);
		for (const { field, label, first, count, fractions, above } of this.#columns) {
			if (above || !first) continue;
			if (!(fractions >= 2 && count >= 3) && !(fractions >= 1 && nowhereLarger)) continue;
			yield numberFindings.percentScale({ ...first, label, field }, count);
		}
	}
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
