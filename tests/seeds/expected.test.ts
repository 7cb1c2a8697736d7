import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findIndicator } from '#lib/indicators/index.ts';
import { loadDemonstration } from '../../seeds/seed.ts';
import { askJson } from '../api/ask.ts';
import { describeEngines } from '../engines.ts';
import { temporaryOriginals } from './demonstration.ts';

type Expected = {
	id: string;
	municipio: string;
	periodo: string;
	dimension: string;
	value: string;
	tolerance: string;
};

const fixture = join(import.meta.dirname, '../fixtures/expected/ilo.csv');
const rows = Papa.parse<Expected>(readFileSync(fixture, 'utf8'), {
	header: true,
	skipEmptyLines: true
}).data.filter(
	// The rest are findings, pure formulas and indicators whose datasets do not exist yet.
	({ id, municipio, periodo }) => findIndicator(id) && municipio !== '' && periodo !== ''
);

describeEngines('the worked figures, sent in as files and read back from the API', (engine) => {
	let folder: Awaited<ReturnType<typeof temporaryOriginals>>;

	beforeAll(async () => {
		folder = await temporaryOriginals();
		await loadDemonstration(engine.db, folder);
	});
	afterAll(() => folder.remove());

	test('there are worked figures of every kind', () => {
		expect(rows.length).toBeGreaterThanOrEqual(70);
	});

	test.each(rows)('$id of $municipio in $periodo $dimension is $value', async (row) => {
		const { id, municipio, periodo, dimension, value, tolerance } = row;
		const query = `indicador=${id}&municipio=${municipio}&periodo=${periodo}`;
		const { datos } = await askJson(engine.db, `valores.json?${query}`);

		const wanted = dimension || null;
		const found = datos.find((candidate) => candidate.dimension === wanted);
		expect(
			found,
			`${wanted} among ${datos.map((each) => each.dimension).join(', ')}`
		).toBeDefined();

		if (value === 'null') {
			expect(found?.valor).toBeNull();
			expect(found?.estado).not.toBe('ok');
		} else {
			expect(typeof found?.valor).toBe('number');
			expect(Math.abs(Number(found?.valor) - Number(value))).toBeLessThanOrEqual(
				Number(tolerance) + 1e-9
			);
			expect(found?.periodo).toBe(periodo);
		}
	});
});
