import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { yearlyLoss } from '#lib/indicators/fondos-loss.ts';
import type { MunicipalityFacts } from '#lib/indicators/types.ts';
import { valueIn } from '../given.ts';
import { ilo, promde, testMunicipality } from '../ilo.ts';

type Expected = {
	id: string;
	municipio: string;
	periodo: string;
	dimension: string;
	case: string;
	value: string;
	tolerance: string;
};

const fixture = readFileSync(new URL('../fixtures/expected/ilo.csv', import.meta.url), 'utf8');
const expected = Papa.parse<Expected>(fixture, { header: true, skipEmptyLines: true }).data;

const facts: Record<string, MunicipalityFacts> = {
	'180301': ilo,
	'990001': testMunicipality,
	PROMDE: promde
};

describe('every worked figure of the methodology comes out', () => {
	const computed = expected.filter(({ id, municipio }) => municipio !== '' && !id.startsWith('DQ'));

	test.each(computed)('$id $municipio $periodo $dimension $case', (row) => {
		const data = facts[row.municipio];
		const found = data && valueIn(data, row.id, row.periodo, row.dimension);

		expect(found).toBeDefined();
		if (row.value === 'null') {
			expect(found?.value).toBeNull();
		} else {
			const difference = Math.abs((found?.value ?? NaN) - Number(row.value));
			expect(difference).toBeLessThanOrEqual(Number(row.tolerance));
		}
	});

	test('a recovery of 95 % at six months loses 20 % of the portfolio in a year', () => {
		expect(yearlyLoss(95, 6)).toBeCloseTo(20, 9);
	});
});

test('growth between two kinds of source says so', () => {
	expect(valueIn(ilo, 'CTX04', '1996')?.flags).toEqual(['fuentes_mixtas']);
});

test('with the printed population of 1996 the density of businesses is 53.6749', () => {
	const until1996 = ilo.facts.filter(
		({ dataset, period }) => dataset !== 'contexto' || period !== '1999'
	);
	const found = valueIn({ ...ilo, facts: until1996 }, 'MIC02', '1999');

	expect(found?.value).toBeCloseTo((1000 * 3000) / 55892, 9);
	expect(found?.flags).toContain('poblacion_de_otro_anio');
});

test('a fund in dollars has no value in soles without the rate of its quarter', () => {
	expect(valueIn(ilo, 'FON01', '1999-T3')).toMatchObject({
		value: null,
		state: 'no_calculable',
		flags: ['sin_tipo_de_cambio']
	});
});
