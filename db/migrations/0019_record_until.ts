import { sql, type Kysely } from 'kysely';

/** Undoing a submission asks which rows it superseded: without this, by reading every row there is. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index record_until on record (until) where until is not null`.execute(db);
}
