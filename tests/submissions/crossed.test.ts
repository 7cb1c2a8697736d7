import { beforeAll, expect, test } from 'vitest';
import { describeEngines } from '../engines.ts';
import { businesses, registry, useDoor } from './given.ts';

const licences = (count: number) => `municipio_id,periodo,tramite,otorgadas
990001,2025-T3,licencia_indeterminada,${count}
`;
const fund = (quarter: string, currency: string, capital: number) =>
	`990001,F1,${quarter},rotatorio,${currency},${capital},0,0,0`;
const funds = (...rows: string[]) =>
	[
		'municipio_id,fondo_id,periodo,tipo,moneda,capital_asignado,colocado,saldo_vigente,saldo_mora_30',
		...rows,
		''
	].join('\n');

describeEngines('what a file says against other files', (engine) => {
	const door = useDoor();
	const found = async (csv: string, code: string) => {
		const { findings } = await door.send(engine.db, csv);
		return findings.filter((finding) => finding.code === code);
	};

	beforeAll(async () => {
		await door.load(engine.db, registry);
		await door.load(engine.db, businesses('990001', 2025, 100));
	});

	test('more licences than firms: both figures, and the other file with its row', async () => {
		expect(await found(licences(100), 'licencias-y-empresas')).toEqual([]);
		const [said] = await found(licences(120), 'licencias-y-empresas');
		expect(said).toMatchObject({ severity: 'warning', line: 2, field: 'otorgadas', found: '120' });
		expect(said?.message).toContain('Otorgadas o realizadas 120 en este archivo');
		expect(said?.message).toMatch(
			/Cantidad 100 en «prueba.csv», recibido el 20\d\d-\d\d-\d\d, fila 2/
		);
	});

	test('another total of the same year, in the same file and in a stored one', async () => {
		const head = 'municipio_id,ambito_datos,anio,fuente,poblacion_total\n';
		const census = `${head}990001,distrito,2017,censo,1000\n`;
		const both = `${census}990001,distrito,2017,proyeccion,2000\n`;
		expect(await found(both, 'otra-fuente-otro-total')).toHaveLength(2);
		await door.load(engine.db, census);
		const other = `${head}990001,distrito,2017,proyeccion,2000\n`;
		expect(await found(other, 'otra-fuente-otro-total')).toHaveLength(1);
		expect(
			await found(`${head}990001,distrito,2017,censo,2000\n`, 'otra-fuente-otro-total')
		).toEqual([]);
	});

	test('dollars without rate, and dollars typed as soles', async () => {
		const dollars = funds(fund('2025-T3', 'USD', 10000));
		expect(await found(dollars, 'DQ21')).toMatchObject([{ field: 'moneda', severity: 'warning' }]);
		await door.load(engine.db, 'periodo,moneda,soles_por_unidad\n2025-T3,USD,3.5\n');
		expect(await found(dollars, 'DQ21')).toEqual([]);

		await door.load(
			engine.db,
			funds(...['2024-T4', '2025-T1', '2025-T2'].map((quarter) => fund(quarter, 'PEN', 35000)))
		);
		// 35,000 / 10,000 = 3.5.
		expect(await found(funds(fund('2025-T3', 'PEN', 10000)), 'DQ21')).toMatchObject([
			{ field: 'capital_asignado', line: 2 }
		]);
		expect(await found(funds(fund('2025-T3', 'PEN', 34000)), 'DQ21')).toEqual([]);
	});
});
