import { sql, type Kysely } from 'kysely';

/**
 * Every row has its submission and its revisions, as before, asked once for all rows of a statement: a
 * foreign key asks row by row, which was two fifths of storing a file of a country.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	// The parents are locked as a foreign key locks them: nobody takes them away before this commits.
	await sql`
		create function record_has_parents() returns trigger language plpgsql as $$
		begin
			perform from submission where id in (select submission from added) for key share;
			perform from revision
				where id in (select since from added union select until from added) for key share;
			if exists (
				select from (select distinct submission as id from added) named
				where not exists (select from submission s where s.id = named.id)
			) or exists (
				select from (select since as id from added union select until from added) named
				where named.id is not null and not exists (select from revision r where r.id = named.id)
			) then
				raise exception 'record: no such submission or revision' using errcode = '23503';
			end if;
			return null;
		end
		$$
	`.execute(db);
	await sql`
		create function record_keeps_parents() returns trigger language plpgsql as $$
		begin
			if tg_table_name = 'submission' then
				if exists (select from gone join record r on r.submission = gone.id) then
					raise exception 'submission: it has records' using errcode = '23503';
				end if;
			elsif exists (select from gone join record r on r.since = gone.id)
				or exists (select from gone join record r on r.until = gone.id) then
				raise exception 'revision: it has records' using errcode = '23503';
			end if;
			return null;
		end
		$$
	`.execute(db);
	await sql`
		create function keep_id() returns trigger language plpgsql as $$
		begin
			if new.id is distinct from old.id then
				raise exception 'append-only: UPDATE of id on %', tg_table_name using errcode = '23001';
			end if;
			return new;
		end
		$$
	`.execute(db);

	for (const event of ['insert', 'update']) {
		await sql`
			create trigger ${sql.ref(`record_parents_${event}`)} after ${sql.raw(event)} on record
				referencing new table as added
				for each statement execute function record_has_parents()
		`.execute(db);
	}
	for (const parent of ['submission', 'revision']) {
		await sql`
			create trigger ${sql.ref(`${parent}_records`)} after delete on ${sql.table(parent)}
				referencing old table as gone
				for each statement execute function record_keeps_parents()
		`.execute(db);
	}
	await sql`
		create trigger submission_id before update of id on submission
			for each row execute function keep_id()
	`.execute(db);
	await sql`
		create trigger submission_truncate before truncate on submission
			for each statement execute function keep_history()
	`.execute(db);
	await sql`
		alter table record
			drop constraint record_submission_fkey,
			drop constraint record_since_fkey,
			drop constraint record_until_fkey
	`.execute(db);
}
