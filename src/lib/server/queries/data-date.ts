import type { Kysely } from 'kysely';
import { limaDate } from '#lib/domain/lima.ts';
import type { Database } from '../db/schema.ts';

/** When the newest revision was made: figures are «as of» then. */
export function newestRevisionDate(db: Kysely<Database>) {
	return db.selectFrom('revision').select('created_at').orderBy('id', 'desc').limit(1);
}

/** The day in Lima of the newest data, ISO; null before anything was loaded. */
export async function dataDate(db: Kysely<Database>): Promise<string | null> {
	const row = await newestRevisionDate(db).executeTakeFirst();
	return row ? limaDate(new Date(row.created_at)) : null;
}
