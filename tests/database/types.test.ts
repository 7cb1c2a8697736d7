import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { describeEngines } from '../engines.ts';

describeEngines('both engines hand back the same types', (engine) => {
	test('for whatever a query can select', async () => {
		const { rows } = await sql`
			select 9007199254740991::int8 as big, 1.25::numeric as decimal, 2.5::float8 as double,
				count(*) as counted, '{"b": [1, null], "a": "á"}'::jsonb as object, '"text"'::jsonb as text,
				'2026-11-21 14:05:00.123456-05'::timestamptz as instant, '2026-11-21'::date as day,
				array['x', 'y,"z"'] as words, array[1, 2]::int8[] as numbers, true as flag, null as nothing
		`.execute(engine.db);

		expect(rows).toEqual([
			{
				big: 9007199254740991,
				decimal: 1.25,
				double: 2.5,
				counted: 1,
				object: { a: 'á', b: [1, null] },
				text: 'text',
				instant: '2026-11-21T19:05:00.123Z',
				day: '2026-11-21',
				words: ['x', 'y,"z"'],
				numbers: [1, 2],
				flag: true,
				nothing: null
			}
		]);
	});

	test('for whatever a query is given', async () => {
		const object = JSON.stringify({ a: 1 });
		const words = ['x', 'y,"z"'];
		const { rows } = await sql`
			select ${12}::int8 as big, ${1.5}::numeric as decimal, ${0.1}::float8 as double,
				${object}::jsonb as object, jsonb_typeof(${object}::jsonb) as kind,
				${'2026-11-21T19:05:00.123Z'}::timestamptz as instant, ${'2026-11-21'}::date as day,
				'x' = any(${words}::text[]) as found, ${words}::text[] as words, ${true}::boolean as flag
		`.execute(engine.db);

		expect(rows).toEqual([
			{
				big: 12,
				decimal: 1.5,
				double: 0.1,
				object: { a: 1 },
				kind: 'object',
				instant: '2026-11-21T19:05:00.123Z',
				day: '2026-11-21',
				found: true,
				words: ['x', 'y,"z"'],
				flag: true
			}
		]);
	});

	test('for the number of rows that a statement changed', async () => {
		const insert = engine.db.insertInto('method').values([
			{ options: '{}', author: 'a', reason: 'r' },
			{ options: '{}', author: 'b', reason: 'r' }
		]);
		expect((await insert.executeTakeFirst()).numInsertedOrUpdatedRows).toBe(2n);

		const update = engine.db.updateTable('method').set({ reason: 's' }).where('author', '=', 'a');
		expect((await update.executeTakeFirst()).numUpdatedRows).toBe(1n);
		const remove = engine.db.deleteFrom('method');
		expect((await remove.executeTakeFirst()).numDeletedRows).toBe(2n);
	});

	test('for what goes wrong', async () => {
		const broken = sql`insert into municipality_alias values ('000000', '')`.execute(engine.db);
		await expect(broken).rejects.toMatchObject({ code: '23514' });
	});
});

describe('a transaction', () => {
	describeEngines('that fails', (engine) => {
		test('leaves nothing, and the next query works', async () => {
			const failing = engine.db.transaction().execute(async (trx) => {
				await trx
					.insertInto('method')
					.values({ options: '{}', author: 'a', reason: 'r' })
					.execute();
				throw new Error('no');
			});
			await expect(failing).rejects.toThrow('no');
			expect(await engine.db.selectFrom('method').selectAll().execute()).toEqual([]);
		});

		test('and others wait their turn', async () => {
			const add = (author: string) =>
				engine.db.transaction().execute(async (trx) => {
					await trx.insertInto('method').values({ options: '{}', author, reason: 'r' }).execute();
					return trx.selectFrom('method').select('author').where('author', '=', author).execute();
				});
			const added = await Promise.all(['a', 'b', 'c'].map(add));
			expect(added.flat().map(({ author }) => author)).toEqual(['a', 'b', 'c']);
		});
	});
});
