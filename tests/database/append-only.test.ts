import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEngines } from '../engines.ts';

describeEngines('history', (engine) => {
	async function given(id: string, fictional: boolean) {
		await engine.db
			.insertInto('submission')
			.values({
				id,
				state: 'recibida',
				file_name: 'contexto.csv',
				sha256: '0'.repeat(64),
				bytes: 10,
				choices: '{}',
				fictional
			})
			.execute();
		const revision = await engine.db
			.insertInto('revision')
			.values({ submission: id, reason: 'carga' })
			.returning('id')
			.executeTakeFirstOrThrow();
		await engine.db
			.insertInto('record')
			.values({
				dataset: 'contexto',
				key: id,
				municipality: '180301',
				period: '1993',
				submission: id,
				line: 2,
				cells: '{"poblacion_total": 51181}',
				blanks: '{}',
				since: revision.id
			})
			.execute();
		return revision.id;
	}
	const record = (id: string) => engine.db.updateTable('record').where('submission', '=', id);

	test('only closes a record, once', async () => {
		const revision = await given('aaaaaaaaaaaaaaaa', false);
		await expect(record('aaaaaaaaaaaaaaaa').set({ line: 3 }).execute()).rejects.toThrow(
			'append-only'
		);
		await expect(
			record('aaaaaaaaaaaaaaaa').set({ until: revision, cells: '{}' }).execute()
		).rejects.toThrow('append-only');

		await record('aaaaaaaaaaaaaaaa').set({ until: revision }).execute();
		await expect(record('aaaaaaaaaaaaaaaa').set({ until: null }).execute()).rejects.toThrow(
			'append-only'
		);
	});

	test('has one current record of a key', async () => {
		const revision = await given('bbbbbbbbbbbbbbbb', false);
		const twice = sql`
			insert into record (dataset, key, submission, line, cells, since)
			values ('contexto', 'bbbbbbbbbbbbbbbb', 'bbbbbbbbbbbbbbbb', 3, '{}', ${revision})
		`.execute(engine.db);
		await expect(twice).rejects.toMatchObject({ code: '23505' });
	});

	test('is not deleted, even by who empties the demonstration', async () => {
		await given('cccccccccccccccc', false);
		await engine.db
			.insertInto('audit')
			.values({ action: 'ingreso', subject: 'x', detail: '{}' })
			.execute();

		for (const table of ['record', 'revision', 'audit'] as const) {
			await expect(engine.db.deleteFrom(table).execute()).rejects.toThrow('append-only');
			await expect(sql`truncate ${sql.table(table)} cascade`.execute(engine.db)).rejects.toThrow(
				'append-only'
			);
			const emptying = engine.db.transaction().execute(async (trx) => {
				await sql`set local observatorio.vaciar_demo = 'on'`.execute(trx);
				await trx.deleteFrom(table).execute();
			});
			await expect(emptying).rejects.toThrow('append-only');
		}
	});

	test('loses what was invented when the demonstration is emptied', async () => {
		await given('dddddddddddddddd', true);
		await engine.db.transaction().execute(async (trx) => {
			await sql`set local observatorio.vaciar_demo = 'on'`.execute(trx);
			await trx.deleteFrom('record').where('submission', '=', 'dddddddddddddddd').execute();
			await trx.deleteFrom('revision').where('submission', '=', 'dddddddddddddddd').execute();
			await trx.deleteFrom('submission').where('id', '=', 'dddddddddddddddd').execute();
		});
		const left = await engine.db
			.selectFrom('record')
			.select('id')
			.where('submission', '=', 'dddddddddddddddd')
			.execute();
		expect(left).toEqual([]);
	});

	test('no row is without its submission and its revisions, nor loses them', async () => {
		const since = await given('eeeeeeeeeeeeeeee', true);
		const copy = (submission: string, revision: number) =>
			sql`insert into record (dataset, key, municipality, period, submission, line, cells, blanks, since)
				values ('contexto', 'otra', '180301', '1993', ${submission}, 3, '{}', '{}', ${revision})`.execute(
				engine.db
			);
		await expect(copy('nadie', since)).rejects.toThrow('no such submission or revision');
		await expect(copy('eeeeeeeeeeeeeeee', since + 1000)).rejects.toThrow('no such submission');
		await expect(
			record('eeeeeeeeeeeeeeee')
				.set({ until: since + 1000 })
				.execute()
		).rejects.toThrow('no such submission or revision');
		for (const [table, column] of [
			['revision', 'submission'],
			['submission', 'id']
		] as const) {
			const removed = engine.db.transaction().execute(async (trx) => {
				await sql`set local observatorio.vaciar_demo = 'on'`.execute(trx);
				await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = 'eeeeeeeeeeeeeeee'`.execute(
					trx
				);
			});
			await expect(removed).rejects.toThrow(
				table === 'revision' ? 'it has records' : /violates|records/
			);
		}
		const renamed = sql`update submission set id = 'ffffffffffffffff' where id = 'eeeeeeeeeeeeeeee'`;
		await expect(renamed.execute(engine.db)).rejects.toThrow('append-only');
	});
});
