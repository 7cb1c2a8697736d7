import { describe, expect, test } from 'vitest';
import { corrected, printed } from '../../../tests/fixtures/ilo-impreso/cells.ts';
import type { Cells } from '../domain/record.ts';
import { DQ05, impliedPart } from './dq05.ts';
import { DQ06 } from './dq06.ts';
import { active15, DQ07, residents15 } from './dq07.ts';
import { DQ08, findShift } from './dq08.ts';

const context = { rows: [] };

describe('men and women of the labour force (DQ05)', () => {
	test('Ilo: what is left, 5,592, begins with the digits of 55.9', () => {
		// 14,092 + 55.9 = 14,147.9; 19,684 - 14,147.9 = 5,536.1; 19,684 - 14,092 = 5,592.
		expect(impliedPart(printed)).toEqual({ column: 'pea_mujeres', typed: 55.9, implied: 5592 });
		const finding = DQ05.check(printed, context);
		expect(finding).toMatchObject({ column: 'pea_mujeres', suggestion: '5592' });
		expect(finding?.message).toContain('14,092 + mujeres 55.9 = 14,147.9');
		expect(finding?.message).toContain('la PEA dice 19,684: faltan 5,536.1 en la suma');
		expect(finding?.message).toContain('La resta da 5,592');
	});

	test('other gaps name the three figures and propose none', () => {
		const finding = DQ05.check({ ...printed, pea_mujeres: 6000 }, context);
		expect(finding).toMatchObject({ column: 'pea', expected: '20,092' });
		expect(finding?.suggestion).toBeUndefined();
		expect(finding?.message).toContain('sobran 408');
	});

	test('one digit alone says nothing about units', () => {
		expect(impliedPart({ ...printed, pea_mujeres: 5 })).toBeUndefined();
	});

	test('parts that add up pass, and so does a blank', () => {
		expect(DQ05.check(corrected, context)).toBeUndefined();
		expect(DQ05.check({ ...printed, pea_mujeres: null }, context)).toBeUndefined();
	});
});

describe('plausible rates (DQ06)', () => {
	const found = (cells: Cells) => DQ06.flatMap((rule) => rule.check(cells, context) ?? []);

	test('Ilo: 2 % occupied; 57.5 % in agriculture with 2.5 % rural; 116 % in two sectors', () => {
		// 100 x 1,289 / 51,481 = 2.5038 % rural, plus 30 = 32.5; 57.5 - 32.5 = 25; 57.5 + 58.5 = 116.
		const findings = found(printed);
		expect(findings.map((finding) => finding.column)).toEqual([
			'porc_pea_ocupada_15mas',
			'porc_ocup_agricultura',
			'porc_ocup_servicios'
		]);
		expect(findings[0]?.message).toContain('el 2 % de la PEA, y lo normal es de 50 a 100 %: 48.0');
		expect(findings[1]?.message).toContain('57.5 %, y solo el 2.5 % de la población es rural');
		expect(findings[1]?.message).toContain('hasta 32.5 %: 25.0 puntos más');
		expect(findings[2]?.message).toContain('Agricultura 57.5 + servicios 58.5 = 116 %');
	});

	test('an activity rate outside 20 to 90', () => {
		expect(found({ tasa_actividad_15mas: 19.9 })[0]?.message).toContain('19.9 %');
		expect(found({ tasa_actividad_15mas: 20 })).toEqual([]);
		expect(found({ tasa_actividad_15mas: 90 })).toEqual([]);
	});

	test('the rates one row on pass, and so do blanks or an unknown rural share', () => {
		expect(found(corrected)).toEqual([]);
		expect(found({})).toEqual([]);
		expect(found({ porc_ocup_agricultura: 57.5 })).toEqual([]);
	});
});

describe('labour force of 15 and more (DQ07)', () => {
	test('54.2 % of Ilo gives 19,420 of 19,684; 55.9 % would give 20,029', () => {
		// 0.696 x 51,481 = 35,830.776; x 0.542 = 19,420.280592; x 0.559 = 20,029.403784.
		expect(residents15(corrected)).toBeCloseTo(35830.776, 6);
		expect(active15(corrected)).toBeCloseTo(19420.280592, 6);
		expect(DQ07.check(corrected, context)).toBeUndefined();

		const moved = { ...corrected, tasa_actividad_15mas: 55.9 };
		expect(active15(moved)).toBeCloseTo(20029.403784, 6);
		expect(DQ07.check(moved, context)).toMatchObject({
			column: 'tasa_actividad_15mas',
			expected: '54.9 o menos',
			message: expect.stringContaining(
				'55.9 % de 35,831 personas de 15 y más son 20,029 activas, más que toda la PEA de 6 y más, 19,684: sobran 345'
			)
		});
	});

	test('the count of residents goes before their share', () => {
		expect(residents15({ ...corrected, poblacion_15mas: 36000 })).toBe(36000);
	});

	test('nothing is said when a figure is blank or the labour force also starts at 15', () => {
		const cells = { ...corrected, tasa_actividad_15mas: 55.9 };
		for (const column of ['pea', 'pea_edad_min', 'porc_15mas', 'tasa_actividad_15mas'])
			expect(DQ07.check({ ...cells, [column]: null }, context), column).toBeUndefined();
		expect(DQ07.check({ ...cells, pea_edad_min: 15 }, context)).toBeUndefined();
	});
});

describe('rates that slid by one row (DQ08)', () => {
	test('Ilo: 2, 57.5, 58.5 and blank go to blank, 2, 57.5 and 58.5', () => {
		expect(findShift(printed)?.moved).toEqual({
			...corrected,
			poblacion_total: 51181,
			pea_mujeres: 55.9
		});
		const finding = DQ08.check(printed, context);
		expect(finding?.suggestion).toBe(
			'PEA ocupada de 15 y más años vacía; Ocupados en agricultura 2; Ocupados en servicios 57.5; Asalariados 58.5'
		);
		expect(finding?.message).toContain('parecen corridos una fila');
		expect(finding?.message).toContain(
			'agricultura 57.5; Ocupados en servicios 58.5; Asalariados vacía'
		);
	});

	test('a slide the other way is seen too', () => {
		const cells = {
			...corrected,
			porc_pea_ocupada_15mas: null,
			porc_ocup_agricultura: 95.1,
			porc_ocup_servicios: 20,
			porc_asalariados: 57.5
		};
		// 95.1 > 2.5 + 30, and 95.1 + 20 = 115.1; one row up, 20 and 57.5 are well within.
		expect(findShift(cells)?.moved).toMatchObject({
			porc_pea_ocupada_15mas: 95.1,
			porc_ocup_agricultura: 20,
			porc_ocup_servicios: 57.5,
			porc_asalariados: null
		});
	});

	test('nothing is proposed for rates in place, a single odd one, or no blank to move to', () => {
		expect(findShift(corrected)).toBeUndefined();
		expect(findShift({ ...corrected, porc_pea_ocupada_15mas: 2 })).toBeUndefined();
		expect(
			findShift({ ...printed, porc_asalariados: 60, tasa_actividad_15mas: 54.2 })
		).toBeUndefined();
		expect(findShift({})).toBeUndefined();
	});
});
