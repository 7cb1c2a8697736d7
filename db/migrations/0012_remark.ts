import { sql, type Kysely } from 'kysely';

/** Why a warning was kept. Whoever reviews the quarter reads it; it goes with its submission. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table remark (
			id int8 generated always as identity primary key,
			submission text not null references submission on delete cascade,
			code text not null,
			field text not null default '',
			text text not null check (length(text) between 1 and 1000),
			account text references account,
			at timestamptz not null default date_trunc('milliseconds', now()),
			unique (submission, code, field)
		)
	`.execute(db);
}
