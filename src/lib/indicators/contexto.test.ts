import { describe, expect, test } from 'vitest';
import { fact, municipality, rows, valueIn } from '../../../tests/given.ts';

const census = `ambito_datos | anio | fuente | poblacion_total | poblacion_urbana | poblacion_rural | viviendas | viviendas_agua | viviendas_desague`;

describe('the source of a year', () => {
	const both = municipality(
		rows(
			'contexto',
			`ambito_datos | anio | fuente | poblacion_total | viviendas | viviendas_agua
			distrito | 2017 | encuesta | 900 | 300 | 150
			distrito | 2017 | censo | 1000 | - | -`
		)
	);

	test('is the census before a survey', () => {
		expect(valueIn(both, 'CTX01', '2017')?.value).toBe(1000);
	});

	test('is one for all the figures of a formula, the best that has them all', () => {
		expect(valueIn(both, 'CTX05', '2017', 'agua')?.value).toBe(50);
	});

	test('is told where a series goes over to another kind', () => {
		const series = municipality(
			rows(
				'contexto',
				`ambito_datos | anio | fuente | poblacion_total
				distrito | 2017 | censo | 1000
				distrito | 2018 | proyeccion | 1010
				distrito | 2019 | proyeccion | 1020`
			)
		);
		const flags = ['2017', '2018', '2019'].map((year) => valueIn(series, 'CTX01', year)?.flags);
		expect(flags).toEqual([[], ['fuentes_mixtas'], []]);
	});
});

describe('context', () => {
	test('takes only rows of the municipality’s own territory', () => {
		const table = `${census}
			provincia | 2017 | censo | 50000 | - | - | - | - | -
			distrito | 2017 | censo | 8000 | - | - | - | - | -`;
		const facts = rows('contexto', table);
		expect(valueIn(municipality(facts), 'CTX01', '2017')?.value).toBe(8000);
		expect(valueIn(municipality(facts, { scope: 'provincia' }), 'CTX01', '2017')?.value).toBe(
			50000
		);
	});

	test('of a blank is null, of a denominator of 0 too, and of nothing at all is left out', () => {
		const data = municipality(
			rows('contexto', `${census}\ndistrito | 2017 | censo | 500 | 300 | - | 0 | 0 | -`)
		);
		expect(valueIn(data, 'CTX03', '2017')).toMatchObject({ value: null, state: 'no_calculable' });
		expect(valueIn(data, 'CTX05', '2017', 'agua')).toMatchObject({
			value: null,
			flags: ['denominador_cero']
		});
		expect(valueIn(data, 'CTX02', '2017')).toMatchObject({ value: null });
		expect(valueIn(data, 'CTX09', '2017')).toBeUndefined();
	});

	test('of what does not apply says so', () => {
		const data = municipality([
			fact(
				'contexto',
				{ ambito_datos: 'distrito', anio: 2017, fuente: 'censo', viviendas: 40 },
				{ viviendas_alumbrado: 'no_aplica' }
			)
		]);
		expect(valueIn(data, 'CTX06', '2017')).toMatchObject({ value: null, state: 'no_aplica' });
	});
});

describe('growth', () => {
	test('compares with the newest earlier year of the same kind of source', () => {
		const data = municipality(
			rows(
				'contexto',
				`ambito_datos | anio | fuente | poblacion_total
				distrito | 2007 | censo | 1000
				distrito | 2016 | proyeccion | 1400
				distrito | 2017 | censo | 1210`
			)
		);
		// (1210 ÷ 1000)^(1 ÷ 10) − 1 = 1.9245 %
		expect(valueIn(data, 'CTX04', '2017')).toMatchObject({ flags: [] });
		expect(valueIn(data, 'CTX04', '2017')?.value).toBeCloseTo(1.92449, 4);
		expect(valueIn(data, 'CTX04', '2017', 'anios')?.value).toBe(10);
	});

	test('does not exist for the first year', () => {
		const data = municipality(
			rows('contexto', `${census}\ndistrito | 2017 | censo | 500 | - | - | - | - | -`)
		);
		expect(valueIn(data, 'CTX04', '2017')).toMatchObject({
			value: null,
			flags: ['sin_cifra_anterior']
		});
	});
});

describe('the rate of activity', () => {
	const table = (age: string, rate: string) =>
		municipality(
			rows(
				'contexto',
				`ambito_datos | anio | fuente | poblacion_15mas | pea | pea_edad_min | tasa_actividad_15mas
				distrito | 2017 | censo | 800 | 400 | ${age} | ${rate}`
			)
		);

	test('follows from the labour force only when that was asked from 15', () => {
		expect(valueIn(table('15', '-'), 'CTX08', '2017')?.value).toBe(50);
		expect(valueIn(table('6', '-'), 'CTX08', '2017')).toBeUndefined();
	});

	test('is the published one where there is one, and carries what a group adds up', () => {
		expect(valueIn(table('15', '54'), 'CTX08', '2017')).toMatchObject({
			value: 54,
			numerator: 432,
			denominator: 800
		});
	});
});
