import { expect, test } from 'vitest';
import { describeEngines } from '../engines.ts';
import { memberships, population, registry, services, useDoor } from './given.ts';

describeEngines('files at the same moment', (engine) => {
	const door = useDoor();

	test('two confirmations of one submission make one revision', async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, memberships);
		const { id } = await door.send(engine.db, population('990001', { 2017: 1000 }));

		const receipts = await Promise.all([
			door.confirm(engine.db, id),
			door.confirm(engine.db, id),
			door.confirm(engine.db, id)
		]);
		expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(1);
		expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
		const revisions = await engine.db
			.selectFrom('revision')
			.select('id')
			.where('submission', '=', id)
			.execute();
		expect(revisions).toHaveLength(1);
	});

	test('files for the same key leave one current row, and the others as its history', async () => {
		const counts = [1001, 1002, 1003, 1004, 1005, 1006];
		const sent = await Promise.all(
			counts.map((count) => door.send(engine.db, population('990002', { 2018: count })))
		);
		const receipts = await Promise.all(sent.map(({ id }) => door.confirm(engine.db, id)));

		const versions = await engine.db
			.selectFrom('record')
			.select(['cells', 'since', 'until'])
			.where('municipality', '=', '990002')
			.where('period', '=', '2018')
			.orderBy('since')
			.execute();
		expect(versions).toHaveLength(counts.length);
		const expected = [...versions.slice(1).map(({ since }) => since), null];
		expect(versions.map(({ until }) => until)).toEqual(expected);

		const last = receipts.toSorted((a, b) => (a.revision ?? 0) - (b.revision ?? 0)).at(-1);
		const value = await engine.db
			.selectFrom('indicator_value')
			.select('value')
			.where('indicator', '=', 'CTX01')
			.where('municipality', '=', '990002')
			.where('period', '=', '2018')
			.executeTakeFirst();
		expect(versions.at(-1)?.since).toBe(last?.revision);
		expect(value?.value).toBe(versions.at(-1)?.cells.poblacion_total);
	});

	test('files of different municipalities at once are all there, in one order of revisions', async () => {
		const sent = await Promise.all(
			['990001', '990002', '990003'].map((code) =>
				door.send(engine.db, services(code, '2025-T3', ['FIN', 'CAP']))
			)
		);
		const receipts = await Promise.all(sent.map(({ id }) => door.confirm(engine.db, id)));
		expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(3);
		const rows = await engine.db
			.selectFrom('record')
			.select('municipality')
			.where('dataset', '=', 'servicios')
			.where('until', 'is', null)
			.execute();
		expect(rows).toHaveLength(15);
	});
});
