import { describe, expect, test } from 'vitest';
import type { Cells } from '../domain/record.ts';
import { messages, said } from '../../../tests/said.ts';
import { membresias } from './membresias.ts';
import { microempresas } from './microempresas.ts';
import { municipios } from './municipios.ts';
import { tipoCambio } from './tipo-cambio.ts';

describe('municipios', () => {
	const ilo = {
		municipio_id: '180301',
		nombre: 'Ilo',
		tipo: 'provincial',
		departamento: 'Moquegua'
	};

	test('the department follows from the code', () => {
		expect(said(municipios, ilo)).toEqual([]);
		const wrong = { ...ilo, departamento: 'Tacna' };
		expect(said(municipios, wrong)).toEqual(['departamento-y-ubigeo error departamento']);
		expect(messages(municipios, wrong)).toContain('18, que es Moquegua, y la fila dice Tacna');
		expect(said(municipios, { municipio_id: '260101', departamento: 'Tacna' })).toHaveLength(1);
		expect(said(municipios, { ...ilo, departamento: null })).toEqual([]);
	});

	test('Demostración is for invented codes alone', () => {
		const invented = { municipio_id: '990001', departamento: 'Demostración', tipo: 'distrital' };
		expect(said(municipios, invented)).toEqual([]);
		expect(said(municipios, { ...invented, departamento: 'Lima' })).toHaveLength(1);
		expect(said(municipios, { ...ilo, departamento: 'Demostración' })).toHaveLength(1);
	});

	test('a provincial municipality ends in 01, a district one does not', () => {
		const provincial = { ...ilo, municipio_id: '180302' };
		expect(said(municipios, provincial)).toEqual(['capital-de-provincia warning municipio_id']);
		const district = { ...ilo, tipo: 'distrital' };
		expect(said(municipios, district)).toEqual(['capital-de-provincia warning tipo']);
	});

	test('a lone coordinate, a province’s data under a district and an end before its start', () => {
		expect(said(municipios, { ...ilo, lat: -17.6, lon: null })).toEqual([
			'latitud-y-longitud warning lon'
		]);
		const district = {
			...ilo,
			municipio_id: '180302',
			tipo: 'distrital',
			ambito_datos: 'provincia'
		};
		expect(said(municipios, district)).toEqual(['ambito-de-distrital warning ambito_datos']);
		expect(said(municipios, { ...ilo, desde: '2000-T2', hasta: '2000-T1' })).toEqual([
			'desde-hasta error hasta'
		]);
	});

	test('equal names in one department, and another name that is somebody’s own, are told', () => {
		const yauli = { municipio_id: '120410', nombre: 'Yauli', departamento: 'Junín' };
		const other = { municipio_id: '120810', nombre: 'YAULÍ', departamento: 'Junín' };
		expect(said(municipios, yauli, other)).toEqual(['nombre-compartido notice fila 3']);
		const far = { ...other, municipio_id: '090118', departamento: 'Huancavelica' };
		expect(said(municipios, yauli, far)).toEqual([]);
		const alias = { ...other, nombre: 'La Oroya', alias: 'Oroya; Yauli' };
		expect(said(municipios, yauli, alias)).toEqual(['nombre-compartido notice fila 3']);
		expect(said(municipios, { ...yauli, alias: 'Yauli; yauli' })).toEqual([]);
	});
});

describe('membresias', () => {
	test('any network with a code of capitals, and a proposal for others', () => {
		expect(said(membresias, { red: 'PROMDE' }, { red: 'RED_SUR-2' })).toEqual([]);
		const rule = membresias.rules.find(({ id }) => id === 'codigo-de-red');
		expect(rule?.check({ red: 'red sur' }, { rows: [] })).toMatchObject({ suggestion: 'RED_SUR' });
		expect(rule?.check({ red: '1' }, { rows: [] })).not.toHaveProperty('suggestion');
		expect(rule?.check({ red: null }, { rows: [] })).toBeUndefined();
	});
});

describe('tipo_cambio', () => {
	test('a sol is a sol', () => {
		expect(said(tipoCambio, { moneda: 'PEN', soles_por_unidad: 3.5 })).toHaveLength(1);
		expect(said(tipoCambio, { moneda: 'PEN', soles_por_unidad: 1 })).toEqual([]);
		expect(said(tipoCambio, { moneda: 'USD', soles_por_unidad: 3.5 })).toEqual([]);
	});
});

describe('microempresas', () => {
	const place = { municipio_id: '180301', ambito_datos: 'provincia', anio: 1999 };
	const row = (dimension: string, categoria: string, rest: Cells) => ({
		...place,
		dimension,
		categoria,
		...rest
	});
	const total = row('total', 'total', { cantidad: 3000 });

	test('a row needs its count or its share', () => {
		expect(said(microempresas, row('sector', 'pesca', {}))).toEqual([
			'cantidad-o-porcentaje error cantidad'
		]);
		expect(said(microempresas, row('sector', 'pesca', { porcentaje: 0 }))).toEqual([]);
	});

	test('shares of a complete dimension sum to 100; an incomplete one may be short, never over', () => {
		const age = (young: number, old: number) => [
			row('titular_edad', 'menor_40', { porcentaje: young }),
			row('titular_edad', '40_mas', { porcentaje: old })
		];
		expect(said(microempresas, ...age(60, 40))).toEqual([]);
		expect(messages(microempresas, ...age(60, 30))).toContain('60 + 30 = 90, no 100: faltan 10');
		expect(said(microempresas, row('titular_edad', 'menor_40', { porcentaje: 60 }))).toEqual([]);
		const schooling = [
			row('titular_educacion', 'secundaria', { porcentaje: 60 }),
			row('titular_educacion', 'superior', { porcentaje: 50 })
		];
		expect(messages(microempresas, ...schooling)).toContain('sobran 10');
		expect(said(microempresas, row('titular_sexo', 'mujer', { cantidad: 5 }))).toEqual([]);
	});

	test('counts sum to the total: 1,296 + 711 + 669 + 324 = 3,000 in Ilo', () => {
		const counts = { comercio: 1296, servicios: 711, produccion: 669, pesca: 324 };
		const sectors = Object.entries(counts).map(([code, cantidad]) =>
			row('sector', code, { cantidad })
		);
		expect(said(microempresas, total, ...sectors)).toEqual([]);
		const more = row('sector', 'turismo', { cantidad: 10 });
		expect(messages(microempresas, total, ...sectors, more)).toContain(
			'dan 3,010 y el total es 3,000: sobran 10'
		);
		const sex = [
			row('titular_sexo', 'mujer', { cantidad: 1400 }),
			row('titular_sexo', 'hombre', { cantidad: 1500 })
		];
		expect(messages(microempresas, total, ...sex)).toContain('faltan 100');
		expect(said(microempresas, ...sex)).toEqual([]);
	});

	test('several demands may hold for one business, but none for more than there are', () => {
		const wants = (code: string, cantidad: number) => row('demanda', code, { cantidad });
		expect(
			said(microempresas, total, wants('mercado', 2500), wants('financiamiento', 2800))
		).toEqual([]);
		expect(said(microempresas, total, wants('mercado', 3001))).toEqual([
			'cantidades-suman-total error fila 3'
		]);
	});

	test('count and share agree within one unit, or what the share’s rounding explains', () => {
		// 43.2 % of 3,000 = 1,296; half of 0.1 % of 3,000 = 1.5.
		const trade = (cantidad: number, porcentaje: number) =>
			row('sector', 'comercio', { cantidad, porcentaje });
		expect(said(microempresas, total, trade(1297, 43.2))).toEqual([]);
		expect(messages(microempresas, total, trade(1396, 43.2))).toContain(
			'43.2 % de 3,000 es 1,296, y la cantidad dice 1,396: difieren en 100'
		);
		expect(said(microempresas, trade(1396, 43.2))).toEqual([]);
	});
});
