import { expect, test } from 'vitest';
import type { Cells } from '../domain/record.ts';
import { findDataset } from './index.ts';
import type { RuleContext } from './types.ts';

const places = { byUbigeo: new Map(), networks: new Set(['PROMDE', 'REMURPE']) };

function say(dataset: string, id: string, cells: Cells) {
	const rule = findDataset(dataset)?.rules.find((one) => one.id === id);
	if (!rule) throw new Error(id);
	const context: RuleContext = { rows: [], today: '2026-11-21', places };
	return rule.check(cells, context);
}

test('a rate of the dollar upside down or out of all measure is doubted', () => {
	const rate = (soles_por_unidad: number, moneda = 'USD') =>
		say('tipo_cambio', 'cambio-del-dolar', { moneda, soles_por_unidad });
	// 1 ÷ 0.27 = 3.7037
	expect(rate(0.27)?.message).toContain('1 ÷ 0.27 = 3.7037');
	expect(rate(99)).toMatchObject({ asksReason: true });
	expect(rate(3.54)).toBeUndefined();
	expect(rate(0.27, 'EUR')).toBeUndefined();
});

test('a network that is nearly another is asked about, a new one is not', () => {
	const network = (red: string) => say('membresias', 'red-parecida', { red });
	expect(network('REMUPE')).toMatchObject({ replacement: 'REMURPE' });
	expect(network('REMURPE')).toBeUndefined();
	expect(network('AMPE')).toBeUndefined();
	expect(say('membresias', 'codigo-de-red', { red: 'promde' })).toMatchObject({
		replacement: 'PROMDE'
	});
	expect(say('membresias', 'codigo-de-red', { red: '¿'.repeat(300) })?.message.length).toBeLessThan(
		200
	);
});

test('a beginning after today is doubted', () => {
	expect(say('membresias', 'desde-futuro', { desde: '2030-T1' })?.message).toContain('2030-T1');
	// The 21st of November is in the fourth quarter.
	expect(say('membresias', 'desde-futuro', { desde: '2026-T4' })).toBeUndefined();
	expect(say('miembros', 'desde-futuro', { desde: '2027-03-15' })).toBeDefined();
	expect(say('miembros', 'desde-futuro', { desde: '2026-11-21' })).toBeUndefined();
	expect(say('umpe', 'promotor-desde-futuro', { promotor_desde: '2027-03-15' })).toBeDefined();
});
