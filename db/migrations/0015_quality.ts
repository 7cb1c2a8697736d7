import { sql, type Kysely } from 'kysely';

/**
 * How well the data of a municipality keep the rules of quality in a quarter, and what does not. Beside
 * the values and never among them: no indicator reads it. Goes with its municipality.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table quality_score (
			municipality text not null references municipality on delete cascade,
			period text not null check (period ~ '^(19|20)[0-9]{2}-T[1-4]$'),
			score float8 not null check (score between 0 and 100),
			passed int4 not null,
			applicable int4 not null check (applicable > 0),
			failed int4 not null,
			primary key (municipality, period)
		)
	`.execute(db);
	await sql`
		create table quality_fault (
			municipality text not null references municipality on delete cascade,
			period text not null check (period ~ '^(19|20)[0-9]{2}-T[1-4]$'),
			rule text not null,
			position int4 not null,
			severity text not null check (severity in ('error', 'warning', 'notice')),
			dataset text not null,
			key text not null,
			field text not null,
			message text not null,
			primary key (municipality, period, rule, position)
		)
	`.execute(db);
}
