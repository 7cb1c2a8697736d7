import { beforeAll, expect, test } from 'vitest';
import { recomputeEverything } from '#lib/server/compute/everything.ts';
import { qualityFaults, qualityScores } from '#lib/server/queries/quality.ts';
import { publicViewer as viewer } from '#lib/server/visibility.ts';
import { describeEngines } from '../engines.ts';
import { allValues, businesses, registry, services, useDoor } from './given.ts';

const census = `municipio_id,ambito_datos,anio,fuente,poblacion_total,poblacion_urbana,poblacion_rural
990001,distrito,2025,censo,1000,600,400
`;

const activities = (total: number) => `municipio_id,periodo,tipo,cantidad,total_declarado
990001,2025-T3,capacitacion,5,${total}
990001,2025-T3,feria,4,
`;

describeEngines('the quality of a quarter', (engine) => {
	const door = useDoor();
	const scores = () => qualityScores(engine.db, { viewer }).execute();
	const faults = () => qualityFaults(engine.db, { viewer, members: ['990001'] }).execute();
	const values = () => allValues(engine.db);

	beforeAll(async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, businesses('990001', 2025, 500));
	});

	test('a quarter in which no rule has anything to look at has no score', async () => {
		await door.load(engine.db, 'municipio_id,periodo,tipo,cantidad\n990002,2025-T3,feria,4\n');
		expect(await scores()).toEqual([]);
	});

	test('is computed with what is confirmed: DQ01 and DQ17 kept, DQ13 not, 6 of 7', async () => {
		await door.load(engine.db, census);
		await door.load(engine.db, activities(10));
		expect(await scores()).toMatchObject([
			{ municipality: '990001', period: '2025-T3', passed: 6, applicable: 7, failed: 1 }
		]);
		expect((await scores())[0]?.score).toBeCloseTo(85.7143, 4);
	});

	test('names the row at fault: dataset, line of its file, cell and words', async () => {
		expect(await faults()).toMatchObject([
			{
				rule: 'DQ13',
				severity: 'warning',
				dataset: 'actividades',
				line: 2,
				field: 'total_declarado',
				message: expect.stringContaining('es 10 y las filas suman 9: faltan 1')
			}
		]);
	});

	test('changes no value: whatever stands in its tables, all figures come out the same', async () => {
		await door.load(engine.db, services('990001', '2025-T3', ['FIN', 'CAP']));
		const before = await values();
		const own = await scores();
		await engine.db.updateTable('quality_score').set({ score: 1, failed: 9 }).execute();
		await engine.db.deleteFrom('quality_fault').execute();

		await recomputeEverything(engine.db);
		expect(await values()).toEqual(before);
		expect(before.some(({ indicator, value }) => indicator === 'IDX02' && value !== null)).toBe(
			true
		);
		expect(await scores()).toEqual(own);
		expect(await faults()).toHaveLength(1);
	});

	test('is mended by the file that mends the row, and the values stay', async () => {
		const before = (await values()).filter(({ indicator }) => indicator.startsWith('IDX'));
		await door.load(engine.db, activities(9));
		// DQ12 looks at the names of the services that came meanwhile: 3 + 3 + 1 + 1 of 8.
		expect(await scores()).toMatchObject([{ score: 100, passed: 8, applicable: 8, failed: 0 }]);
		expect(await faults()).toEqual([]);
		const after = (await values()).filter(({ indicator }) => indicator.startsWith('IDX'));
		expect(after).toEqual(before);
	});
});
