import { describe, expect, test } from 'vitest';
import { changeWords, indexChangeWords } from './change.ts';
import { longDate, shortDate } from './date.ts';
import { names, someNames } from './list.ts';
import { brief, changeSize, money, number, signed, withUnit } from './number.ts';
import { completeValues, placeInGroup } from './place.ts';

describe('numbers of Peru', () => {
	test('have a point for decimals and a comma for thousands, also with four digits', () => {
		expect(number(1234.5, 1)).toBe('1,234.5');
		expect(number(55892)).toBe('55,892');
		expect(number(-12, 1)).toBe('−12.0');
	});

	test('round half away from zero', () => {
		expect(number(0.5)).toBe('1');
		expect(number(-2.5)).toBe('−3');
		expect(number(-0.2)).toBe('0');
	});

	test('money carries its sign and a space that does not break', () => {
		expect(money(12345.5, 'PEN')).toBe('S/\u00a012,345.50');
		expect(money(30000, 'USD', 0)).toBe('US$\u00a030,000');
	});

	test('take their unit into sentences, but not a scale of their own', () => {
		expect(withUnit(45.74, { unit: '%', decimals: 1 })).toBe('45.7%');
		expect(withUnit(3000, { unit: 'microempresas', decimals: 0 })).toBe('3,000\u00a0microempresas');
		expect(withUnit(54.9, { unit: 'de 100', decimals: 1 })).toBe('54.9\u00a0de 100');
		expect(withUnit(0.927, { unit: 'de 0 a 1', decimals: 2 })).toBe('0.93');
		expect(withUnit(2.78, { unit: '% al año', decimals: 1 })).toBe('2.8% al año');
		expect(withUnit(53.67, { unit: 'por 1,000 habitantes', decimals: 1 })).toBe(
			'53.7\u00a0por 1,000 habitantes'
		);
	});

	test('a change of a percentage or a scale is in points', () => {
		expect(changeSize(-2.14, { unit: '%', decimals: 1 })).toBe('2.1\u00a0puntos');
		expect(changeSize(1, { unit: 'de 100', decimals: 0 })).toBe('1\u00a0punto');
		expect(changeSize(1, { unit: 'de 5', decimals: 0 })).toBe('1');
		expect(changeSize(12, { unit: 'microempresas', decimals: 0 })).toBe('12\u00a0microempresas');
	});

	test('a sign is written only when something is left after rounding', () => {
		expect(signed(1.25, 1)).toBe('+1.3');
		expect(signed(-0.04, 1)).toBe('0.0');
		expect(signed(0.04, 1)).toBe('0.0');
	});

	test('charts show three significant digits at most', () => {
		expect(brief(55.9442, 4)).toBe('55.9');
		expect(brief(0.92775, 4)).toBe('0.93');
		expect(brief(1234.56, 2)).toBe('1,235');
	});
});

describe('changes', () => {
	test('are said with a verb', () => {
		expect(changeWords(2.14, { unit: '%', decimals: 1 })).toBe('subió 2.1\u00a0puntos');
		expect(changeWords(-3, { unit: 'ofertas', decimals: 0 })).toBe('bajó 3\u00a0ofertas');
		expect(changeWords(0.01, { unit: '%', decimals: 1 })).toBe('sin cambio');
	});

	test('of the index below one point are no change', () => {
		expect(indexChangeWords(0.99)).toBe('sin cambio');
		expect(indexChangeWords(-1)).toBe('bajó 1.0\u00a0puntos');
		expect(indexChangeWords(8.7778)).toBe('subió 8.8\u00a0puntos');
	});
});

test('dates are long in sentences and short in tables', () => {
	expect(longDate('2026-11-21')).toBe('21 de noviembre de 2026');
	expect(longDate('2026-09-05')).toBe('5 de setiembre de 2026');
	expect(shortDate('2026-09-05')).toBe('05/09/2026');
});

test('names are joined as Spanish does', () => {
	expect(names(['Ate'])).toBe('Ate');
	expect(names(['Ate', 'Ilo'])).toBe('Ate e Ilo');
	expect(names(['Ate', 'Ilo', 'Nauta'])).toBe('Ate, Ilo y Nauta');
	expect(someNames(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B, C y 2 más');
	expect(someNames(['A', 'B', 'C', 'D'], 3)).toBe('A, B, C y D');
});

describe('the place in a group', () => {
	const ok = (value: number | null) =>
		({ value, state: value === null ? 'no_reporto' : 'ok' }) as const;
	const eight = [1, 2, 3, 4, 5, 6, 7, 8].map(ok);

	test('is above in the highest quarter, below in the lowest, else similar', () => {
		expect(placeInGroup(ok(8), eight, 'higher')).toMatchObject({
			word: 'Por encima',
			judgement: 'favorable'
		});
		expect(placeInGroup(ok(7), eight, 'higher').word).toBe('Por encima');
		expect(placeInGroup(ok(6), eight, 'higher').word).toBe('Similar');
		expect(placeInGroup(ok(3), eight, 'higher').word).toBe('Similar');
		expect(placeInGroup(ok(2), eight, 'higher')).toMatchObject({
			word: 'Por debajo',
			judgement: 'desfavorable'
		});
	});

	test('turns its judgement around where less is better', () => {
		expect(placeInGroup(ok(8), eight, 'lower').judgement).toBe('desfavorable');
		expect(placeInGroup(ok(1), eight, 'lower').judgement).toBe('favorable');
	});

	test('is never judged on a neutral indicator', () => {
		expect(placeInGroup(ok(8), eight, 'neutral')).toEqual({
			word: null,
			judgement: null,
			note: ''
		});
	});

	test('knows neither top nor bottom among equals', () => {
		const equals = Array.from({ length: 10 }, () => ok(5));
		expect(placeInGroup(ok(5), equals, 'higher').word).toBe('Similar');
	});

	test('ties share their place', () => {
		// Three of twelve share the highest value: all of them are in the highest quarter.
		const group = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10].map(ok);
		expect(placeInGroup(ok(10), group, 'higher').word).toBe('Por encima');
	});

	test('counts neither missing nor partial values', () => {
		const group = [...eight.slice(1), ok(null), { value: 90, state: 'parcial' as const }];
		expect(completeValues(group)).toHaveLength(7);
		expect(placeInGroup(ok(8), group, 'higher').word).toBeNull();
		expect(placeInGroup({ value: 8, state: 'parcial' }, eight, 'higher').note).toBe(
			'Dato parcial: no se compara'
		);
	});

	test('is hidden with fewer than five, and unknown without a value', () => {
		expect(placeInGroup(ok(1), eight.slice(0, 4), 'higher').note).toBe(
			'Muy pocas con dato para comparar'
		);
		expect(placeInGroup(ok(null), eight, 'higher').word).toBeNull();
	});
});
