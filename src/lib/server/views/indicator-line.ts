import type { Kysely } from 'kysely';
import {
	addQuarters,
	isQuarter,
	quartersBetween,
	yearOf,
	type Quarter
} from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { groupRule } from '#lib/indicators/measure.ts';
import type { Direction, Indicator, Measure, State } from '#lib/indicators/types.ts';
import type { Database } from '../db/schema.ts';
import { groupSeries } from '../queries/group-series.ts';
import type { Viewer } from '../visibility.ts';
import { groupFigures } from './group-figures.ts';

/** What an indicator is for people. */
export type Told = {
	readonly id: string;
	readonly slug: string;
	/** Of the measure; empty for the headline. */
	readonly dimension: string;
	readonly title: string;
	readonly unit: string;
	readonly decimals: number;
	/** A mean of whole numbers is not one. */
	readonly groupDecimals: number;
	readonly direction: Direction;
};

/** One indicator over a group in one line: value, middle, change, the way there. */
export type IndicatorLine = Told & {
	readonly value: number | null;
	readonly state: State;
	readonly median: number | null;
	readonly covered: number;
	readonly size: number;
	readonly change: number | null;
	readonly since: Period | null;
	/** Oldest first, a null where there is none. */
	readonly series: readonly (number | null)[];
};

/** How many quarters a sparkline shows. */
const shown = 8;

/** An indicator in the words and form of one of its measures. */
export function tell(indicator: Indicator, measure: Measure): Told {
	const decimals = measure.decimals ?? indicator.decimals;
	return {
		id: indicator.id,
		slug: indicator.slug,
		dimension: measure.dimension,
		title: measure.label ? `${indicator.title}: ${measure.label.toLowerCase()}` : indicator.title,
		unit: measure.unit ?? indicator.unit,
		decimals,
		groupDecimals: groupRule(indicator, measure) === 'weighted' ? Math.max(1, decimals) : decimals,
		direction: measure.direction ?? indicator.direction
	};
}

/** A measure of a group at a quarter, beside the same quarter of the year before (or the year before). */
export async function indicatorLine(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		quarter: Quarter;
		members: readonly string[];
	}
): Promise<IndicatorLine> {
	const { indicator, measure, quarter } = options;
	const [figures, all] = await Promise.all([
		groupFigures(db, { ...options, period: quarter }),
		groupSeries(db, { ...options, to: quarter })
	]);
	const series = all.map(({ period, value }) => ({ period, value }));
	const before = earlier(series, indicator.frequency, quarter);
	const value = figures.group.value;
	const plain = value === null || !before || before.value === null ? null : value - before.value;

	return {
		...tell(indicator, measure),
		value,
		state: figures.group.state,
		median: figures.median,
		covered: figures.group.covered,
		size: figures.group.size,
		change: isIndex(indicator, measure) ? await improvementOf(db, options) : plain,
		since: before?.period ?? null,
		series: filled(series, quarter)
	};
}

function isIndex(indicator: Indicator, measure: Measure): boolean {
	return indicator.id === 'IDX02' && measure.dimension === '';
}

// The index changes by its improvement: what is known at both ends, with the same microenterprises.
// The plain difference would also count who began or stopped reporting.
async function improvementOf(
	db: Kysely<Database>,
	options: { viewer: Viewer; quarter: Quarter; members: readonly string[] }
): Promise<number | null> {
	const indicator = findIndicator('IDX03');
	const measure = indicator?.measures.find(({ dimension }) => dimension === '');
	if (!indicator || !measure) throw new Error('No measure IDX03');
	const figures = await groupFigures(db, {
		...options,
		indicator,
		measure,
		period: options.quarter
	});
	return figures.group.value;
}

type Point = { readonly period: Period; readonly value: number | null };

function earlier(
	series: readonly Point[],
	frequency: 'year' | 'quarter',
	quarter: Quarter
): Point | undefined {
	if (frequency === 'quarter') {
		return series.find(({ period }) => period === addQuarters(quarter, -4));
	}
	return series.filter(({ value }) => value !== null).at(-2);
}

// The newest eight quarters (or years), with a gap for the silent ones.
function filled(series: readonly Point[], quarter: Quarter): (number | null)[] {
	const values = new Map(series.map(({ period, value }) => [period, value]));
	const periods = series.some(({ period }) => isQuarter(period))
		? quartersBetween(addQuarters(quarter, 1 - shown), quarter)
		: Array.from({ length: shown }, (_, step): Period => `${yearOf(quarter) - shown + 1 + step}`);
	return periods.map((period) => values.get(period) ?? null);
}
