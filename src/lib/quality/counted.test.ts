import { describe, expect, test } from 'vitest';
import { corrected, printed } from '../../../tests/fixtures/ilo-impreso/cells.ts';
import { rows } from '../../../tests/said.ts';
import { DQ09, labourBlock, shortBlock } from './dq09.ts';
import { DQ10, projected, yearlyGrowth } from './dq10.ts';
import { DQ13, statedAgainstListed } from './dq13.ts';
import { DQ16, isOdd, percentOf } from './dq16.ts';

const context = { rows: [] };

describe('values and labels of a pasted block (DQ09)', () => {
	test('Ilo: 8 labels and 7 values', () => {
		expect(shortBlock(printed, labourBlock)).toEqual({
			labels: 8,
			values: 7,
			left: ['porc_asalariados']
		});
		expect(DQ09.check(printed, context)).toMatchObject({ column: 'porc_asalariados' });
		expect(DQ09.check(printed, context)?.message).toContain('8 etiquetas y 7 cifras');
	});

	test('a blank in the middle, a whole block and one hardly begun pass', () => {
		expect(DQ09.check(corrected, context)).toBeUndefined();
		expect(DQ09.check({ ...printed, porc_asalariados: 58.5 }, context)).toBeUndefined();
		expect(
			DQ09.check({ pea: 19684, pea_hombres: 14092, pea_mujeres: 5592 }, context)
		).toBeUndefined();
		expect(DQ09.check({}, context)).toBeUndefined();
	});
});

describe('growth between counts (DQ10)', () => {
	test('Ilo 1993 to 1996: 2.7782 % a year with the total mended, 2.9786 % with it as printed', () => {
		const last = { year: 1996, residents: 55892 };
		expect(yearlyGrowth({ year: 1993, residents: 51481 }, last)).toBeCloseTo(2.7782, 4);
		expect(yearlyGrowth({ year: 1993, residents: 51181 }, last)).toBeCloseTo(2.9786, 4);
	});

	test('2.4 % for three years takes 55,892 to 60,013.58: the 60,000 of the text', () => {
		expect(projected({ year: 1996, residents: 55892 }, 2.4, 3)).toBeCloseTo(60013.58, 2);
	});

	const row = (
		anio: number,
		poblacion_total: number | null,
		tasa_crecimiento: number | null = null
	) => ({
		municipio_id: '180301',
		ambito_datos: 'provincia',
		anio,
		poblacion_total,
		tasa_crecimiento
	});

	test('both are within a point of the stated 2.4 %', () => {
		expect([...DQ10.check(rows(row(1993, 51481, 2.4), row(1996, 55892)))]).toEqual([]);
		expect([...DQ10.check(rows(row(1993, 51181, 2.4), row(1996, 55892)))]).toEqual([]);
	});

	test('a rate that is further away is told, and a blank or a single count is not', () => {
		const found = [...DQ10.check(rows(row(1996, 55892), row(1993, 51481, 1.7)))];
		expect(found).toMatchObject([{ line: 3, column: 'tasa_crecimiento' }]);
		expect(found[0]?.message).toContain('se crece 2.8 % al año, y la tasa dice 1.7 %');
		expect([...DQ10.check(rows(row(1993, 51481, 9)))]).toEqual([]);
		expect([...DQ10.check(rows(row(1993, 51481, 9), row(1996, null)))]).toEqual([]);
	});
});

describe('what is stated and what is listed (DQ13)', () => {
	test('10 or 9, 24 or 23, a fund of 5 or 4; passing an aim of 5 with 6 is only told', () => {
		expect(statedAgainstListed({ stated: 10, listed: 9 })).toBe('warning');
		expect(statedAgainstListed({ stated: 24, listed: 23 })).toBe('warning');
		expect(statedAgainstListed({ stated: 5, listed: 4 })).toBe('warning');
		expect(statedAgainstListed({ stated: 5, listed: 6, target: true })).toBe('notice');
		expect(statedAgainstListed({ stated: 23, listed: 23 })).toBeUndefined();
	});

	const activity = (
		tipo: string,
		cantidad: number | null,
		total_declarado: number | null = null
	) => ({
		municipio_id: '180301',
		periodo: '1999-T3',
		tipo,
		cantidad,
		total_declarado
	});

	test('activities of a quarter', () => {
		const found = [...DQ13.check(rows(activity('feria', 4), activity('capacitacion', 5, 10)))];
		expect(found).toMatchObject([{ line: 3, column: 'total_declarado', expected: '9' }]);
		expect(found[0]?.message).toContain('es 10 y las filas suman 9: faltan 1');
		expect([...DQ13.check(rows(activity('feria', 5), activity('capacitacion', 5, 10)))]).toEqual(
			[]
		);
	});

	test('a row without its count leaves the list open', () => {
		expect([...DQ13.check(rows(activity('feria', null), activity('capacitacion', 5, 10)))]).toEqual(
			[]
		);
	});
});

describe('shares of two columns (DQ16)', () => {
	test('the plant of Ilo: 150 of 2,800 tonnes are 5.3571 %', () => {
		expect(percentOf(150, 2800)).toBeCloseTo(5.3571, 4);
		expect(isOdd(percentOf(150, 2800) ?? NaN)).toBe(false);
		expect([isOdd(100), isOdd(100.1), isOdd(-1)]).toEqual([false, true, true]);
		expect([percentOf(1, 0), percentOf(null, 5)]).toEqual([null, null]);
	});

	test('a fund that has lent more than it has', () => {
		const check = DQ16['fondos']?.[0]?.check;
		const fund = { capital_asignado: 30000, aporte_otros: 15000, saldo_vigente: 45000 };
		expect(check?.(fund, context)).toBeUndefined();
		expect(check?.({ ...fund, saldo_vigente: 54000 }, context)?.message).toContain('120.0 %');
		expect(check?.({ ...fund, aporte_otros: null }, context)?.message).toContain('150.0 %');
		expect(check?.({ ...fund, capital_asignado: null }, context)).toBeUndefined();
	});
});
