import { sql, type Kysely } from 'kysely';

/** Quarters that were closed: their figures are corrected with a reason, and never undone. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table quarter (
			quarter text primary key check (quarter ~ '^(19|20)[0-9]{2}-T[1-4]$'),
			closed_at timestamptz not null default date_trunc('milliseconds', now()),
			closed_by text references account
		)
	`.execute(db);
}
