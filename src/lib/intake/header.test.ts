import { describe, expect, test } from 'vitest';
import { defineDataset } from '#lib/datasets/types.ts';
import { checkFile, type Choices } from './check.ts';
import { columnLetters, columnOf, headingsOf } from './headings.ts';

const talleres = defineDataset({
	id: 'talleres',
	title: 'Talleres',
	description: 'Talleres por año',
	source: 'prueba',
	filledBy: 'nadie',
	municipality: 'municipio_id',
	period: 'anio',
	columns: {
		municipio_id: { label: 'Ubigeo', type: 'municipality', key: true },
		anio: { label: 'Año', type: 'year', key: true },
		num_talleres: { label: 'Nº de talleres', type: 'count', aliases: ['talleres dictados'] },
		personas: { label: 'Personas atendidas', type: 'count', required: true }
	},
	examples: []
});

const ferias = defineDataset({
	id: 'ferias',
	title: 'Ferias',
	description: 'Ferias por año',
	source: 'prueba',
	filledBy: 'nadie',
	columns: {
		feria: { label: 'Feria', type: 'text', key: true },
		anio: { label: 'Año', type: 'year', key: true },
		puestos: { label: 'Puestos', type: 'count', required: true }
	},
	examples: []
});

const ilo = {
	ubigeo: '180301',
	name: 'Ilo',
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'provincia',
	areaKm2: null,
	aliases: [],
	fictional: false
} as const;

function check(text: string, choices?: Choices) {
	return checkFile(new TextEncoder().encode(text), {
		datasets: [talleres, ferias],
		places: { byUbigeo: new Map([[ilo.ubigeo, ilo]]), networks: new Set() },
		today: '2026-11-21',
		...(choices ? { choices } : {})
	});
}

const codes = (text: string, choices?: Choices) =>
	check(text, choices).findings.map(({ code }) => code);

describe('headings are matched as people write them', () => {
	test.each([
		['num_talleres', 'num_talleres'],
		['Nº de talleres', 'num_talleres'],
		['N° DE TALLERES', 'num_talleres'],
		['Talleres (N°)', 'num_talleres'],
		['num talleres', 'num_talleres'],
		['Talleres   dictados', 'num_talleres'],
		['AÑO', 'anio'],
		['Ano', 'anio'],
		['UBIGEO', 'municipio_id'],
		['personas_atendidas', 'personas'],
		['Personas atendidas (N°)', 'personas'],
		['Cantidad de talleres', 'num_talleres'],
		['Número de Talleres', 'num_talleres'],
		['Cant. talleres', 'num_talleres'],
		['# talleres', 'num_talleres'],
		['Talleres (número)', 'num_talleres'],
		['«Talleres»', 'num_talleres'],
		['Year', 'anio'],
		['District code', 'municipio_id'],
		['Talleres (miles)', undefined],
		['Talleres (%)', undefined],
		['% talleres', undefined],
		['Talleres (mujeres)', undefined],
		['tаlleres', undefined],
		['tallerres', undefined],
		['__proto__', undefined],
		['constructor', undefined]
	])('%s', (heading, column) => {
		expect(columnOf(heading, headingsOf(talleres))).toBe(column);
	});

	test('a near name is asked about, never used by itself', () => {
		const { findings, rows } = check('ubigeo,año,personas atendida\n180301,2024,5\n');
		expect(rows).toEqual([]);
		expect(findings).toMatchObject([
			{ code: 'missing-column', column: 'Personas atendidas', suggestion: 'personas atendida' },
			{ code: 'near-heading', column: 'personas atendida', field: 'personas' }
		]);
		expect(findings[1]?.message).toContain(
			'¿es «personas atendida» la columna «Personas atendidas»?'
		);
	});

	test('a person’s choice names the column, and a value fills or overrules it', () => {
		const { verdict, rows, reading } = check('cod,gente,color,anio\n180301,5,azul,1900\n', {
			dataset: 'talleres',
			columns: { cod: 'municipio_id', GENTE: 'personas', color: '' },
			values: { anio: '2024' }
		});
		expect(verdict).toBe('accepted');
		expect(rows[0]?.cells).toEqual({
			municipio_id: '180301',
			anio: 2024,
			num_talleres: null,
			personas: 5
		});
		expect(reading).toMatchObject({
			columns: { municipio_id: 'cod', personas: 'gente', anio: 'anio' },
			ignored: ['color']
		});
	});

	test('a choice that names what is not there is an error', () => {
		const good = 'ubigeo,anio,personas\n180301,2024,5\n';
		expect(codes(good, { columns: { otra: 'personas' } })).toEqual(['mapping-without-heading']);
		expect(codes(good, { columns: { personas: 'gente' } })).toContain('unknown-mapping');
		expect(codes(good, { values: { gente: '5' } })).toContain('unknown-mapping');
	});
});

describe('the dataset is told by the headings', () => {
	test('when none was asked for', () => {
		expect(check('feria,año,puestos\nExpo,2024,5\n').dataset).toBe('ferias');
	});

	test('another template than the one asked for is named', () => {
		const { findings, dataset } = check('feria,año,puestos\nExpo,2024,5\n', {
			dataset: 'talleres'
		});
		expect(dataset).toBe('talleres');
		expect(findings).toMatchObject([{ code: 'other-dataset', suggestion: 'ferias' }]);
		expect(findings[0]?.message).toContain('parece ser la plantilla de «Ferias»');
	});

	test('one that does not exist is refused by name', () => {
		expect(codes('a,b\n1,2\n', { dataset: 'nada' })).toEqual(['no-header']);
		expect(codes('feria,año,puestos\nExpo,2024,5\n', { dataset: 'nada' })).toEqual([
			'unknown-dataset'
		]);
	});
});

test('every declared column is in every row, and absent ones are blank', () => {
	const { rows } = check('personas,ubigeo,anio\n0,180301,2024\n');
	expect(rows).toEqual([
		{
			line: 2,
			cells: { municipio_id: '180301', anio: 2024, num_talleres: null, personas: 0 },
			blanks: { num_talleres: 'vacio' },
			typed: { municipio_id: '180301', anio: '2024', personas: '0' }
		}
	]);
});

test('columns are called by letters as a spreadsheet calls them', () => {
	expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
