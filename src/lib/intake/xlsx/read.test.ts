import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Places } from '#lib/domain/place.ts';
import { rowsOf, workbook, type TestCell, type TestSheet } from '../../../../tests/workbooks.ts';
import { checkFile, type Choices } from '../check.ts';
import { sheetsOf } from './read.ts';

const place = {
	name: 'Chachapoyas',
	province: 'Chachapoyas',
	department: 'Amazonas',
	scope: 'distrito' as const,
	areaKm2: 100,
	aliases: [],
	fictional: false
};
const places: Places = {
	byUbigeo: new Map(['010101', '990001'].map((ubigeo) => [ubigeo, { ...place, ubigeo }])),
	networks: new Set(['PROMDE'])
};

function check(bytes: Uint8Array, choices?: Choices) {
	return checkFile(bytes, { datasets, places, today: '2026-11-21', choices });
}

const rates =
	'periodo,moneda,soles_por_unidad,ipc\n2025-T2,USD,3.66,114.5\n2025-T3,USD,3.54,115.25\n';
const services =
	'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado,usuarios\n' +
	'990001,2025-T3,Municipalidad,municipal,FIN,microcredito,activo,12\n' +
	'990001,2025-T3,,,TEC,ninguno,sin_servicio,\n';
const funds =
	'municipio_id,fondo_id,periodo,tipo,moneda,capital_asignado,colocado,num_creditos,saldo_vigente,castigado\n' +
	'990001,ROTATORIO-1,2025-T2,rotatorio,PEN,60000,20000.5,10,45000,0\n' +
	'990001,ROTATORIO-1,2025-T3,rotatorio,PEN,60000,18000,9,46500.25,500\n';
const population =
	'municipio_id,ambito_datos,anio,fuente,poblacion_total\n010101,distrito,1993,censo,1234\n010101,distrito,2017,censo,12345\n';
const registry =
	'municipio_id,ambito_datos,nombre,tipo,provincia,departamento,superficie_km2,lat\n' +
	'010101,distrito,Chachapoyas,provincial,Chachapoyas,Amazonas,153.78,-6.229\n';

const sheet = (name: string, csv: string): TestSheet => ({ name, rows: rowsOf(csv) });
const table = (...rows: TestCell[][]): Uint8Array => workbook([{ name: 'Hoja1', rows }]);

describe('the rows of a sheet are those of the same table in a CSV', () => {
	test.each([
		['tipo_cambio', rates],
		['servicios', services],
		['fondos', funds],
		['contexto', population],
		['municipios', registry]
	])('%s', (dataset, csv) => {
		const fromText = check(new TextEncoder().encode(csv));
		const fromSheet = check(workbook([sheet('Datos', csv)]));
		expect(fromText.verdict).not.toBe('rejected');
		expect(fromSheet).toMatchObject({ verdict: fromText.verdict, dataset });
		expect(fromSheet.reading).toMatchObject({ encoding: 'xlsx', sheet: 'Datos', headerLine: 1 });
		const content = (rows: typeof fromText.rows) =>
			rows.map(({ line, cells, blanks }) => ({ line, cells, blanks }));
		expect(content(fromSheet.rows)).toEqual(content(fromText.rows));
	});
});

const rateHeader = ['periodo', 'moneda', 'soles_por_unidad', 'ipc'];
const rateOf = (...cells: TestCell[][]) => check(table(rateHeader, ...cells));

describe('cells', () => {
	test.each([
		['a point that no text could tell from thousands', { xml: '<c><v>1.234</v></c>' }, 1.234],
		['seventeen digits', { xml: '<c><v>3.6600000000000001</v></c>' }, 3.66],
		['an exponent', { xml: '<c><v>3.5E+0</v></c>' }, 3.5],
		['a formula with its value', { xml: '<c><f>1+2.5</f><v>3.5</v></c>' }, 3.5],
		['an inline text', { xml: '<c t="inlineStr"><is><t>3.5</t></is></c>' }, 3.5],
		[
			'a text of several formats',
			{ xml: '<c t="inlineStr"><is><r><t>3</t></r><r><t>.5</t></r></is></c>' },
			3.5
		],
		['the text of a formula', { xml: '<c t="str"><f>A1</f><v>3.5</v></c>' }, 3.5]
	])('%s', (_, cell, value) => {
		const { verdict, rows, findings } = rateOf(['2025-T2', 'USD', cell]);
		expect(findings).toEqual([]);
		expect(verdict).toBe('accepted');
		expect(rows[0]?.cells['soles_por_unidad']).toBe(value);
	});

	test('a column of numbers with three decimals asks nothing', () => {
		const { findings, rows } = rateOf(['2025-T2', 'USD', 3.541], ['2025-T3', 'USD', 3.662]);
		expect(findings).toEqual([]);
		expect(rows.map(({ cells }) => cells['soles_por_unidad'])).toEqual([3.541, 3.662]);
	});

	test('the same typed as text is asked, as in a CSV', () => {
		const { findings } = rateOf(['2025-T2', 'USD', 3.5, '115.234']);
		expect(findings.map(({ code, line }) => [code, line])).toEqual([['ambiguous-number', 2]]);
	});

	test('a ubigeo that Excel took for a number gets its zero back, with a notice', () => {
		const { rows, findings } = check(
			table(
				['ubigeo', 'ámbito', 'año', 'fuente', 'población'],
				[10101, 'distrito', 1993, 'censo', 1234]
			)
		);
		expect(rows[0]?.cells).toMatchObject({ municipio_id: '010101', poblacion_total: 1234 });
		expect(findings).toMatchObject([{ code: 'ubigeo-padded', severity: 'notice', line: 2 }]);
	});

	test('an error value stands at its cell, in Spanish', () => {
		const { verdict, findings } = rateOf([
			'2025-T2',
			'USD',
			{ xml: '<c t="e"><v>#DIV/0!</v></c>' }
		]);
		expect(verdict).toBe('rejected');
		expect(findings).toMatchObject([{ code: 'excel-error', line: 2, found: '#¡DIV/0!' }]);
	});

	test('a formula that was never computed stops the file at its cell', () => {
		const { verdict, findings } = rateOf(['2025-T2', 'USD', { xml: '<c><f>B2*2</f></c>' }]);
		expect(verdict).toBe('rejected');
		expect(findings).toMatchObject([
			{ code: 'formula-without-value', line: 2, column: 'C', found: '=B2*2' }
		]);
	});

	test('rows keep the number that Excel shows', () => {
		const { rows, reading } = check(
			table(
				['Tipo de cambio del trimestre'],
				[],
				rateHeader,
				['2025-T2', 'USD', 3.66],
				[],
				['2025-T3', 'USD', 3.54]
			)
		);
		expect(reading?.headerLine).toBe(3);
		expect(rows.map(({ line }) => line)).toEqual([4, 6]);
	});

	test('a cell with line breaks, quotes and tabs is one cell', () => {
		const text = 'Uno "dos"\r\ntres\tcuatro';
		const { rows } = check(
			table(
				['municipio_id', 'red', 'relacion', 'nota'],
				['990001', 'PROMDE', 'umpe', text.replace('\r', '_x000D_')],
				['010101', 'PROMDE', 'umpe', '']
			)
		);
		expect(rows[0]?.cells['nota']).toBe('Uno "dos"\ntres\tcuatro');
		expect(rows[1]?.line).toBe(3);
	});
});

describe('what a sheet hides or joins is said', () => {
	test('hidden rows, columns and sheets', () => {
		const { findings, verdict } = check(
			workbook([
				{
					...sheet('Datos', rates),
					hiddenRows: [3],
					before: '<cols><col min="4" max="4" hidden="1"/></cols>'
				},
				{ ...sheet('Borrador', rates), state: 'hidden' }
			])
		);
		expect(verdict).toBe('accepted');
		expect(findings.map(({ code }) => code)).toEqual(['hidden-parts']);
		expect(findings[0]?.message).toMatch(/«Borrador».*una fila oculta.*la columna oculta D/);
	});

	test('cells joined down rows are a warning at their first row', () => {
		const { findings } = check(
			workbook([
				{
					...sheet('Datos', rates),
					after:
						'<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="A1:B1"/></mergeCells>'
				}
			])
		);
		expect(findings).toMatchObject([
			{ code: 'merged-cells', severity: 'warning', line: 2, found: 'A2:A3' }
		]);
	});

	test('a CSV in column A is taken apart', () => {
		const rows = rates
			.trimEnd()
			.split('\n')
			.map((line) => [line.replaceAll(',', ';')]);
		const { verdict, findings, rows: read } = check(workbook([{ name: 'Hoja1', rows }]));
		expect(verdict).toBe('accepted');
		expect(findings.map(({ code }) => code)).toEqual(['sheet-one-column']);
		expect(read.map(({ cells }) => cells['ipc'])).toEqual([114.5, 115.25]);
	});
});

describe('which sheet is read', () => {
	const guide: TestSheet = {
		name: 'Instrucciones',
		rows: [['Llene una fila por trimestre.'], ['Guarde y envíe.']]
	};
	const empty: TestSheet = { name: 'Hoja3', rows: [] };

	test('the only one with a table that we know; the others are named', () => {
		const { verdict, reading, findings } = check(workbook([guide, sheet('Cambio', rates), empty]));
		expect([verdict, reading?.sheet]).toEqual(['accepted', 'Cambio']);
		expect(findings.map(({ code }) => code)).toEqual(['other-sheets']);
	});

	const both = workbook([sheet('Cambio', rates), sheet('Servicios', services), guide]);

	test('between two it is asked', () => {
		const { verdict, findings } = check(both);
		expect(verdict).toBe('rejected');
		expect(findings).toMatchObject([{ code: 'which-sheet' }]);
		expect(findings[0]?.message).toContain('«Cambio» y «Servicios»');
	});

	test('the one chosen, or the one of the dataset chosen', () => {
		expect(check(both, { sheet: 'Servicios' })).toMatchObject({
			dataset: 'servicios',
			verdict: 'accepted'
		});
		expect(check(both, { dataset: 'tipo_cambio' })).toMatchObject({ reading: { sheet: 'Cambio' } });
		expect(check(both, { sheet: 'Otra' }).findings).toMatchObject([{ code: 'no-such-sheet' }]);
	});

	test('all of them are listed with their table', () => {
		expect(sheetsOf(both, { datasets })).toEqual([
			{ name: 'Cambio', dataset: 'tipo_cambio', rows: 2 },
			{ name: 'Servicios', dataset: 'servicios', rows: 2 },
			{ name: 'Instrucciones', dataset: null, rows: 2 }
		]);
	});

	test('rows that tell only whose and of when they are do not count', () => {
		const columns = Object.keys(datasets.find(({ id }) => id === 'fondos')?.columns ?? {});
		const start = `${columns.join(',')},municipio\n010101,,2025-T3${','.repeat(columns.length - 2)}Chachapoyas\n`;
		const [summary] = [sheetsOf(workbook([sheet('Fondos', start)]), { datasets })].flat();
		expect(summary).toEqual({ name: 'Fondos', dataset: 'fondos', rows: 0 });
	});

	test('a workbook without anything in it is empty', () => {
		expect(check(workbook([empty])).findings).toMatchObject([{ code: 'workbook-empty' }]);
	});
});
