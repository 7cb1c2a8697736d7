import { sql, type Kysely } from 'kysely';

/** Who corrected a cell on the page and what the file had there; the new text is in the choices. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table correction (
			submission text not null references submission on delete cascade,
			line int4 not null check (line >= 1),
			field text not null,
			original text not null,
			text text not null,
			primary key (submission, line, field)
		)
	`.execute(db);
}
