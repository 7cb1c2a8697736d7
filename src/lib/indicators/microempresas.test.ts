import { describe, expect, test } from 'vitest';
import { municipality, rows, valueIn } from '../../../tests/given.ts';

function businesses(...lines: string[]) {
	const table = ['ambito_datos | anio | dimension | categoria | cantidad | porcentaje', ...lines];
	return rows('microempresas', table.join('\n'));
}

const population = (year: number, people: number) =>
	rows(
		'contexto',
		`ambito_datos | anio | fuente | poblacion_total\ndistrito | ${year} | censo | ${people}`
	);

describe('the density of businesses', () => {
	const counted = businesses('distrito | 2024 | total | total | 500 | -');

	test('takes the population of the nearest year, at most three apart', () => {
		const near = municipality([...counted, ...population(2027, 10000), ...population(2022, 20000)]);
		expect(valueIn(near, 'MIC02', '2024')?.value).toBe(25);
		const far = municipality([...counted, ...population(2020, 10000)]);
		expect(valueIn(far, 'MIC02', '2024')).toMatchObject({ value: null, state: 'no_calculable' });
	});

	test('takes the earlier of two years as near', () => {
		const data = municipality([...counted, ...population(2025, 10000), ...population(2023, 20000)]);
		expect(valueIn(data, 'MIC02', '2024')?.value).toBe(25);
	});

	test('is not there in a year without a total', () => {
		const data = municipality(businesses('distrito | 2024 | sector | comercio | 5 | -'));
		expect(valueIn(data, 'MIC02', '2024')).toBeUndefined();
	});
});

describe('sectors', () => {
	test('share the sum of their counts', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | sector | comercio | 30 | -',
				'distrito | 2024 | sector | servicios | 10 | -'
			)
		);
		expect(valueIn(data, 'MIC03', '2024', 'comercio')).toMatchObject({
			value: 75,
			numerator: 30,
			denominator: 40
		});
		expect(valueIn(data, 'MIC03', '2024', 'pesca')).toBeUndefined();
		// (1 − 0.75² − 0.25²) ÷ (1 − 1 ÷ 2) = 0.375 ÷ 0.5
		expect(valueIn(data, 'MIC04', '2024')?.value).toBeCloseTo(0.75, 12);
	});

	test('of an older year do not stand beside those of a newer one', () => {
		const data = municipality(
			businesses(
				'distrito | 2020 | sector | comercio | 40 | -',
				'distrito | 2020 | sector | pesca | 10 | -',
				'distrito | 2024 | sector | comercio | 30 | -',
				'distrito | 2024 | sector | servicios | 10 | -'
			)
		);
		expect(valueIn(data, 'MIC03', '2020', 'pesca')?.value).toBe(20);
		expect(valueIn(data, 'MIC03', '2024', 'pesca')).toMatchObject({
			value: null,
			state: 'no_reporto'
		});
		expect(valueIn(data, 'MIC03', '2024', 'turismo')).toBeUndefined();
	});

	test('that do not reach the total of the year are partial', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | total | total | 100 | -',
				'distrito | 2024 | sector | comercio | 30 | -',
				'distrito | 2024 | sector | servicios | 10 | -'
			)
		);
		expect(valueIn(data, 'MIC03', '2024', 'comercio')).toMatchObject({
			value: 75,
			state: 'parcial'
		});
	});

	test('with a blank among the counts and no share have no value', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | sector | comercio | 30 | -',
				'distrito | 2024 | sector | servicios | - | -'
			)
		);
		expect(valueIn(data, 'MIC03', '2024', 'comercio')?.value).toBeNull();
		expect(valueIn(data, 'MIC04', '2024')).toMatchObject({ value: null });
	});

	test('of which there is only one tell no diversity', () => {
		const data = municipality(businesses('distrito | 2024 | sector | comercio | 30 | -'));
		expect(valueIn(data, 'MIC04', '2024')).toMatchObject({
			value: null,
			flags: ['un_solo_sector']
		});
	});

	test('declared as 60 and 30 leave something out, and tell no diversity', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | sector | comercio | - | 60',
				'distrito | 2024 | sector | servicios | - | 30'
			)
		);
		expect(valueIn(data, 'MIC03', '2024', 'comercio')?.value).toBe(60);
		expect(valueIn(data, 'MIC04', '2024')).toMatchObject({ value: null, flags: ['no_suma_100'] });
	});
});

describe('owners', () => {
	test('under 40 alone are a share of the total, not of themselves', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | total | total | 400 | -',
				'distrito | 2024 | titular_edad | menor_40 | 100 | -'
			)
		);
		expect(valueIn(data, 'MIC05', '2024')?.value).toBe(25);
		const alone = municipality(businesses('distrito | 2024 | titular_edad | menor_40 | 100 | -'));
		expect(valueIn(alone, 'MIC05', '2024')).toMatchObject({ value: null });
	});

	test('of known age are what the share is of, when both ages are there', () => {
		const data = municipality(
			businesses(
				'distrito | 2024 | total | total | 400 | -',
				'distrito | 2024 | titular_edad | menor_40 | 100 | -',
				'distrito | 2024 | titular_edad | 40_mas | 100 | -'
			)
		);
		expect(valueIn(data, 'MIC05', '2024')?.value).toBe(50);
	});
});
