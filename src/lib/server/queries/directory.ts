import { sql, type Kysely } from 'kysely';
import { fold } from '#lib/domain/names.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';

type Asked = { viewer: Viewer; text?: string; members?: readonly string[] };

/** How many municipalities a search finds. */
export function countDirectory(db: Kysely<Database>, asked: Asked) {
	return matching(db, asked).select(sql<number>`count(*)::int`.as('total'));
}

/** One page of the municipalities that a search finds, by name, each with its newest quarter of records. */
export function pageOfDirectory(
	db: Kysely<Database>,
	{ limit, offset, ...asked }: Asked & { limit: number; offset: number }
) {
	return matching(db, asked)
		.select((place) => [
			'municipality.ubigeo',
			'municipality.name',
			'municipality.province',
			'municipality.department',
			'municipality.fictional',
			place
				.selectFrom('record')
				.whereRef('record.municipality', '=', 'municipality.ubigeo')
				.where('record.until', 'is', null)
				.where('record.period', 'like', '____-T_')
				.select(sql<Quarter | null>`max(record.period)`.as('last'))
				.as('last')
		])
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo')
		.limit(limit)
		.offset(offset);
}

// Every word must be in a name, a province, a department or an alias, or begin the code.
function matching(db: Kysely<Database>, { text = '', members }: Asked) {
	const words = fold(text).split(' ').filter(Boolean);
	return words.reduce(
		(query, word) =>
			query.where((where) =>
				where.or([
					where('municipality.search_key', 'like', `%${word}%`),
					where('municipality.ubigeo', 'like', `${word}%`)
				])
			),
		db
			.selectFrom('municipality')
			.$if(members !== undefined, (query) =>
				query.where('municipality.ubigeo', 'in', textList(members ?? []))
			)
	);
}
