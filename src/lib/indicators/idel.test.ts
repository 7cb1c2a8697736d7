import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addQuarters, type Quarter } from '../domain/quarter.ts';
import { defaultMethod } from '../index/method.ts';
import { municipality, rows, valueIn } from '../../../tests/given.ts';
import {
	testMunicipality,
	testServices,
	withoutTechnology,
	withTechnology
} from '../../../tests/ilo.ts';
import { computeMunicipality, findIndicator } from './index.ts';
import type { ComputedValue } from './types.ts';

const businesses = (year: number, count: number) =>
	rows(
		'microempresas',
		`ambito_datos | anio | dimension | categoria | cantidad\ndistrito | ${year} | total | total | ${count}`
	);

describe('the index of a municipality', () => {
	test('of unknown microenterprises is there, partial', () => {
		const data = municipality(testServices('2025-T1', withTechnology));
		// Over A and V: FIN and TEC 62.5, MER and ASI 75, CAP 87.5; mean 72.5.
		expect(valueIn(data, 'IDX02', '2025-T1')).toMatchObject({ value: 72.5, state: 'parcial' });
		expect(valueIn(data, 'IDX01', '2025-T1', 'FIN')).toMatchObject({
			value: 62.5,
			state: 'parcial',
			denominator: null
		});
	});

	test('with microenterprises counted six years before is partial, and says why', () => {
		const data = municipality([
			...testServices('2025-T1', withTechnology),
			...businesses(2019, 3000)
		]);
		const found = valueIn(data, 'IDX02', '2025-T1');
		expect(found).toMatchObject({ state: 'parcial' });
		expect(found?.flags).toEqual(['parcial', 'vencido']);
	});

	test('follows other goalposts when it is told to', () => {
		const method = { ...defaultMethod, componentWeights: { A: 1, V: 0, D: 0 } };
		expect(valueIn({ ...testMunicipality, method }, 'IDX02', '1999-T3')?.value).toBe(80);
	});

	test('is not there when nothing was reported', () => {
		expect(valueIn(municipality(businesses(2025, 10)), 'IDX02', '2025-T1')).toBeUndefined();
	});
});

describe('the improvement', () => {
	const at = (quarter: Quarter, dimension: string, data = testMunicipality) =>
		valueIn(data, 'IDX03', quarter, dimension);

	test('in a year needs the same quarter of the year before', () => {
		const data = municipality([
			...testServices('2024-T1', withoutTechnology),
			...testServices('2025-T1', withTechnology),
			...businesses(2024, 3000)
		]);
		expect(at('2025-T1', '', data)?.value).toBeCloseTo(8.777778, 6);
		expect(at('2025-T1', 'anio', data)?.value).toBe(at('2025-T1', '', data)?.value);
		expect(at('2025-T1', 'contribucion_anio TEC', data)?.value).toBeCloseTo(8.777778, 6);
		expect(at('2025-T1', 'trimestre', data)).toMatchObject({
			value: null,
			state: 'no_calculable',
			flags: ['sin_trimestre_de_comparacion']
		});
		expect(at('2025-T1', 'contribucion TEC', data)?.value).toBeNull();
	});

	test('since the base uses the network’s quarter, else the municipality’s own first', () => {
		expect(at('1999-T4', 'base')).toMatchObject({ flags: ['base_propia'] });
		const shared = { ...testMunicipality, baseFor: () => '1999-T3' as const };
		expect(at('1999-T4', 'base', shared)).toMatchObject({ flags: [] });
		const later = { ...testMunicipality, baseFor: () => '1999-T4' as const };
		expect(at('1999-T4', 'base', later)).toMatchObject({ value: 0, flags: ['es_base'] });
		const absent = { ...testMunicipality, baseFor: () => '1998-T1' as const };
		expect(at('1999-T4', 'base', absent)).toMatchObject({ value: null });
	});

	test('keeps apart what a new count of microenterprises did', () => {
		const data = municipality([
			...testServices('2024-T4', withTechnology),
			...testServices('2025-T1', withTechnology),
			...businesses(2024, 2000),
			...businesses(2025, 3000)
		]);
		expect(at('2025-T1', 'trimestre', data)?.value).toBe(0);
		// Ten offers in all: D falls by Σ offers × (1 ÷ 2 − 1 ÷ 3) ÷ 5, a fifth and a third of it: 10 ÷ 450.
		expect(at('2025-T1', 'efecto_denominador', data)?.value).toBeCloseTo(-1000 / 450, 9);
	});

	test('closes a part of the gap that weighs by microenterprises', () => {
		// 8.777778 of 56 points, 3000 microenterprises.
		const found = valueIn(testMunicipality, 'IDX04', '1999-T4');
		expect(found?.value).toBeCloseTo(15.674603, 6);
		expect(found?.numerator).toBeCloseTo(3000 * 8.777778, 2);
		expect(found?.denominator).toBeCloseTo(3000 * 56, 9);
	});

	test('closes none of a gap that does not exist', () => {
		const method = { ...defaultMethod, componentWeights: { A: 1, V: 0, D: 0 } };
		const data = municipality([
			...testServices('2025-T1', withTechnology),
			...testServices('2025-T2', withTechnology),
			...businesses(2025, 3000)
		]);
		expect(valueIn({ ...data, method }, 'IDX04', '2025-T2')).toMatchObject({
			value: null,
			flags: ['base_completa', 'base_propia']
		});
	});
});

const state = fc.constantFrom('activo', 'en_implementacion', 'suspendido');
const service = fc.record({
	quarter: fc.constantFrom('2024-T1', '2024-T2', '2025-T1'),
	category: fc.constantFrom('FIN', 'TEC', 'MER', 'CAP', 'ASI'),
	institution: fc.constantFrom('A', 'B', 'C'),
	kind: fc.constantFrom('uno', 'dos', 'tres', 'cuatro', 'otro'),
	state
});
const reported = fc
	.array(service, { maxLength: 60 })
	.map((list) =>
		municipality([
			...businesses(2024, 1200),
			...rows(
				'servicios',
				[
					'periodo | categoria | institucion | tipo_servicio | estado',
					...list.map((row) =>
						[row.quarter, row.category, row.institution, row.kind, row.state].join(' | ')
					)
				].join('\n')
			)
		])
	);

const indices = ['IDX01', 'IDX02', 'IDX03', 'IDX04'].flatMap((id) => findIndicator(id) ?? []);

function find(values: readonly ComputedValue[], quarter: string, dimension: string) {
	return values.find(
		(each) => each.indicator === 'IDX03' && each.period === quarter && each.dimension === dimension
	)?.value;
}

describe('whatever is reported', () => {
	test('the contributions of the categories add up to the change', () => {
		fc.assert(
			fc.property(reported, (data) => {
				const values = computeMunicipality(data, indices);
				for (const [dimension, prefix] of [
					['trimestre', 'contribucion '],
					['anio', 'contribucion_anio '],
					['base', 'contribucion_base ']
				] as const)
					for (const quarter of ['2024-T1', '2024-T2', '2025-T1']) {
						const delta = find(values, quarter, dimension);
						if (delta === null || delta === undefined) continue;
						const parts = ['FIN', 'TEC', 'MER', 'CAP', 'ASI'].map(
							(category) => find(values, quarter, prefix + category) ?? 0
						);
						const sum = parts.reduce((total, part) => total + part, 0);
						expect(Math.abs(sum - delta)).toBeLessThan(1e-9);
					}
			}),
			{ numRuns: 60 }
		);
	});

	test('a row that is not active adds nothing to a category that was reported', () => {
		fc.assert(
			fc.property(reported, (data) => {
				const first = data.facts.find(({ dataset }) => dataset === 'servicios');
				if (!first) return;
				const idle = {
					...first,
					cells: { ...first.cells, institucion: 'Otra', estado: 'en_implementacion' }
				};
				expect(computeMunicipality({ ...data, facts: [...data.facts, idle] }, indices)).toEqual(
					computeMunicipality(data, indices)
				);
			}),
			{ numRuns: 60 }
		);
	});

	test('the order of the rows changes nothing', () => {
		fc.assert(
			fc.property(reported, (data) => {
				const turned = { ...data, facts: [...data.facts].reverse() };
				expect(computeMunicipality(turned, indices)).toEqual(computeMunicipality(data, indices));
			}),
			{ numRuns: 60 }
		);
	});
});

test('quarters without any report have no value, and break nothing', () => {
	const later = addQuarters('1999-T4', 1);
	const values = computeMunicipality(testMunicipality);
	expect(values.filter(({ period }) => period === later)).toEqual([]);
});
