import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';

/** Whether the invented network is loaded: every page then carries the banner. */
export async function hasFictional(db: Kysely<Database>): Promise<boolean> {
	const found = await fictionalMunicipality(db).executeTakeFirst();
	return found !== undefined;
}

function fictionalMunicipality(db: Kysely<Database>) {
	return db.selectFrom('municipality').where('fictional', '=', true).select('ubigeo').limit(1);
}
