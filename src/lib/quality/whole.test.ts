import { describe, expect, test } from 'vitest';
import { corrected } from '../../../tests/fixtures/ilo-impreso/cells.ts';
import type { Place } from '../domain/place.ts';
import type { Cells } from '../domain/record.ts';
import { DQ17, mostWithoutServices } from './dq17.ts';
import { DQ18 } from './dq18.ts';
import { qualityRules } from './index.ts';

const context = { rows: [] };
const ilo: Place = {
	ubigeo: '180301',
	name: 'Ilo',
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'provincia',
	areaKm2: 1380.6,
	aliases: [],
	fictional: false
};

describe('a part is not more than its whole (DQ17)', () => {
	const found = (cells: Cells) => DQ17.flatMap((rule) => rule.check(cells, context) ?? []);

	test('the dwellings of Ilo pass: 7,891, 7,534 and 9,157 of 13,467, and 6.0 of 32.0', () => {
		// 100 - 100 x 9,157 / 13,467 = 32.0042.
		expect(mostWithoutServices(corrected)?.limit).toBeCloseTo(32.0042, 4);
		expect(found(corrected)).toEqual([]);
	});

	test('more dwellings with water than dwellings', () => {
		expect(found({ ...corrected, viviendas_agua: 13500 })[0]?.message).toContain(
			'Viviendas con agua dice 13,500, más que Viviendas, 13,467: sobran 33'
		);
	});

	test('more households without any service than the best covered one leaves', () => {
		const findings = found({ ...corrected, porc_hogares_sin_servicios: 40 });
		expect(findings).toHaveLength(1);
		expect(findings[0]?.message).toContain('«Viviendas con alumbrado» cubre al 68.0 %');
		expect(findings[0]?.message).toContain('deja 32.0 %: sobran 8.0 puntos');
	});

	test('one part of the population above the total is told here only while the other is blank', () => {
		const cells = { poblacion_total: 1000, poblacion_urbana: 1200 };
		expect(found(cells)).toHaveLength(1);
		expect(found({ ...cells, poblacion_rural: 10 })).toEqual([]);
	});

	test('blanks pass', () => {
		expect(found({ viviendas: null, viviendas_agua: 10, porc_hogares_sin_servicios: 50 })).toEqual(
			[]
		);
	});
});

describe('density as printed (DQ18)', () => {
	// The table's row of 1996: 55,892 / 1,380.6 = 40.4838.
	const row: Cells = {
		ambito_datos: 'provincia',
		poblacion_total: 55892,
		densidad_declarada: 40.5
	};

	test('40.5 passes for Ilo', () => {
		expect(DQ18.check(row, { place: ilo, rows: [] })).toBeUndefined();
	});

	test('41.5 does not', () => {
		expect(
			DQ18.check({ ...row, densidad_declarada: 41.5 }, { place: ilo, rows: [] })
		).toMatchObject({
			expected: '40.48',
			message: expect.stringContaining(
				'55,892 habitantes ÷ 1,380.6 km² = 40.48, y la densidad dice 41.5: sobran 1.02'
			)
		});
	});

	test('nothing is said of another territory, an unknown area or a blank', () => {
		const wrong = { ...row, densidad_declarada: 41.5 };
		expect(
			DQ18.check({ ...wrong, ambito_datos: 'distrito' }, { place: ilo, rows: [] })
		).toBeUndefined();
		expect(DQ18.check(wrong, { place: { ...ilo, areaKm2: null }, rows: [] })).toBeUndefined();
		expect(DQ18.check(wrong, context)).toBeUndefined();
		expect(
			DQ18.check({ ...wrong, poblacion_total: null }, { place: ilo, rows: [] })
		).toBeUndefined();
	});
});

describe('the rules of a dataset', () => {
	test('contexto has all of its own', () => {
		const ids = new Set(qualityRules('contexto').rowRules.map((rule) => rule.id));
		expect([...ids].sort()).toEqual([
			'DQ01',
			'DQ02',
			'DQ03',
			'DQ05',
			'DQ06',
			'DQ07',
			'DQ08',
			'DQ09',
			'DQ16',
			'DQ17',
			'DQ18'
		]);
	});

	test('shares are watched over the file, and nothing in an unknown dataset', () => {
		expect(qualityRules('actividades').fileRules.map(({ id }) => id)).toEqual(['DQ11', 'DQ13']);
		expect(qualityRules('microempresas').fileRules).toHaveLength(1);
		expect(qualityRules('servicios').rowRules).toEqual([]);
		expect(qualityRules('constructor')).toEqual({ rowRules: [], fileRules: [] });
	});

	test('each says in Spanish what it asks', () => {
		for (const id of ['contexto', 'actividades', 'microempresas']) {
			const { rowRules, fileRules } = qualityRules(id);
			for (const rule of [...rowRules, ...fileRules])
				expect(rule.says).toMatch(/^[«A-ZÁÉÍÓÚ].*\.$/);
		}
	});
});
