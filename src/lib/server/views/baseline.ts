import type { Kysely } from 'kysely';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { baseQuarter, servesAsBase } from '#lib/index/base.ts';
import type { Database } from '../db/schema.ts';
import { completePeriods } from '../queries/value-periods.ts';
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
	const rows = await completePeriods(db, { viewer, indicator: 'IDX02', members }).execute();
	const serving = rows.flatMap(({ period, members: complete }) =>
		isQuarter(period) && servesAsBase(complete, members.length) ? [period] : []
	);
	return baseQuarter(serving, quarter) ?? null;
}
