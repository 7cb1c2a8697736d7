import { sql, type Kysely } from 'kysely';
import type { Quarter } from '#lib/domain/quarter.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { memberTable } from './members.ts';

type Among = { viewer: Viewer; members?: readonly string[] };

/** Quarters in which at least one of the members has a confirmed row, newest first. */
export function quartersWithData(db: Kysely<Database>, { members }: Among) {
	return db
		.selectFrom('record')
		.where('until', 'is', null)
		.where('municipality', 'is not', null)
		.where('period', 'like', '____-T_')
		.$if(members !== undefined, (query) =>
			query.where('municipality', 'in', textList(members ?? []))
		)
		.select([
			sql<Quarter>`period`.as('quarter'),
			sql<number>`count(distinct municipality)::int`.as('municipalities')
		])
		.groupBy('period')
		.orderBy('period', 'desc');
}

/** The newest quarter in which one of the members has a confirmed row: what pages open at. */
export async function latestQuarter(
	db: Kysely<Database>,
	options: Among
): Promise<Quarter | undefined> {
	const row = await quartersWithData(db, options).limit(1).executeTakeFirst();
	return row?.quarter;
}

/**
 * Which datasets each member has rows of in a quarter: who has reported, and what. A row of nothing but
 * empty cells and «pendiente» reports nothing; «no aplica» and «nada que informar» do.
 */
export function reportedDatasets(
	db: Kysely<Database>,
	{ members, quarter }: { viewer: Viewer; members: readonly string[]; quarter: Quarter }
) {
	return db
		.selectFrom('record')
		.innerJoin(memberTable(members), 'member.ubigeo', 'record.municipality')
		.where('record.until', 'is', null)
		.where('record.period', '=', quarter)
		.where(sql<boolean>`(record.cells <> '{}' or record.blanks::text ~ '"(nada|no_aplica)"')`)
		.select(['member.ubigeo', 'record.dataset', sql<number>`count(*)::int`.as('rows')])
		.groupBy(['member.ubigeo', 'record.dataset'])
		.orderBy('member.ubigeo')
		.orderBy('record.dataset');
}
