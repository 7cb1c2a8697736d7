import { sql, type Kysely } from 'kysely';

/** What the headings of a municipality's own tables mean: said once, proposed the next time. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table heading_memory (
			municipality text not null,
			dataset text not null,
			heading text not null,
			field text not null,
			account text references account,
			at timestamptz not null default date_trunc('milliseconds', now()),
			primary key (municipality, dataset, heading)
		)
	`.execute(db);
}
