import type { Finding } from '#lib/domain/finding.ts';
import type { CellValue } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { rowFindings } from './findings/rows.ts';
import type { ReadRow } from './rows.ts';

/** Figures that must be there before their being all zero says something. */
const enoughFigures = 3;

type Figures = {
	readonly place: CellValue;
	readonly when: CellValue;
	readonly line: number;
	zeros: number;
	others: boolean;
};

/**
 * A place that counted nothing at all in a period more likely left the zeros of a form, or wrote them
 * for what it does not know. The first row of each such place and period is named.
 */
export function* allZeros(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const { municipality, period } = dataset;
	if (municipality === undefined || period === undefined) return;
	const names = Object.entries(dataset.columns)
		.filter(([, { type, key }]) => !key && (type === 'count' || type === 'decimal'))
		.map(([name]) => name);
	if (names.length < 1) return;
	const groups = new Map<string, Figures>();
	let before: Figures | undefined;

	for (const { row } of rows) {
		const place = row.cells[municipality] ?? null;
		const when = row.cells[period] ?? null;
		let group = before?.place === place && before.when === when ? before : undefined;
		if (!group) {
			const key = JSON.stringify([place, when]);
			group = groups.get(key) ?? { place, when, line: row.line, zeros: 0, others: false };
			groups.set(key, group);
			before = group;
		}
		for (const name of names) {
			const value = row.cells[name];
			if (value === 0) group.zeros++;
			else if (typeof value === 'number') group.others = true;
		}
	}
	for (const { place, when, line, zeros, others } of groups.values()) {
		if (others || zeros < enoughFigures) continue;
		yield rowFindings.allZeros(line, zeros, `${String(place)}, ${String(when)}`);
	}
}
