import { sql, type Kysely } from 'kysely';

/** What somebody sent, how it was read and what was found in it. The bytes themselves are files. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table submission (
			id text primary key check (id ~ '^[0-9A-Za-z]{16}$'),
			dataset text,
			state text not null check (
				state in ('recibida', 'por_confirmar', 'rechazada', 'confirmada', 'descartada')
			),
			file_name text not null,
			sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
			bytes int8 not null check (bytes >= 0),
			account text references account,
			reading jsonb,
			choices jsonb not null default '{}',
			digest text check (digest ~ '^[0-9a-f]{64}$'),
			rows int4 check (rows >= 0),
			counts jsonb,
			fictional boolean not null default false,
			package text,
			idempotency_key text,
			received_at timestamptz not null default date_trunc('milliseconds', now()),
			confirmed_at timestamptz,
			confirmed_by text,
			approved_at timestamptz,
			revision int8,
			check ((state = 'confirmada') = (confirmed_at is not null))
		)
	`.execute(db);
	await sql`create index submission_received on submission (received_at desc, id)`.execute(db);
	await sql`create index submission_sha256 on submission (sha256)`.execute(db);
	// One key of one sender is one submission; the command line sends without an account.
	await sql`
		create unique index submission_idempotency on submission (account, idempotency_key)
			nulls not distinct where idempotency_key is not null
	`.execute(db);

	await sql`
		create table finding (
			submission text not null references submission on delete cascade,
			position int4 not null check (position >= 0),
			finding jsonb not null,
			primary key (submission, position)
		)
	`.execute(db);
}
