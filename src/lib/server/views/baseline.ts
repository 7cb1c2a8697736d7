import type { Kysely } from 'kysely';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { baseQuarter, servesAsBase } from '#lib/index/base.ts';
import type { Database } from '../db/schema.ts';
import { networkSeries } from '../queries/values.ts';
import type { Viewer } from '../visibility.ts';

/**
 * The quarter with which a group's figures are compared: the start of the run of quarters in which
 * enough members have a complete index. Null before there is one.
 */
export async function baselineOf(
	db: Kysely<Database>,
	options: { viewer: Viewer; members: readonly string[]; quarter: Quarter }
): Promise<Quarter | null> {
	const { viewer, members, quarter } = options;
	const rows = await networkSeries(db, { viewer, indicator: 'IDX02', members }).execute();
	const complete = new Map<Quarter, number>();
	for (const { period, state } of rows)
		if (state === 'ok' && isQuarter(period)) complete.set(period, (complete.get(period) ?? 0) + 1);

	const serving = [...complete].flatMap(([period, count]) =>
		servesAsBase(count, members.length) ? [period] : []
	);
	return baseQuarter(serving, quarter) ?? null;
}
