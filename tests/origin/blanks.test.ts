import { beforeAll, expect, test } from 'vitest';
import { datasets, findDataset } from '#lib/datasets/index.ts';
import { checkFile } from '#lib/intake/check.ts';
import { toRecord } from '#lib/intake/records.ts';
import { placesFor } from '#lib/server/queries/places.ts';
import { reportedDatasets } from '#lib/server/queries/quarters.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { ask, askJson } from '../api/ask.ts';
import { describeEngines } from '../engines.ts';
import { memberships, population, registry, today, useDoor } from '../submissions/given.ts';

const activities = `municipio_id,periodo,tipo,cantidad,participantes,mujeres,cofinanciadas,horas
990001,2026-T2,feria,2,80,35,no aplica,
990001,2026-T2,capacitacion,3,pendiente,pendiente,nada que informar,0
`;

describeEngines('kinds of blank', (engine) => {
	const door = useDoor();

	beforeAll(async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, memberships);
		await door.load(engine.db, population('990001', { 2019: 1200 }));
		await door.load(
			engine.db,
			population('990001', { 2021: 0 }).replace('censo,0', 'censo,pendiente')
		);
		await door.load(engine.db, activities);
	});

	test('travel through the export and back into the same kinds', async () => {
		const csv = await (await ask(engine.db, 'registros.csv?conjunto=actividades')).text();
		expect(csv).toContain('no aplica');
		expect(csv).toContain('nada que informar');

		const dataset = findDataset('actividades');
		if (!dataset) throw new Error('no dataset');
		const places = await placesFor(engine.db);
		const read = (text: string) =>
			checkFile(new TextEncoder().encode(text), {
				datasets,
				places,
				today,
				choices: { dataset: 'actividades' }
			});
		const content = (text: string) =>
			read(text)
				.rows.map((row) => toRecord(dataset, row))
				.map(({ key, cells, blanks }) => ({ key, cells, blanks }))
				.sort((a, b) => (a.key < b.key ? -1 : 1));
		expect(content(csv)).toEqual(content(activities));
		expect(content(csv)).toHaveLength(2);
		expect(content(csv).find(({ key }) => key.includes('feria'))?.blanks).toMatchObject({
			cofinanciadas: 'no_aplica',
			horas: 'vacio'
		});
		expect(content(csv).find(({ key }) => key.includes('capacitacion'))).toMatchObject({
			cells: { horas: 0 },
			blanks: { participantes: 'pendiente', cofinanciadas: 'nada' }
		});
	});

	test('stand in JSON beside the nulls, with the file that proves each row', async () => {
		const { datos } = await askJson(engine.db, 'registros?conjunto=actividades');
		expect(datos.map(({ tipo }) => tipo)).toEqual(['capacitacion', 'feria']);
		expect(datos[0]).toMatchObject({
			participantes: null,
			vacios: { participantes: 'pendiente', mujeres: 'pendiente', cofinanciadas: 'nada' },
			archivo: 'prueba.csv',
			fila: 3
		});
		expect(datos[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(datos[0]?.recibido).toMatch(/^\d{4}-\d\d-\d\dT/);
	});

	test('what is still to come stands in nobody’s way: the older year answers', async () => {
		const { datos: own } = await askJson(
			engine.db,
			'valores?indicador=CTX01&municipio=990001&periodo=2021'
		);
		expect(own).toMatchObject([
			{ valor: null, estado: 'no_reporto', avisos: ['pendiente', 'provisional'] }
		]);
		const of = { viewer, indicator: 'CTX01', period: '2022-T1', members: ['990001'] } as const;
		for (const detail of ['all', 'value'] as const)
			expect(await valuesOfGroup(engine.db, { ...of, detail })).toMatchObject([
				{ period: '2019', value: 1200, state: 'ok' }
			]);
	});

	test('a row of nothing but «pendiente» is no report; one of «nada que informar» is', async () => {
		const file = (word: string, quarter: string) =>
			`municipio_id,periodo,item,puntaje\n990002,${quarter},EX1,${word}\n`;
		await door.load(engine.db, file('pendiente', '2026-T1'));
		await door.load(engine.db, file('nada que informar', '2026-T2'));
		const reported = async (quarter: '2026-T1' | '2026-T2') => {
			const asked = { viewer, members: ['990002'], quarter };
			const rows = await reportedDatasets(engine.db, asked).execute();
			return rows.map(({ dataset }) => dataset);
		};
		expect(await reported('2026-T1')).toEqual([]);
		expect(await reported('2026-T2')).toEqual(['autoevaluacion']);
	});
});
