import { sql, type Kysely } from 'kysely';

/** Large files are read and stored in the background: how far each is, and who asked it to stop. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table job (
			submission text primary key references submission on delete cascade,
			kind text not null check (kind in ('revisar', 'confirmar')),
			account text,
			step text not null default 'en_espera' check (step in (
				'en_espera', 'leyendo', 'comparando', 'guardando', 'calculando', 'publicando', 'terminado'
			)),
			done int8 not null default 0 check (done >= 0),
			total int8 not null default 0 check (total >= 0),
			asked_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
			started_at timestamptz,
			finished_at timestamptz,
			stop_asked boolean not null default false,
			failure text,
			check ((step = 'terminado') = (finished_at is not null))
		)
	`.execute(db);
	await sql`create index job_open on job (asked_at) where finished_at is null`.execute(db);
}
