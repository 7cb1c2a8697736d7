import { sql, type Kysely } from 'kysely';

/**
 * An invented row may have taken the place of a real one (an exchange rate belongs to nobody). Emptying
 * the demonstration gives it back: until when it was true is then said anew, and nothing else of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create or replace function close_record_only() returns trigger language plpgsql as $$
		begin
			if to_jsonb(new) - 'until' = to_jsonb(old) - 'until' then
				if old.until is null and new.until is not null then
					return new;
				end if;
				if current_setting('observatorio.vaciar_demo', true) = 'on' and exists (
					select from revision join submission on submission.id = revision.submission
					where revision.id = old.until and submission.fictional
				) then
					return new;
				end if;
			end if;
			raise exception 'append-only: UPDATE on record' using errcode = '23001';
		end
		$$
	`.execute(db);
}
