import { sql, type Kysely } from 'kysely';

/** Several submissions may share one file: the sheets of a workbook, each of its own dataset. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table submission
			add column sheet text,
			add column municipality text,
			add column retire_missing boolean not null default false
	`.execute(db);
	await sql`create index submission_package on submission (package) where package is not null`.execute(
		db
	);
}
