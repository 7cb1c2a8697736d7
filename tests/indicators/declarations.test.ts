import { describe, expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import { slug } from '#lib/domain/names.ts';
import {
	computeMunicipality,
	explain,
	findIndicator,
	findIndicatorBySlug,
	indicators
} from '#lib/indicators/index.ts';
import type { MunicipalityFacts } from '#lib/indicators/types.ts';
import { municipality, rows } from '../given.ts';
import { ilo, testMunicipality } from '../ilo.ts';
import { evaluate } from './arithmetic.ts';

const rich: MunicipalityFacts = municipality([
	...rows(
		'contexto',
		`ambito_datos | anio | fuente | poblacion_total | poblacion_15mas | pea | pea_edad_min
		distrito | 2024 | proyeccion | 12000 | 8000 | 5200 | 15`
	),
	...rows(
		'microempresas',
		`ambito_datos | anio | dimension | categoria | cantidad
		distrito | 2024 | total | total | 800
		distrito | 2024 | sector | comercio | 500
		distrito | 2024 | sector | servicios | 300
		distrito | 2024 | titular_edad | menor_40 | 200`
	),
	...rows(
		'fondos',
		`fondo_id | periodo | moneda | capital_asignado | aporte_otros | colocado | num_creditos | creditos_mujeres | cobrado_capital | adelantos | vencido_capital | saldo_vigente | saldo_mora_30 | castigado | plazo_promedio_meses
		F | 2024-T1 | PEN | 60000 | 10000 | 20000 | 10 | 6 | 15000 | 500 | 15500 | 45000 | 2250 | 0 | 6
		F | 2024-T2 | PEN | 60000 | 10000 | 18000 | 9 | 5 | 16000 | 0 | 17000 | 46500 | 2325 | 500 | 6
		F | 2024-T3 | PEN | 60000 | 10000 | 21000 | 11 | 7 | 17000 | 300 | 17100 | 50000 | 2000 | 0 | 6
		F | 2024-T4 | PEN | 60000 | 10000 | 15000 | 8 | 4 | 18000 | 0 | 19000 | 47000 | 3000 | 0 | 6`
	),
	...rows(
		'actividades',
		`periodo | tipo | cantidad | participantes | mujeres
		2024-T4 | capacitacion | 3 | 60 | 40
		2024-T4 | simplificacion | 1 | 10 | 2`
	)
]);

describe('the declarations', () => {
	test('are the 38 of these families, each id and address once', () => {
		expect(indicators).toHaveLength(38);
		expect(new Set(indicators.map(({ id }) => id)).size).toBe(38);
		expect(new Set(indicators.map((indicator) => indicator.slug)).size).toBe(38);
		expect(findIndicator('MIC02')).toBe(findIndicatorBySlug('densidad-empresarial'));
	});

	test('show twelve first', () => {
		const featured = indicators.filter((indicator) => indicator.featured).map(({ id }) => id);
		expect(featured).toEqual(
			expect.arrayContaining([
				...['IDX02', 'IDX03', 'SRV07', 'SRV05', 'SRV03', 'MIC01'],
				...['MIC02', 'MIC03', 'UMP05', 'FON01', 'FON02', 'CTX01']
			])
		);
		expect(featured).toHaveLength(12);
	});

	test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
		'%s says what it is and where it comes from',
		(id, indicator) => {
			expect(id.startsWith(indicator.family)).toBe(true);
			expect(indicator.slug).toBe(slug(indicator.slug));
			for (const text of ['title', 'shortTitle', 'unit', 'source', 'note', 'formula'] as const)
				expect(indicator[text]).not.toBe('');
			expect(indicator.question).toMatch(/^¿.*\?$/);

			const dimensions = indicator.measures.map(({ dimension }) => dimension);
			expect(new Set(dimensions).size).toBe(dimensions.length);
			expect(dimensions.indexOf('')).toBeLessThanOrEqual(0);
		}
	);

	test.each(indicators.map((indicator) => [indicator.id, indicator.inputs] as const))(
		'%s takes columns that exist',
		(_, inputs) => {
			expect(inputs.length).toBeGreaterThan(0);
			for (const { column } of inputs) {
				const [dataset = '', name = ''] = column.split('.');
				expect(Object.keys(findDataset(dataset)?.columns ?? {}), column).toContain(name);
			}
		}
	);

	test('of a ratio of sums tell what the ratio is multiplied by', () => {
		for (const data of [ilo, testMunicipality, rich])
			for (const value of computeMunicipality(data)) {
				const measure = findIndicator(value.indicator)?.measures.find(
					({ dimension }) => dimension === value.dimension
				);
				const rule = measure?.group ?? findIndicator(value.indicator)?.group;
				const { numerator, denominator } = value;
				if (rule !== 'ratio-of-sums' || numerator === null || !denominator) continue;
				const again = ((measure?.factor ?? 1) * numerator) / denominator;
				expect(value.value, `${value.indicator} ${value.dimension}`).toBeCloseTo(again, 9);
			}
	});
});

test('the formula that is shown gives the value that was computed', () => {
	const checked = new Set<string>();
	for (const data of [ilo, testMunicipality, rich])
		for (const value of computeMunicipality(data)) {
			const indicator = findIndicator(value.indicator);
			if (!indicator || value.value === null || value.flags.includes('parcial')) continue;
			const told = explain(indicator, value.dimension, data, value.period);
			const values = new Map(told?.inputs.map(({ label, value: given }) => [label, given ?? NaN]));
			const found = evaluate(told?.formula ?? '', values);
			if (found === undefined) continue;
			expect(found, `${indicator.id} ${value.dimension} ${told?.formula}`).toBeCloseTo(
				value.value,
				9
			);
			checked.add(indicator.id);
		}

	const inWords = indicators.map(({ id }) => id).filter((id) => !checked.has(id));
	// In these a published rate or share may stand in for the counts.
	expect(inWords).toEqual(['CTX08', 'MIC03', 'MIC05', 'MIC06', 'UMP06']);
});

test('an explained value leads to the rows behind each figure', () => {
	const indicator = findIndicator('MIC02');
	const told = indicator && explain(indicator, '', ilo, '1999');

	expect(told?.inputs.map(({ label, column, value }) => [label, column, value])).toEqual([
		['microempresas', 'microempresas.cantidad', 3000],
		['población', 'contexto.poblacion_total', 60000]
	]);
	expect(told?.inputs[1]?.facts[0]?.cells['fuente']).toBe('documento');
	expect(told?.result).toMatchObject({ value: 50, numerator: 3000, denominator: 60000 });
});
