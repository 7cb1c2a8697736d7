import { sql, type Kysely } from 'kysely';

/** A confirmed file can be taken back: what it changed returns to what it was before. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table submission
			drop constraint submission_state_check,
			drop constraint submission_check,
			add column undone_at timestamptz,
			add column undone_by text
	`.execute(db);
	await sql`
		alter table submission
			add constraint submission_state check (state in (
				'recibida', 'por_confirmar', 'rechazada', 'confirmada', 'descartada', 'deshecha'
			)),
			add constraint submission_confirmed
				check ((state in ('confirmada', 'deshecha')) = (confirmed_at is not null)),
			add constraint submission_undone check ((state = 'deshecha') = (undone_at is not null))
	`.execute(db);
}
