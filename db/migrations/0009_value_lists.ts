import { sql, type Kysely } from 'kysely';

/**
 * Lists of many places show a value with its state. Values are stored place by place, so that a list
 * of a country touched as many pages as there are places; now its index alone answers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table indicator_value
			drop constraint indicator_value_pkey,
			add primary key (indicator, dimension, period, municipality)
				include (value, state, provisional)
	`.execute(db);
}
