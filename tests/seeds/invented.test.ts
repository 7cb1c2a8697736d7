import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '#lib/domain/names.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import { inventedFiles } from '../../seeds/generate.ts';
import { places } from '../../seeds/invented/places.ts';

const registry = join(import.meta.dirname, '../../../shared/data/municipalities-peru.csv');

describe('the invented network', () => {
	test('is what the generator writes, to the last figure', () => {
		const folder = join(import.meta.dirname, '../../seeds/inventado');
		for (const [dataset, text] of inventedFiles()) {
			expect(readFileSync(join(folder, `${dataset}.csv`), 'utf8'), dataset).toBe(text);
		}
	});

	test('has 24 municipalities with codes 9900nn and a name each', () => {
		expect(places).toHaveLength(24);
		expect(places.every(({ ubigeo }) => isInvented(ubigeo))).toBe(true);
		expect(new Set(places.map(({ name }) => fold(name))).size).toBe(24);
	});

	test.skipIf(!existsSync(registry))(
		'bears no name of a district, province or department of Peru (needs the shared registry)',
		() => {
			const real = new Set(
				readFileSync(registry, 'utf8')
					.split('\n')
					.slice(1)
					.flatMap((line) => line.split(',').slice(1, 4))
					.map(fold)
			);
			expect(real.size).toBeGreaterThan(1500);

			const invented = places.flatMap(({ name, province }) => [name, province]);
			expect(invented.filter((name) => real.has(fold(name)))).toEqual([]);
		}
	);
});
