import { describe, expect, test } from 'vitest';
import { corrected, printed } from '../../../tests/fixtures/ilo-impreso/cells.ts';
import { DQ01 } from './dq01.ts';
import { DQ02 } from './dq02.ts';
import { DQ03 } from './dq03.ts';
import { checkParts } from './parts.ts';

const context = { rows: [] };

describe('urban and rural (DQ01), men and women (DQ02)', () => {
	test('the printed total of Ilo is 300 short of both sums', () => {
		// 50,192 + 1,289 = 51,481 = 26,964 + 24,517; the table prints 51,181; 300 / 51,481 = 0.5827 %.
		const area = checkParts(printed, ['poblacion_urbana', 'poblacion_rural'], 'poblacion_total');
		expect(area?.difference).toBe(-300);
		expect(DQ01.check(printed, context)).toMatchObject({
			column: 'poblacion_total',
			expected: '51,481',
			message: expect.stringContaining(
				'Urbana 50,192 + rural 1,289 = 51,481, pero el total dice 51,181: faltan 300 en el total (0.58 %).'
			)
		});
		expect(DQ02.check(printed, context)?.message).toContain(
			'Hombres 26,964 + mujeres 24,517 = 51,481, pero el total dice 51,181: faltan 300'
		);
		expect([DQ01.severity, DQ02.severity]).toEqual(['error', 'error']);
	});

	test('a total above its parts says how much is left over', () => {
		expect(DQ01.check({ ...printed, poblacion_total: 51482 }, context)?.message).toContain(
			'sobran 1'
		);
	});

	test('a total over two zeros has no share to tell', () => {
		const zeros = { poblacion_total: 22000, poblacion_urbana: 0, poblacion_rural: 0 };
		expect(DQ01.check(zeros, context)?.message).toContain(
			'Urbana 0 + rural 0 = 0, pero el total dice 22,000: sobran 22,000 en el total. Busque'
		);
	});

	test('the corrected total passes, and so does a row with a blank', () => {
		for (const rule of [DQ01, DQ02]) expect(rule.check(corrected, context)).toBeUndefined();
		expect(DQ01.check({ ...printed, poblacion_rural: null }, context)).toBeUndefined();
		expect(DQ02.check({ ...printed, poblacion_total: null }, context)).toBeUndefined();
	});
});

describe('two sums that agree against a total one slip away (DQ03)', () => {
	test('Ilo: the third digit, 1 for 4', () => {
		expect(DQ03.check(printed, context)).toMatchObject({
			column: 'poblacion_total',
			suggestion: '51481',
			message: expect.stringContaining('51,181: cambia la cifra 3 (1 en vez de 4), diferencia -300')
		});
		expect(DQ03.severity).toBe('notice');
	});

	test('two neighbours in each other’s place', () => {
		expect(DQ03.check({ ...printed, poblacion_total: 51841 }, context)?.message).toContain(
			'cambiadas de sitio las cifras 3 y 4'
		);
	});

	test('a lost digit', () => {
		expect(DQ03.check({ ...printed, poblacion_total: 5148 }, context)).toMatchObject({
			suggestion: '51481',
			message: expect.stringContaining('falta o sobra una cifra')
		});
	});

	test('nothing is proposed when the sums disagree, two digits differ, all is well or one is blank', () => {
		expect(DQ03.check({ ...printed, poblacion_mujeres: 24516 }, context)).toBeUndefined();
		expect(DQ03.check({ ...printed, poblacion_total: 51171 }, context)).toBeUndefined();
		expect(DQ03.check(corrected, context)).toBeUndefined();
		expect(DQ03.check({ ...printed, poblacion_hombres: null }, context)).toBeUndefined();
	});
});
