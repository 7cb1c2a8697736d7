import { sql, type Kysely } from 'kysely';

/** Undoing asks for the whole past of some keys, and the index of current rows knows only the present. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index record_past on record (dataset, key) where until is not null`.execute(db);
}
