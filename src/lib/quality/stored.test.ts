import { describe, expect, test } from 'vitest';
import type { Cells } from '../domain/record.ts';
import type { Quarter } from '../domain/quarter.ts';
import { scoreOf } from './score.ts';
import { qualityOf, type Outcome } from './stored.ts';
import type { Stored } from './stored-rows.ts';

const municipio_id = '180301';

function row(dataset: string, period: string | null, cells: Cells): Stored {
	return { dataset, period, cells: { municipio_id, ...cells } };
}

const service = (periodo: string, usuarios: number | null, institucion = 'CEOP Ilo') =>
	row('servicios', periodo, {
		periodo,
		institucion,
		categoria: 'FIN',
		tipo_servicio: 'microcredito',
		estado: 'activo',
		usuarios
	});

const census = (anio: number, cells: Cells) =>
	row('contexto', String(anio), { ambito_datos: 'provincia', anio, fuente: 'censo', ...cells });

function at(stored: readonly Stored[], quarter: Quarter, rates = new Map<string, number>()) {
	return qualityOf(stored, { rates }).get(quarter) ?? [];
}

function outcomeOf(outcomes: readonly Outcome[], rule: string): Outcome['outcome'] | undefined {
	return outcomes.find((each) => each.rule === rule)?.outcome;
}

describe('what the rules make of stored rows', () => {
	test('every quarter that was told has all 23 rules, and no other quarter has any', () => {
		const outcomes = qualityOf([service('2025-T2', 30), service('2025-T3', 31)], {
			rates: new Map()
		});
		expect([...outcomes.keys()]).toEqual(['2025-T2', '2025-T3']);
		for (const each of outcomes.values()) expect(each).toHaveLength(23);
		expect(qualityOf([census(2025, { poblacion_total: 9 })], { rates: new Map() }).size).toBe(0);
	});

	test('a rule without figures to look at does not apply; with them it passes or names its row', () => {
		const good = { poblacion_total: 100, poblacion_urbana: 60, poblacion_rural: 40 };
		const some = at([service('2025-T3', 30), census(2017, good)], '2025-T3');
		expect(outcomeOf(some, 'DQ01')).toBe('cumple');
		expect(outcomeOf(some, 'DQ02')).toBe('no_aplica');
		expect(outcomeOf(some, 'DQ04')).toBe('no_aplica');

		const bad = at(
			[service('2025-T3', 30), census(2017, { ...good, poblacion_rural: 41 })],
			'2025-T3'
		);
		const fault = bad.find(({ rule }) => rule === 'DQ01');
		expect(fault).toMatchObject({
			outcome: 'falla',
			faults: [{ dataset: 'contexto', field: 'poblacion_total', row: { period: '2017' } }]
		});
	});

	test('the newest year with figures decides, and a year of more than fifteen is out', () => {
		const wrong = { poblacion_total: 100, poblacion_urbana: 60, poblacion_rural: 41 };
		const right = { ...wrong, poblacion_rural: 40 };
		const quarter = service('2025-T3', 30);
		const of = (...years: Stored[]) => outcomeOf(at([quarter, ...years], '2025-T3'), 'DQ01');
		expect(of(census(2007, wrong), census(2017, right))).toBe('cumple');
		// The projection of 2020 has no parts: the census still is what is known of them.
		expect(of(census(2017, wrong), census(2020, { poblacion_total: 120 }))).toBe('falla');
		expect(of(census(2009, wrong))).toBe('no_aplica');
		expect(of(census(2026, wrong))).toBe('no_aplica');
	});

	test('a figure is held to its own past: six quarters at 300 and then 3000', () => {
		const six = [300, 310, 295, 305, 290, 300].map((users, index) =>
			service(`${2024 + Math.floor(index / 4)}-T${(index % 4) + 1}`, users)
		);
		const stored = [...six, service('2025-T3', 3000)];
		expect(outcomeOf(at(stored, '2025-T3'), 'DQ19')).toBe('falla');
		expect(outcomeOf(at(stored, '2025-T3'), 'DQ20')).toBe('falla');
		expect(outcomeOf(at(stored, '2025-T2'), 'DQ19')).toBe('no_aplica');
		expect(outcomeOf(at(stored, '2025-T2'), 'DQ20')).toBe('cumple');
		expect(outcomeOf(at([...stored].reverse(), '2025-T3'), 'DQ19')).toBe('falla');
	});

	test('members count while they are in', () => {
		const member = (institucion: string, desde: string, hasta: string | null) =>
			row('miembros', null, { instancia: 'Mesa', institucion, sector: 'ong', desde, hasta });
		const both = (hasta: string | null) =>
			at(
				[
					service('2025-T3', 1),
					member('Labor', '1997-01-01', hasta),
					member('LABOR', '2001-01-01', null)
				],
				'2025-T3'
			);
		expect(outcomeOf(both(null), 'DQ12')).toBe('falla');
		expect(outcomeOf(both('2000-12-31'), 'DQ12')).toBe('cumple');
	});

	test('dollars need the rate of their quarter', () => {
		const fund = row('fondos', '2025-T3', {
			periodo: '2025-T3',
			fondo_id: 'F',
			moneda: 'USD',
			capital_asignado: 10
		});
		expect(outcomeOf(at([fund], '2025-T3'), 'DQ21')).toBe('falla');
		expect(outcomeOf(at([fund], '2025-T3', new Map([['USD 2025-T3', 3.5]])), 'DQ21')).toBe(
			'cumple'
		);
	});
});

describe('the score', () => {
	const rule = (severity: Outcome['severity'], outcome: Outcome['outcome']): Outcome => ({
		rule: 'DQ',
		severity,
		outcome,
		faults: []
	});

	test('three for an error and one for a warning: 3 + 1 of 3 + 3 + 1 + 1 is 50', () => {
		expect(
			scoreOf([
				rule('error', 'cumple'),
				rule('error', 'falla'),
				rule('warning', 'cumple'),
				rule('warning', 'falla'),
				rule('error', 'no_aplica'),
				rule('notice', 'falla')
			])
		).toEqual({ score: 50, passed: 4, applicable: 8, failed: 2 });
	});

	test('nothing to look at is no score, and not 100', () => {
		expect(scoreOf([rule('error', 'no_aplica'), rule('notice', 'cumple')])).toBeNull();
		expect(
			scoreOf(
				at(
					[row('actividades', '2025-T3', { periodo: '2025-T3', tipo: 'feria', cantidad: 2 })],
					'2025-T3'
				)
			)
		).toBeNull();
		expect(scoreOf([rule('warning', 'cumple')])?.score).toBe(100);
	});
});
