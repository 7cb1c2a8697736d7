import type { Period } from '#lib/domain/period.ts';
import {
	addQuarters,
	isQuarter,
	quartersBetween,
	yearOf,
	type Quarter
} from '#lib/domain/quarter.ts';
import type { IndicatorMeta } from '#lib/indicators/types.ts';
import type { FigureAt, Stored } from './figure-at.ts';

/** Two years of quarters: the same season twice. */
const mostQuarters = 8;

/**
 * Periods of a figure that ends at `quarter`, the silent ones between too: from the first with a
 * figure of anybody. Of a yearly indicator, the years that are still valid.
 */
export function periodsShown(
	{ frequency, staleAfter }: Pick<IndicatorMeta, 'frequency' | 'staleAfter'>,
	series: readonly (readonly Stored[])[],
	quarter: Quarter
): Period[] {
	const known = new Set(
		series.flat().flatMap(({ period, value }) => (value === null ? [] : [period]))
	);
	if (frequency === 'quarter') {
		const window = quartersBetween(addQuarters(quarter, 1 - mostQuarters), quarter);
		return window.slice(
			Math.max(
				0,
				window.findIndex((period) => known.has(period))
			)
		);
	}

	const last = yearOf(quarter);
	const years = [...known]
		.filter((period) => !isQuarter(period))
		.map(Number)
		.filter((year) => year >= last - staleAfter && year <= last);
	const first = Math.min(...years);
	return Array.from(
		{ length: Math.max(...years) - first + 1 },
		(_, step): Period => `${first + step}`
	);
}

/** What a series has at each period; what is not stored was not reported. */
export function pointsAt(
	series: readonly Stored[],
	periods: readonly Period[]
): Pick<FigureAt, 'value' | 'state' | 'provisional'>[] {
	const stored = new Map(series.map((row) => [row.period, row]));
	return periods.map(
		(period) => stored.get(period) ?? { value: null, state: 'no_reporto', provisional: false }
	);
}
