import { expect, test } from 'vitest';
import { fundState } from './fund.ts';

const fund = { assigned: 30_000, lent: null, balance: null, operator: null };

test('a fund that was assigned and lends to nobody is shown as that', () => {
	expect(fundState(fund)).toBe('Asignado, sin operador: no informa créditos');
	expect(fundState({ ...fund, lent: 0 })).toBe('Asignado, sin operador: no colocó créditos');
	expect(fundState({ ...fund, balance: 0, operator: 'Caja' })).toBe(
		'Asignado: sin créditos en curso'
	);
});

test('a fund at work says so', () => {
	expect(fundState({ ...fund, lent: 500, balance: 900, operator: 'Caja' })).toBe(
		'Con créditos en curso'
	);
	expect(fundState({ ...fund, lent: 500, operator: 'Caja' })).toBe(
		'Colocó créditos en el trimestre'
	);
	expect(fundState({ ...fund, assigned: 0 })).toBe('Sin capital asignado');
});
