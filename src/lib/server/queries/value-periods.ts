import { sql, type Kysely } from 'kysely';
import type { Period } from '#lib/domain/period.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { anyOf } from './members.ts';

/** The periods of which a member has a figure of one measure, newest first. */
export function valuePeriods(
	db: Kysely<Database>,
	{
		indicator,
		dimension,
		members
	}: { viewer: Viewer; indicator: string; dimension: string; members: readonly string[] }
) {
	return db
		.selectFrom('indicator_value')
		.where('indicator', '=', indicator)
		.where('dimension', '=', dimension)
		.where('value', 'is not', null)
		.where('municipality', 'in', textList(members))
		.select(sql<Period>`period`.as('period'))
		.groupBy('period')
		.orderBy('period', 'desc');
}

/** The periods of which a member has a complete figure of one headline, and how many have. */
export function completePeriods(
	db: Kysely<Database>,
	{ indicator, members }: { viewer: Viewer; indicator: string; members: readonly string[] }
) {
	return db
		.selectFrom('indicator_value')
		.where('indicator', '=', indicator)
		.where('dimension', '=', '')
		.where('state', '=', 'ok')
		.where('municipality', '=', anyOf(members))
		.select([sql<Period>`period`.as('period'), sql<number>`count(*)::int`.as('members')])
		.groupBy('period')
		.orderBy('period');
}
