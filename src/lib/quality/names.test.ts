import { describe, expect, test } from 'vitest';
import { rows } from '../../../tests/said.ts';
import type { District, Districts } from '../domain/place.ts';
import { DQ12, countNames } from './dq12.ts';
import { DQ14, misplaced } from './dq14.ts';
import { DQ15, isVariant } from './dq15.ts';

/** The UMPE of the stages II and III as the document prints them (CEPAL/GTZ 2000, I.1). */
const printed = [
	'Ayabaca',
	'Piura',
	'Chulucanas',
	'Cajamarca',
	'Bellavista',
	'Lima',
	'Ate',
	'S.J. de Lurigancho',
	'Villa El Salvador',
	'Barranca',
	'Huacho',
	'Santa María',
	'Nuevo Chimbote',
	'Los Olivos',
	'Ate',
	'Ccayma',
	'Islay',
	'Matarani',
	'Moquegua',
	'Ilo',
	'Urubamba',
	'Aymaraes',
	'Huancavelica',
	'Huancayo'
];

function district(ubigeo: string, name: string, province: string, department: string): District {
	return { ubigeo, name, province, department, aliases: [], reniec: null };
}

const list = [
	district('021809', 'Nuevo Chimbote', 'Santa', 'Áncash'),
	district('210806', 'Llalli', 'Melgar', 'Puno'),
	district('040704', 'Islay', 'Islay', 'Arequipa'),
	district('180301', 'Ilo', 'Ilo', 'Moquegua'),
	district('150101', 'Lima', 'Lima', 'Lima')
];
const districts: Districts = {
	byUbigeo: new Map(list.map((each) => [each.ubigeo, each])),
	byReniec: new Map()
};

describe('one thing written twice (DQ12)', () => {
	test('24 entries of the document are 23 distinct: Ate comes twice', () => {
		const { entries, distinct, again } = countNames(printed);
		expect([entries, distinct]).toEqual([24, 23]);
		expect(again.map(({ index }) => printed[index])).toEqual(['Ate']);
	});

	test('so does Arequipa in the list of the II Cumbre, whatever its case', () => {
		const { again } = countNames(['Arequipa', 'Tacna', 'AREQUIPA.', 'Puno']);
		expect(again).toEqual([{ index: 2, first: 0 }]);
	});

	test('rows of one service with the name in two spellings', () => {
		const row = {
			municipio_id: '180301',
			periodo: '1999-T3',
			categoria: 'FIN',
			tipo_servicio: 'ahorro'
		};
		const check = (...names: string[]) => [
			...(DQ12['servicios']?.[0]?.check(
				rows(...names.map((institucion) => ({ ...row, institucion })))
			) ?? [])
		];
		expect(check('Caja Rural', 'CAJA RURAL')).toMatchObject([
			{ line: 3, column: 'institucion', replacement: 'Caja Rural' }
		]);
		expect(check('Caja Rural', 'CAJA RURAL')[0]?.message).toContain('hay 2 anotados y 1 distinto.');
		expect(check('Caja Rural', 'Caja Municipal')).toEqual([]);
		// Letter by letter the same, the key comes twice, and the reader says so.
		expect(check('Caja Rural', 'Caja Rural')).toEqual([]);
	});

	test('another type of service of the same institution is another row', () => {
		const row = { municipio_id: '180301', periodo: '1999-T3', categoria: 'FIN' };
		const two = rows(
			{ ...row, tipo_servicio: 'ahorro', institucion: 'CEOP' },
			{ ...row, tipo_servicio: 'microcredito', institucion: 'ceop' }
		);
		expect([...(DQ12['servicios']?.[0]?.check(two) ?? [])]).toEqual([]);
	});
});

describe('a place of a department (DQ14)', () => {
	test('Nuevo Chimbote is not of Lima, Llalli not of Piura, and Matarani is no municipality', () => {
		expect(misplaced('Nuevo Chimbote', 'Lima', districts)).toMatchObject({
			kind: 'other-department',
			districts: [{ department: 'Áncash' }]
		});
		expect(misplaced('Llalli', 'Piura', districts)).toMatchObject({
			districts: [{ department: 'Puno' }]
		});
		expect(misplaced('Matarani', 'Arequipa', districts)).toEqual({ kind: 'not-a-municipality' });
		expect(misplaced('islay', 'AREQUIPA', districts)).toBeUndefined();
	});

	const places = { byUbigeo: new Map(), networks: new Set<string>(), districts };
	const check = (municipio_id: string, nombre: string, departamento: string, tipo = 'distrital') =>
		DQ14.check({ municipio_id, nombre, departamento, tipo }, { rows: [], places });

	test('a row of the registry with the name of somewhere else', () => {
		expect(check('150142', 'Nuevo Chimbote', 'Lima')).toMatchObject({
			column: 'departamento',
			expected: 'Áncash'
		});
		expect(check('040707', 'Matarani', 'Arequipa')?.message).toContain('llame Matarani');
		expect(check('040704', 'Ilo', 'Moquegua')?.message).toContain('es de Islay (Arequipa)');
	});

	test('its own name, nearly so, or that of its province passes, and so does an invented place', () => {
		expect(check('180301', 'Ilo', 'Moquegua', 'provincial')).toBeUndefined();
		expect(check('021809', 'Nvo Chimbote', 'Áncash')).toBeUndefined();
		expect(check('210806', 'Melgar', 'Puno')).toBeUndefined();
		expect(check('990001', 'Puerto Olivo', 'Demostración')).toBeUndefined();
		expect(check('040707', 'Sur Unido', 'Arequipa', 'mancomunidad')).toBeUndefined();
	});

	test('without the list of districts nothing is said', () => {
		const row = { municipio_id: '040707', nombre: 'Matarani', departamento: 'Arequipa' };
		expect(DQ14.check(row, { rows: [] })).toBeUndefined();
	});
});

describe('names that look like another (DQ15)', () => {
	test('those of the document', () => {
		expect(isVariant('ACIPIAS', 'ACCIPIAS')).toBe(true);
		expect(isVariant('Osmore', 'Osmare')).toBe(true);
		expect(isVariant('CETICO', 'CETICOS')).toBe(true);
		expect(isVariant('FONDEPES', 'FONDEPEZ')).toBe(true);
	});

	test('an alias is one however it is written', () => {
		expect(isVariant('Mesa de Concertación', 'Mesa PYME', ['mesa pyme'])).toBe(true);
		expect(isVariant('Mesa de Concertación', 'Mesa PYME')).toBe(false);
	});

	test('the same name, another number and short names are not', () => {
		expect(isVariant('Caja Rural', 'CAJA RURAL')).toBe(false);
		expect(isVariant('Comedor 12 de Mayo', 'Comedor 13 de Mayo')).toBe(false);
		expect(isVariant('PADA', 'PADE')).toBe(false);
	});

	test('names of one municipality are compared, not those of two', () => {
		const rule = DQ15['servicios']?.[0];
		const of = (municipio_id: string, institucion: string) => ({ municipio_id, institucion });
		const found = [...(rule?.check(rows(of('180301', 'ACIPIAS'), of('180301', 'ACCIPIAS'))) ?? [])];
		expect(found).toMatchObject([{ line: 3, replacement: 'ACIPIAS' }]);
		expect([
			...(rule?.check(rows(of('180301', 'ACIPIAS'), of('200101', 'ACCIPIAS'))) ?? [])
		]).toEqual([]);
	});
});
