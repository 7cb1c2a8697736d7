import { sql, type Kysely } from 'kysely';
import { fold } from '#lib/domain/names.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { memberTable } from './members.ts';

const listed = [
	'municipality.ubigeo',
	'municipality.name',
	'municipality.kind',
	'municipality.scope',
	'municipality.province',
	'municipality.department',
	'municipality.zone',
	'municipality.macroregion',
	'municipality.natural_region',
	'municipality.setting',
	'municipality.area_km2',
	'municipality.latitude',
	'municipality.longitude',
	'municipality.since',
	'municipality.until',
	'municipality.sort_key',
	'municipality.fictional'
] as const;

/** Municipalities in the order of their names: all of them, or the `members` of a group. */
export function listMunicipalities(
	db: Kysely<Database>,
	{ members }: { viewer: Viewer; members?: readonly string[] }
) {
	return db
		.selectFrom('municipality')
		.select(listed)
		.$if(members !== undefined, (query) =>
			query.where('municipality.ubigeo', 'in', textList(members ?? []))
		)
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo');
}

/** One page of the registry in the order of codes, after the code `after`. */
export function pageOfMunicipalities(
	db: Kysely<Database>,
	{
		viewer,
		limit,
		after,
		members
	}: {
		viewer: Viewer;
		limit: number;
		after?: string;
		members?: readonly string[];
	}
) {
	return listMunicipalities(db, { viewer, members })
		.clearOrderBy()
		.$if(after !== undefined, (query) => query.where('municipality.ubigeo', '>', after ?? ''))
		.orderBy('municipality.ubigeo')
		.limit(limit);
}

/** One municipality by its code; none when the registry does not have it. */
export function findMunicipality(
	db: Kysely<Database>,
	{ ubigeo }: { viewer: Viewer; ubigeo: string }
) {
	return db.selectFrom('municipality').select(listed).where('municipality.ubigeo', '=', ubigeo);
}

/** Municipalities whose name, province, department, alias or code holds every word of a text. */
export function searchMunicipalities(
	db: Kysely<Database>,
	{ text, limit = 50 }: { viewer: Viewer; text: string; limit?: number }
) {
	const words = fold(text).split(' ').filter(Boolean);

	return words
		.reduce(
			(query, word) =>
				query.where((where) =>
					where.or([
						where('municipality.search_key', 'like', `%${word}%`),
						where('municipality.ubigeo', 'like', `${word}%`)
					])
				),
			db.selectFrom('municipality').select(listed)
		)
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo')
		.limit(limit);
}

/** The networks of some municipalities: relation, stage, dates and the note with its doubts. */
export function membershipsOf(
	db: Kysely<Database>,
	{ municipalities }: { viewer: Viewer; municipalities: readonly string[] }
) {
	return db
		.selectFrom('membership')
		.innerJoin(memberTable(municipalities), 'member.ubigeo', 'membership.ubigeo')
		.select([
			'membership.ubigeo',
			'membership.network',
			'membership.relation',
			'membership.stage',
			'membership.since',
			'membership.until',
			'membership.note'
		])
		.orderBy('membership.ubigeo')
		.orderBy('membership.network')
		.orderBy('membership.relation');
}

/** Other names and spellings of one municipality. */
export function aliasesOf(db: Kysely<Database>, { ubigeo }: { viewer: Viewer; ubigeo: string }) {
	return db
		.selectFrom('municipality_alias')
		.select('alias')
		.where('ubigeo', '=', ubigeo)
		.orderBy('alias');
}

/** How many municipalities there are, and how many of them are invented. */
export function countMunicipalities(db: Kysely<Database>) {
	return db
		.selectFrom('municipality')
		.select([
			sql<number>`count(*)::int`.as('total'),
			sql<number>`(count(*) filter (where fictional))::int`.as('fictional')
		]);
}
