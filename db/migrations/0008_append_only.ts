import { sql, type Kysely } from 'kysely';

/**
 * History is never edited or deleted, whoever asks: the database itself refuses. The one exception is
 * what derives from invented files, while a transaction has said
 * `set local observatorio.vaciar_demo = 'on'`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create function keep_history() returns trigger language plpgsql as $$
		begin
			if tg_op = 'DELETE' and tg_table_name in ('record', 'revision') then
				if current_setting('observatorio.vaciar_demo', true) = 'on' and exists (
					select from submission where id = old.submission and fictional
				) then
					return old;
				end if;
			end if;
			raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = '23001';
		end
		$$
	`.execute(db);

	await sql`
		create function close_record_only() returns trigger language plpgsql as $$
		begin
			if old.until is null and new.until is not null
				and to_jsonb(new) - 'until' = to_jsonb(old) - 'until'
			then
				return new;
			end if;
			raise exception 'append-only: UPDATE on record' using errcode = '23001';
		end
		$$
	`.execute(db);

	await sql`
		create trigger record_update before update on record
			for each row execute function close_record_only()
	`.execute(db);
	for (const table of ['revision', 'audit']) {
		await sql`
			create trigger ${sql.ref(`${table}_update`)} before update on ${sql.table(table)}
				for each row execute function keep_history()
		`.execute(db);
	}
	for (const table of ['record', 'revision', 'audit']) {
		await sql`
			create trigger ${sql.ref(`${table}_delete`)} before delete on ${sql.table(table)}
				for each row execute function keep_history()
		`.execute(db);
		await sql`
			create trigger ${sql.ref(`${table}_truncate`)} before truncate on ${sql.table(table)}
				for each statement execute function keep_history()
		`.execute(db);
	}
}
