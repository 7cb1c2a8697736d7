import { sql, type Kysely } from 'kysely';

/** People and their keys: of every secret only a hash is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table account (
			id text primary key,
			email text not null check (email like '%@%'),
			name text not null,
			password_hash text not null,
			role text not null check (role in ('administracion')),
			active boolean not null default true,
			created_at timestamptz not null default date_trunc('milliseconds', now())
		)
	`.execute(db);
	await sql`create unique index account_email on account (lower(email))`.execute(db);

	await sql`
		create table session (
			token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
			account text not null references account on delete cascade,
			created_at timestamptz not null default date_trunc('milliseconds', now()),
			seen_at timestamptz not null default date_trunc('milliseconds', now()),
			expires_at timestamptz not null
		)
	`.execute(db);
	await sql`create index session_account on session (account)`.execute(db);

	await sql`
		create table invitation (
			token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
			purpose text not null check (purpose in ('setup')),
			created_at timestamptz not null default date_trunc('milliseconds', now()),
			expires_at timestamptz not null,
			used_at timestamptz
		)
	`.execute(db);

	await sql`
		create table api_token (
			token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
			account text not null references account on delete cascade,
			label text not null,
			created_at timestamptz not null default date_trunc('milliseconds', now()),
			revoked_at timestamptz
		)
	`.execute(db);
	await sql`create index api_token_account on api_token (account)`.execute(db);

	await sql`
		create table login_failure (
			id int8 generated always as identity primary key,
			subject text not null,
			failed_at timestamptz not null default date_trunc('milliseconds', now())
		)
	`.execute(db);
	await sql`create index login_failure_subject on login_failure (subject, failed_at)`.execute(db);
}
