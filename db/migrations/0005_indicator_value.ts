import { sql, type Kysely } from 'kysely';

/** Computed values live apart from submitted rows, so a formula can be corrected without a new upload. */
export async function up(db: Kysely<unknown>): Promise<void> {
	// The value is in the index, so one indicator of one quarter is ranked without reading the table.
	await sql`
		create table indicator_value (
			indicator text not null,
			dimension text not null default '',
			period text not null check (period ~ '^((19|20)[0-9]{2}(-T[1-4])?|2100)$'),
			municipality text not null,
			value float8,
			numerator float8,
			denominator float8,
			state text not null check (
				state in (
					'ok', 'parcial', 'no_reporto', 'no_aplica', 'no_calculable', 'vencido', 'oculto'
				)
			),
			flags jsonb not null default '[]',
			method int4 not null,
			provisional boolean not null,
			primary key (indicator, dimension, period, municipality) include (value),
			check (value is null or value not in ('NaN', 'Infinity', '-Infinity'))
		)
	`.execute(db);
	await sql`
		create index indicator_value_municipality
			on indicator_value (municipality, indicator, dimension, period)
	`.execute(db);
}
