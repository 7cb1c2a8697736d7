import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { recomputeEverything } from '#lib/server/compute/everything.ts';
import { recompute } from '#lib/server/compute/recompute.ts';
import { describeEngines } from '../engines.ts';
import {
	allValues,
	businesses,
	memberships,
	population,
	registry,
	services,
	useDoor
} from './given.ts';

const all = ['FIN', 'TEC', 'MER', 'CAP', 'ASI'];

describeEngines('values follow from what is stored', (engine) => {
	const door = useDoor();

	const value = async (indicator: string, municipality: string, period: string) => {
		const row = await engine.db
			.selectFrom('indicator_value')
			.selectAll()
			.where('indicator', '=', indicator)
			.where('dimension', '=', '')
			.where('municipality', '=', municipality)
			.where('period', '=', period)
			.executeTakeFirst();
		return row;
	};
	/** The same values, whether each file computed what it touched or all is computed at once. */
	const expectSameAsAll = async () => {
		const byFile = await allValues(engine.db);
		await recomputeEverything(engine.db);
		expect(await allValues(engine.db)).toEqual(byFile);
		expect(byFile.length).toBeGreaterThan(0);
	};

	test('file after file gives what computing everything gives', async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, memberships);
		for (const code of ['990001', '990002', '990003']) {
			await door.load(engine.db, population(code, { 2017: 9000, 2025: 10_000 }));
			await door.load(engine.db, businesses(code, 2024, 2000));
		}
		await door.load(engine.db, services('990001', '2025-T1', ['FIN']));
		await door.load(engine.db, services('990001', '2025-T2', all));
		await door.load(engine.db, services('990002', '2025-T2', ['FIN', 'CAP']));
		await expectSameAsAll();
	});

	test('a municipality alone compares with its own first quarter', async () => {
		// In 2025-T1 nobody else is complete, so the network has no base yet.
		const closed = await value('IDX04', '990001', '2025-T1');
		expect(closed?.flags).toContain('base_propia');
	});

	test('when the base quarter of a network moves, the index of every member follows', async () => {
		// 2 of 3 members complete in 2025-T2 are 67 %: that is the base. With the third and second in
		// 2025-T1 the base moves back for 990001, which sends nothing.
		const before = await value('IDX04', '990001', '2025-T2');
		await door.load(engine.db, services('990002', '2025-T1', ['FIN']));
		const after = await value('IDX04', '990001', '2025-T2');
		expect(after?.value).not.toEqual(before?.value);
		await expectSameAsAll();
	});

	test('a value that stays as it was is not written again; one that is gone goes', async () => {
		const places = async () => {
			const { rows } = await sql<{ key: string; place: string }>`
				select concat_ws('|', indicator, dimension, period, municipality) as key,
					ctid::text as place
				from indicator_value`.execute(engine.db);
			return new Map(rows.map(({ key, place }) => [key, place]));
		};
		const invented = {
			indicator: 'CTX01',
			dimension: '',
			period: '1993',
			municipality: '990001',
			value: 1,
			numerator: null,
			denominator: null,
			state: 'ok' as const,
			flags: '[]',
			method: 1,
			provisional: false
		};
		const before = await places();
		const told = await value('CTX01', '990001', '2025');
		await engine.db.insertInto('indicator_value').values(invented).execute();
		await engine.db
			.updateTable('indicator_value')
			.set({ value: 7 })
			.where('indicator', '=', 'CTX01')
			.where('municipality', '=', '990001')
			.where('period', '=', '2025')
			.execute();

		await recompute(engine.db, { municipalities: 'all' });
		const after = await places();
		expect(await value('CTX01', '990001', '2025')).toEqual(told);
		expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
		const moved = [...after].filter(([key, place]) => before.get(key) !== place);
		expect(moved.map(([key]) => key)).toEqual(['CTX01||2025|990001']);
	});

	test('the area of a municipality is in its density', async () => {
		// 10,000 people on 100 km², then on 50 km².
		expect((await value('CTX02', '990001', '2025'))?.value).toBe(100);
		await door.load(engine.db, registry.replace('Demostración,100\n', 'Demostración,50\n'));
		expect((await value('CTX02', '990001', '2025'))?.value).toBe(200);
		await expectSameAsAll();
	});

	test('an exchange rate reaches the funds that wait for it', async () => {
		await door.load(
			engine.db,
			`municipio_id,fondo_id,periodo,tipo,moneda,capital_asignado,colocado,num_creditos,saldo_vigente
990001,F-1,2025-T2,rotatorio,USD,1000,500,5,400
`
		);
		const before = await allValues(engine.db);
		await door.load(engine.db, 'periodo,moneda,soles_por_unidad\n2025-T2,USD,3.5\n');
		expect(await allValues(engine.db)).not.toEqual(before);
		await expectSameAsAll();
	});

	test('who joins a network changes its base quarter', async () => {
		await door.load(
			engine.db,
			'municipio_id,red,relacion,hasta\n990002,DEMO,umpe,2024-T4\n990003,DEMO,umpe,2024-T4\n'
		);
		await expectSameAsAll();
	});

	test('what a network declares about itself is computed under its own code', async () => {
		await door.load(
			engine.db,
			`municipio_id,periodo,tipo,porcentaje
DEMO,2025-T2,promocion_empresarial,62
DEMO,2025-T2,simplificacion,14
DEMO,2025-T2,infraestructura,14
`
		);
		// 62 + 14 + 14 = 90: the other 10 stay unexplained.
		const shares = await engine.db
			.selectFrom('indicator_value')
			.select(['dimension', 'value'])
			.where('municipality', '=', 'DEMO')
			.where('indicator', '=', 'UMP06')
			.execute();
		expect(Object.fromEntries(shares.map((row) => [row.dimension, row.value]))).toMatchObject({
			promocion_empresarial: 62,
			simplificacion: 14,
			infraestructura: 14,
			'sin explicar': 10
		});
		await expectSameAsAll();
	});

	test('computing one municipality leaves the others as they are', async () => {
		const before = await allValues(engine.db);
		const done = await engine.db
			.transaction()
			.execute((trx) => recompute(trx, { municipalities: ['990003'] }));
		expect(done.municipalities).toBe(1);
		expect(await allValues(engine.db)).toEqual(before);
	});

	test('the first method version is written down once', async () => {
		const methods = await engine.db.selectFrom('method').select('id').execute();
		expect(methods).toHaveLength(1);
		const values = await engine.db
			.selectFrom('indicator_value')
			.select('method')
			.distinct()
			.execute();
		expect(values.map(({ method }) => method)).toEqual([methods[0]?.id]);
	});
});
