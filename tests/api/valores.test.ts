import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../../seeds/seed.ts';
import { describeEngines } from '../engines.ts';
import { temporaryOriginals } from '../seeds/demonstration.ts';
import { askJson, keyOf } from './ask.ts';

describeEngines('GET /api/v1/valores', (engine) => {
	let folder: Awaited<ReturnType<typeof temporaryOriginals>>;

	beforeAll(async () => {
		folder = await temporaryOriginals();
		await loadDemonstration(engine.db, folder);
	});
	afterAll(() => folder.remove());

	test('name every member of a group, those without a figure too, and say what the group is', async () => {
		const { datos, meta } = await askJson(
			engine.db,
			'valores?grupo=red-PROMDE&periodo=1999-T3&indicador=IDX02'
		);
		const headline = datos.filter((row) => row.dimension === null);
		expect(headline).toHaveLength(23);
		expect(headline.filter((row) => row.estado !== 'no_reporto')).toMatchObject([
			{ municipio: '180301', periodo: '1999-T3' }
		]);
		expect(headline.filter((row) => row.valor !== null)).toHaveLength(1);
		expect(meta.grupo).toMatchObject({ id: 'red-PROMDE', miembros: 23 });
		// One of 23 members is no network.
		expect(JSON.stringify(meta.grupo)).toContain('{"dimension":null,"valor":null');
		expect(JSON.stringify(meta.grupo)).toContain('"con_dato":1,"de":23,"estado":"oculto"');
	});

	test('of a network in a quarter are of who was in it then', async () => {
		const { datos, meta } = await askJson(
			engine.db,
			'valores?grupo=red-DEMO&periodo=1999-T4&indicador=IDX02'
		);
		// Only the test municipality was in it in 1999; the others came in 2024.
		expect(new Set(datos.map((row) => row.municipio))).toEqual(new Set(['990001']));
		expect(meta.grupo).toMatchObject({ miembros: 1 });
		expect(JSON.stringify(meta.grupo)).toContain('{"dimension":null,"valor":52.77777');
	});

	test('of a year answer for a later quarter, and say which year; too old, they do not', async () => {
		const near = await askJson(
			engine.db,
			'valores?municipio=180301&periodo=2003-T1&indicador=MIC01'
		);
		expect(near.datos).toMatchObject([{ periodo: '1999', valor: 3000 }]);
		const far = await askJson(
			engine.db,
			'valores?municipio=180301&periodo=2026-T3&indicador=MIC01'
		);
		expect(far.datos).toMatchObject([{ periodo: '1999', valor: null, estado: 'vencido' }]);
		expect(far.datos[0]?.avisos).toContain('vencido');
	});

	test('are provisional until somebody else approves them', async () => {
		const { datos } = await askJson(
			engine.db,
			'valores?municipio=180301&periodo=1999-T3&indicador=SRV07'
		);
		expect(datos[0]?.avisos).toContain('provisional');
	});

	test('of a network are what it declares about itself', async () => {
		const { datos } = await askJson(
			engine.db,
			'valores?municipio=PROMDE&periodo=1998-T2&indicador=UMP06'
		);
		expect(datos.every((row) => row.municipio === 'PROMDE')).toBe(true);
		expect(datos.find((row) => row.dimension === 'sin explicar')?.valor).toBe(10);
	});

	test('without a place are what is stored, in the order of their key', async () => {
		const { datos } = await askJson(engine.db, 'valores?indicador=IDX02&periodo=2026-T3');
		const keys = datos.map(keyOf);
		expect(keys.length).toBeGreaterThan(20);
		expect(keys).toEqual([...keys].sort());
	});
});
