import type { Kysely } from 'kysely';
import { groupValue } from '#lib/indicators/index.ts';
import type { Indicator, Measure, State } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { networkSeries, valuesOfGroup } from './values.ts';

/** A group's own value of one measure: pooled from its members, null under 60 % of coverage. */
export type GroupValue = {
	dimension: string;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	/** Members with a value, of `size`. */
	covered: number;
	size: number;
	state: State;
};

/** What a group is at one period, measure by measure, in the order in which they are declared. */
export async function groupValuesAt(
	db: Kysely<Database>,
	{
		viewer,
		indicator,
		period,
		members,
		scopes
	}: {
		viewer: Viewer;
		indicator: Indicator;
		period: Period;
		members: readonly string[];
		scopes?: ReadonlyMap<string, string>;
	}
): Promise<GroupValue[]> {
	const counted = withoutNested(members, scopes);

	return Promise.all(
		indicator.measures.map(async (measure) => {
			const options = { viewer, indicator: indicator.id, period, members: counted };
			const rows = await valuesOfGroup(db, { ...options, dimension: measure.dimension }).execute();
			return pooled(indicator, measure, rows, counted.length);
		})
	);
}

/** What a group was, period by period, for one measure; oldest first. Only periods with any value. */
export async function groupSeries(
	db: Kysely<Database>,
	{
		viewer,
		indicator,
		measure,
		members,
		from,
		to
	}: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		members: readonly string[];
		from?: Period;
		to?: Period;
	}
): Promise<(GroupValue & { period: Period })[]> {
	const rows = await networkSeries(db, {
		viewer,
		indicator: indicator.id,
		dimension: measure.dimension,
		members,
		from,
		to
	}).execute();

	const periods = new Map<Period, typeof rows>();
	for (const row of rows) {
		const same = periods.get(row.period);
		if (same) same.push(row);
		else periods.set(row.period, [row]);
	}

	return [...periods]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([period, values]) => ({
			period,
			...pooled(indicator, measure, values, members.length)
		}));
}

/**
 * Members that enter a sum: where a province reports as a whole, the districts inside it are left out
 * (their people are in the province's figures already).
 */
export function withoutNested(
	members: readonly string[],
	scopes: ReadonlyMap<string, string> = new Map()
): string[] {
	const provinces = new Set(
		members
			.filter((member) => scopes.get(member) === 'provincia')
			.map((member) => member.slice(0, 4))
	);
	return members.filter(
		(member) => scopes.get(member) === 'provincia' || !provinces.has(member.slice(0, 4))
	);
}

type MemberValue = {
	ubigeo: string;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	state: State;
};

function pooled(
	indicator: Indicator,
	measure: Measure,
	rows: readonly MemberValue[],
	size: number
): GroupValue {
	const members = rows.map(({ ubigeo, value, numerator, denominator, state }) => ({
		municipality: ubigeo,
		value,
		numerator,
		denominator,
		state
	}));
	return { dimension: measure.dimension, ...groupValue(indicator, measure, members, size) };
}
