import { describe, expect, test } from 'vitest';
import type { Cells, Row } from '../domain/record.ts';
import { DQ11Activities, DQ11Sectors } from './dq11.ts';
import { feasible } from './feasible.ts';

function rows(...all: Cells[]): Row[] {
	return all.map((cells, index) => ({ line: index + 2, cells, blanks: {}, typed: {} }));
}

/** The shares that the document prints for the activities of the network, of 67. */
const types = ['promocion_empresarial', 'simplificacion', 'infraestructura'];
const printed = [62, 14, 14].map((porcentaje, index) => ({
	municipio_id: 'PROMDE',
	periodo: '1998-T2',
	tipo: types[index] ?? null,
	porcentaje,
	total_declarado: 67
}));

function sectors(...shares: (number | null)[]): Row[] {
	const codes = ['comercio', 'servicios', 'produccion', 'pesca'];
	const place = { municipio_id: '180301', ambito_datos: 'provincia', anio: 1999 };
	return rows(
		...shares.map((porcentaje, index) => ({
			...place,
			dimension: 'sector',
			categoria: codes[index] ?? null,
			porcentaje
		}))
	);
}

describe('shares of activities (DQ11)', () => {
	test('62 + 14 + 14 = 90 is shown with its 10 unexplained', () => {
		const [sum] = [...DQ11Activities.check(rows(...printed))];
		expect(sum).toMatchObject({ line: 2, column: 'porcentaje' });
		expect(sum?.message).toContain('62 + 14 + 14 = 90, no 100: quedan 10 puntos sin explicar');
		expect(sum?.message).toContain('se mostrará 90, tal como vino');
	});

	test('no whole number of 67 rounds to 62 % or to 14 %; cut decimals would', () => {
		// 41/67 = 61.19, 42/67 = 62.69; 9/67 = 13.43, 10/67 = 14.93.
		const [, first, second, third, more] = [...DQ11Activities.check(rows(...printed))];
		expect(first).toMatchObject({ line: 2 });
		expect(first?.message).toContain('62 % de 67');
		expect(first?.message).toContain('41 de 67 es 61.19 % y 42 de 67 es 62.69 %');
		expect(first?.message).toContain('cortaron los decimales (42 de 67 es 62.69 %)');
		expect(second?.message).toContain('9 de 67 es 13.43 % y 10 de 67 es 14.93 %');
		expect(third?.line).toBe(4);
		expect(more).toBeUndefined();
		expect(feasible(62, 67)).toEqual({ rounded: false, truncated: 42, below: 41, above: 42 });
	});

	test('shares that sum to 100 and come from whole numbers pass', () => {
		// 42, 10, 10 and 5 of 67 rounded: 63, 15, 15 and 7 = 100.
		const good = [63, 15, 15, 7].map((porcentaje, index) => ({
			...printed[0],
			tipo: [...types, 'sin_clasificar'][index] ?? null,
			porcentaje
		}));
		expect([...DQ11Activities.check(rows(...good))]).toEqual([]);
	});

	test('half a point passes, and so does what rounding of each share explains', () => {
		const of = (...shares: number[]) =>
			rows(...shares.map((porcentaje, index) => ({ tipo: types[index] ?? null, porcentaje })));
		expect([...DQ11Activities.check(of(33, 33, 33))]).toEqual([]);
		expect([...DQ11Activities.check(of(50.0, 49.5))]).toEqual([]);
		expect([...DQ11Activities.check(of(50.2, 50.4))]).toHaveLength(1);
	});

	test('a row without share leaves the list open: short passes, over 100 does not', () => {
		const open = rows(
			{ tipo: 'feria', porcentaje: 40 },
			{ tipo: 'otra', porcentaje: null, cantidad: 3 }
		);
		expect([...DQ11Activities.check(open)]).toEqual([]);
		const over = rows(
			{ tipo: 'feria', porcentaje: 70 },
			{ tipo: 'otra', porcentaje: 40 },
			{ tipo: 'concertacion', porcentaje: null, cantidad: 3 }
		);
		expect([...DQ11Activities.check(over)][0]?.message).toContain('sobran 10 puntos');
	});

	test('counts alone, or no total, leave nothing to check', () => {
		expect([...DQ11Activities.check(rows({ tipo: 'feria', cantidad: 2 }))]).toEqual([]);
		expect(feasible(50, 2).rounded).toBe(true);
	});
});

describe('shares by sector (DQ11)', () => {
	test('Ilo: 43.2 + 23.7 + 22.3 + 10.8 = 100.0', () => {
		expect([...DQ11Sectors.check(sectors(43.2, 23.7, 22.3, 10.8))]).toEqual([]);
	});

	test('sectors that come to 90 are told with the gap', () => {
		expect([...DQ11Sectors.check(sectors(43.2, 23.7, 22.3, 0.8))][0]?.message).toContain(
			'43.2 + 23.7 + 22.3 + 0.8 = 90, no 100: quedan 10 puntos sin explicar'
		);
	});

	test('a sector with only its count leaves the list open', () => {
		expect([...DQ11Sectors.check(sectors(43.2, 23.7, null))]).toEqual([]);
	});
});
