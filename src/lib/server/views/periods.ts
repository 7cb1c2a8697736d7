import type { Kysely } from 'kysely';
import { periodYear, type Period } from '#lib/domain/period.ts';
import { quarterName, yearOf, type Quarter } from '#lib/domain/quarter.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import type { Database } from '../db/schema.ts';
import { valuePeriods } from '../queries/value-periods.ts';
import type { Viewer } from '../visibility.ts';
import type { Choice } from './choice.ts';

/** A moment that can be chosen: structural figures are of a year, asked for by its last quarter. */
export type PeriodOption = { readonly id: Quarter; readonly name: string };

/** The moment shown, how it is called, and what may be chosen instead. Null: nothing was reported. */
export type Moment = {
	readonly quarter: Quarter;
	/** What people are told: `III trimestre 2026`, or `2025` for figures of a year. */
	readonly period: Period;
	readonly options: readonly PeriodOption[];
};

/** When an indicator is shown: quarters of the group, or the years of which there are figures. */
export async function momentOf(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		choice: Choice;
		indicator: Indicator;
		measure: Measure;
		/** Whether the address names a quarter. */
		asked: boolean;
	}
): Promise<Moment | null> {
	const { viewer, choice, indicator, measure, asked } = options;
	const { quarter, quarters, group } = choice;
	if (indicator.frequency === 'quarter') {
		if (!quarter) return null;
		const all = quarters.map((id) => ({ id, name: quarterName(id) }));
		return { quarter, period: quarter, options: all };
	}

	const rows = await valuePeriods(db, {
		viewer,
		indicator: indicator.id,
		dimension: measure.dimension,
		members: group.members
	}).execute();
	const years = rows.map(({ period }) => periodYear(period));
	const newest = years[0];
	const limit = asked && quarter ? yearOf(quarter) : newest;
	const year = years.find((one) => limit !== undefined && one <= limit) ?? newest;
	if (year === undefined) return null;

	const shown = asked && quarter ? quarter : endOf(year);
	return {
		quarter: shown,
		period: `${yearOf(shown)}`,
		options: [...new Set([yearOf(shown), ...years])]
			.sort((a, b) => b - a)
			.map((one) => ({ id: one === yearOf(shown) ? shown : endOf(one), name: String(one) }))
	};
}

function endOf(year: number): Quarter {
	return `${year}-T4`;
}
