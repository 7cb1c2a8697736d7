import { sql, type Kysely } from 'kysely';

/** Who did what to what: outlives the account that did it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table audit (
			id int8 generated always as identity primary key,
			account text,
			action text not null,
			subject text not null,
			detail jsonb not null default '{}',
			at timestamptz not null default date_trunc('milliseconds', now())
		)
	`.execute(db);
	await sql`create index audit_subject on audit (subject)`.execute(db);
}
