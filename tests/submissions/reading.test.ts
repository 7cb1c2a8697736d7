import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { check } from '#lib/server/submissions/check.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { describeEngines } from '../engines.ts';
import { population, registry, today, useDoor } from './given.ts';

describeEngines('a file is confirmed as it was read', (engine) => {
	const door = useDoor();

	const records = (submission: string) =>
		engine.db
			.selectFrom('record')
			.selectAll()
			.where('submission', '=', submission)
			.orderBy('line')
			.execute();
	const stored = async () => {
		const rows = await engine.db.selectFrom('record').selectAll().orderBy('id').execute();
		const revisions = await engine.db.selectFrom('revision').select('id').execute();
		return JSON.stringify({ rows, revisions: revisions.length });
	};

	test('a file may be read again with other choices until it is confirmed', async () => {
		await door.load(engine.db, registry);
		const csv = 'cod,anio,gente\n990003,2019,950\n';
		const first = await door.send(engine.db, csv);
		expect(first.state).toBe('rechazada');

		const choices = {
			dataset: 'contexto',
			columns: { cod: 'municipio_id', gente: 'poblacion_total' },
			values: { ambito_datos: 'distrito', fuente: 'proyeccion' }
		};
		const options = { originals: door.originals, today, choices };
		const second = await check(engine.db, first.id, options);
		expect(second.state).toBe('por_confirmar');
		const receipt = await door.confirm(engine.db, first.id);
		const [record] = await records(receipt.id);
		expect(record && canonicalJson(JSON.parse(record.key))).toBe(
			'{"ambito_datos":"distrito","anio":2019,"fuente":"proyeccion","municipio_id":"990003"}'
		);
		await expect(check(engine.db, first.id, options)).rejects.toThrow(Refusal);
	});

	test('a file that reads otherwise than when it was looked at is sent back to review', async () => {
		const named = `municipio_id,municipio,ambito_datos,anio,fuente,poblacion_total
990003,Ñahui de Prueba,distrito,2022,censo,970
`;
		const { id, state } = await door.send(engine.db, named);
		expect(state).toBe('por_confirmar');
		await door.load(engine.db, registry.replace('Ñahui de Prueba', 'Pueblo Renombrado'));
		const before = await stored();
		await expect(door.confirm(engine.db, id)).rejects.toThrow(/Revise de nuevo/);
		expect(await stored()).toBe(before);

		await door.load(engine.db, registry);
		expect((await door.confirm(engine.db, id)).counts.nuevas).toBe(1);
	});

	test('rows that are not those of the review are refused', async () => {
		const { id } = await door.send(engine.db, population('990003', { 2023: 980 }));
		await engine.db
			.updateTable('submission')
			.set({ digest: '0'.repeat(64) })
			.where('id', '=', id)
			.execute();
		await expect(door.confirm(engine.db, id)).rejects.toThrow(/Revise de nuevo/);
	});

	test('numbers that a person had to explain are read the same way when confirmed', async () => {
		const csv = population('990003', { 2024: 0 }).replace('2024,censo,0', '2024,censo,1.380');
		const first = await door.send(engine.db, csv);
		const choices = { numberStyles: { poblacion_total: 'comma' as const } };
		await check(engine.db, first.id, { originals: door.originals, today, choices });
		const receipt = await door.confirm(engine.db, first.id);
		expect((await records(receipt.id))[0]?.cells).toEqual({ poblacion_total: 1380 });
	});
});
