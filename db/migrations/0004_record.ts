import { sql, type Kysely } from 'kysely';

/**
 * Accepted rows, kept and never edited: a later one of the same key closes the earlier. The id of a
 * revision is the data version that caches and ETags use.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table revision (
			id int8 generated always as identity primary key,
			submission text references submission,
			reason text not null,
			created_at timestamptz not null default date_trunc('milliseconds', now())
		)
	`.execute(db);
	await sql`create index revision_submission on revision (submission)`.execute(db);
	await sql`
		alter table submission add constraint submission_revision
			foreign key (revision) references revision deferrable initially deferred
	`.execute(db);

	await sql`
		create table record (
			id int8 generated always as identity primary key,
			dataset text not null,
			key text collate "C" not null,
			municipality text,
			period text check (period ~ '^((19|20)[0-9]{2}(-T[1-4])?|2100)$'),
			submission text not null references submission,
			line int4 not null check (line >= 1),
			cells jsonb not null,
			blanks jsonb not null default '{}',
			since int8 not null references revision,
			until int8 references revision,
			check (until >= since)
		)
	`.execute(db);
	await sql`
		create unique index record_current on record (dataset, key) where until is null
	`.execute(db);
	await sql`
		create index record_place on record (dataset, municipality, period) where until is null
	`.execute(db);
	await sql`
		create index record_municipality on record (municipality) where until is null
	`.execute(db);
	await sql`create index record_submission on record (submission, line)`.execute(db);
}
