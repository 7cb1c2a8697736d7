import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { anyOf, isMany } from './members.ts';

/** Names by ubigeo in one cell: a country of rows would cost more. Of many members, everybody's. */
export function packedNames(
	db: Kysely<Database>,
	{ members }: { viewer: Viewer; members: readonly string[] }
) {
	return db
		.selectFrom('municipality')
		.$if(!isMany(members), (query) => query.where('ubigeo', '=', anyOf(members)))
		.select(sql<Record<string, string> | null>`json_object_agg(ubigeo, name)`.as('names'));
}

/** What municipalities are called, by ubigeo. Of many members everybody's name is there. */
export async function namesOf(
	db: Kysely<Database>,
	options: { viewer: Viewer; members: readonly string[] }
): Promise<ReadonlyMap<string, string>> {
	const { names } = await packedNames(db, options).executeTakeFirstOrThrow();
	return new Map(Object.entries(names ?? {}));
}
