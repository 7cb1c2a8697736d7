import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { withoutIndexes } from './without-indexes.ts';

/**
 * A country's worth of values: 1,891 municipalities × 59 indicators × 40 quarters, and the population
 * of each by year (4.5 million rows), stored place by place as the program stores them. Invented
 * figures; only their number and shape matter.
 */
export async function fillCountry(db: Kysely<Database>): Promise<number> {
	await sql`
		insert into municipality (ubigeo, scope, name, kind, department, sort_key, search_key, fictional)
		select lpad((10000 + n)::text, 6, '0'), 'distrito', 'Distrito ' || n, 'distrital', 'Lima',
			'distrito ' || lpad(n::text, 4, '0'), 'distrito ' || n, false
		from generate_series(1, 1891) n`.execute(db);

	await db.transaction().execute((trx) =>
		withoutIndexes(trx, 'indicator_value', () =>
			sql`
				insert into indicator_value
					(indicator, dimension, period, municipality, value, numerator, denominator, state, flags, method, provisional)
				select indicator, '', period, ubigeo, value, value, 1, 'ok', '[]'::jsonb, 1, true
				from municipality m cross join lateral (
					select 'SRV' || i as indicator, (2016 + q / 4) || '-T' || (1 + q % 4) as period,
						abs(hashtext(m.ubigeo || i || '-' || q)) % 1000 / 10.0 as value
					from generate_series(11, 69) i, generate_series(0, 39) q
					union all
					select 'CTX01', (2017 + y)::text, 50 + abs(hashtext(m.ubigeo || y)) % 1000000
					from generate_series(0, 9) y
				) as generated`.execute(trx)
		)
	);

	await sql`vacuum analyze indicator_value`.execute(db);
	await sql`vacuum analyze municipality`.execute(db);
	const { count } = await db
		.selectFrom('indicator_value')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}
