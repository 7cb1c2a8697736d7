import type { Kysely } from 'kysely';
import { isQuarter, yearOf } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Indicator, Measure, MemberValue } from '#lib/indicators/types.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { isAnswer, spanFor } from './as-of.ts';
import { countedMembers } from './counted-members.ts';
import { groupValueOf, type GroupValue } from './group-values.ts';
import { networkSeries } from './values.ts';

type Row = MemberValue & { readonly period: Period };

/**
 * What a group was, period by period, for one measure; oldest first, and only the periods of which a
 * member has a value. Each series is read once, however many periods there are.
 */
export async function groupSeries(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		members: readonly string[];
		from?: Period;
		to?: Period;
	}
): Promise<(GroupValue & { period: Period })[]> {
	const { viewer, indicator, measure, from, to } = options;
	const { members } = await countedMembers(db, options);
	const known = new Map<string, Promise<Row[]>>();

	const series = (id: string, dimension: string): Promise<Row[]> => {
		const name = `${id}|${dimension}`;
		const found = known.get(name) ?? readSeries(db, { viewer, id, dimension, members });
		known.set(name, found);
		return found;
	};

	const own = await series(indicator.id, measure.dimension);
	const periods = [...new Set(own.map((row) => row.period))]
		.filter((period) => (from ?? '') <= period && (to === undefined || period <= to))
		.sort();

	return Promise.all(
		periods.map(async (period) => {
			const read = async (id: string, dimension: string) =>
				valuesAt(await series(id, dimension), id, period);
			return { period, ...(await groupValueOf(indicator, measure, members.length, read)) };
		})
	);
}

async function readSeries(
	db: Kysely<Database>,
	options: { viewer: Viewer; id: string; dimension: string; members: readonly string[] }
): Promise<Row[]> {
	const { id, ...rest } = options;
	const found = await networkSeries(db, { ...rest, indicator: id }).execute();
	return found.map(({ ubigeo, ...row }) => ({ ...row, municipality: ubigeo }));
}

/**
 * The value of each member that answers for a period: its own, or the newest year that is valid. A
 * year is read as its last quarter, so that who reports later than others does not look like a loss.
 */
function valuesAt(rows: readonly Row[], indicator: string, period: Period): MemberValue[] {
	const yearly = findIndicator(indicator)?.frequency === 'year';
	const end = yearly && !isQuarter(period) ? (`${Number(period)}-T4` as const) : period;
	const span = spanFor(findIndicator(indicator), end);
	const last = isQuarter(end) && !span.exact ? String(yearOf(end)) : span.to;
	const newest = new Map<string, Row>();

	for (const row of rows) {
		if (row.period < span.from || row.period > last) continue;
		const before = newest.get(row.municipality);
		// Rows come oldest first: a newer one wins, unless it could not be computed.
		if (!before || isAnswer(row) || before.value === null) newest.set(row.municipality, row);
	}
	return [...newest.values()];
}
