import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';

// Any number will do, as long as nothing else in the database locks with it.
const commitLock = 1_230_259_532;

/**
 * One commit at a time, until the end of the transaction. What is read after it is what every earlier
 * commit left, so revisions come in the order in which they become visible.
 */
export async function lockCommits(trx: Kysely<Database>): Promise<void> {
	await sql`select pg_advisory_xact_lock(${sql.lit(commitLock)})`.execute(trx);
}
