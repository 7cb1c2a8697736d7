import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { impliedPart } from '#lib/quality/dq05.ts';
import { active15 } from '#lib/quality/dq07.ts';
import { qualityRules } from '#lib/quality/index.ts';
import { checkParts } from '#lib/quality/parts.ts';
import { corrected, printed } from '../fixtures/ilo-impreso/cells.ts';

type Expected = { id: string; case: string; value: string; tolerance: string };

const fixture = readFileSync(new URL('../fixtures/expected/ilo.csv', import.meta.url), 'utf8');
const expected = Papa.parse<Expected>(fixture, { header: true, skipEmptyLines: true }).data.filter(
	({ id }) => id.startsWith('DQ')
);

const whole = 'poblacion_total';

/** What each rule works out of the printed table of Ilo, by the case of the expected figure. */
const computed: Record<string, number | null | undefined> = {
	'DQ01 difference': checkParts(printed, ['poblacion_urbana', 'poblacion_rural'], whole)
		?.difference,
	'DQ02 difference': checkParts(printed, ['poblacion_hombres', 'poblacion_mujeres'], whole)
		?.difference,
	'DQ05 implied women': impliedPart(printed)?.implied,
	'DQ07 PEA15 at 54.2': active15(corrected),
	'DQ07 PEA15 at 55.9': active15({ ...corrected, tasa_actividad_15mas: 55.9 })
};

describe('every worked figure of the quality rules comes out', () => {
	test('there are five of them', () => {
		expect(expected.map((row) => `${row.id} ${row.case}`)).toEqual(Object.keys(computed));
	});

	test.each(expected)('$id $case is $value', ({ id, case: name, value, tolerance }) => {
		const difference = Math.abs((computed[`${id} ${name}`] ?? NaN) - Number(value));
		expect(difference).toBeLessThanOrEqual(Number(tolerance));
	});

	test('and 55.9 % fails where 54.2 % passes', () => {
		const rule = qualityRules('contexto').rowRules.find(({ id }) => id === 'DQ07');
		const at = (tasa_actividad_15mas: number) =>
			rule?.check({ ...corrected, tasa_actividad_15mas }, { rows: [] });
		expect(at(54.2)).toBeUndefined();
		expect(at(55.9)?.message).toContain('20,029');
	});
});
