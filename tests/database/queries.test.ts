import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type Compilable
} from 'kysely';
import { expect, test } from 'vitest';
import { everyQuery } from './query-list.ts';
import type { Database } from '#lib/server/db/schema.ts';

const db = new Kysely<Database>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (inner) => new PostgresIntrospector(inner),
		createQueryCompiler: () => new PostgresQueryCompiler()
	}
});

test('db/queries.sql shows every query as it is sent', async () => {
	const written = everyQuery(db)
		.map(([name, query]) => `-- ${name}\n${readable(query)};\n`)
		.join('\n');
	const head =
		'-- Every query of server/queries as SQL, written by tests/database/queries.test.ts.\n\n';

	await expect(head + written).toMatchFileSnapshot('../../db/queries.sql');
});

/** One clause a line, so that a review sees which one changed. */
function readable(query: Compilable): string {
	const clause =
		/ (?=(?:from|inner join|left join|where|group by|having|order by|limit|returning|set|values) )/g;
	return query.compile().sql.replace(/\s+/g, ' ').replace(clause, '\n  ');
}
