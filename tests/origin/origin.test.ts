import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findIndicator, indicators } from '#lib/indicators/index.ts';
import { readableStates, publicViewer as viewer, type Viewer } from '#lib/server/visibility.ts';
import { rowOrigin } from '#lib/server/views/row-origin.ts';
import { takeApart } from '#lib/server/views/taken-apart.ts';
import { valueOrigin } from '#lib/server/views/value-origin.ts';
import { isPeriod } from '#lib/domain/period.ts';
import { loadDemonstration } from '../../seeds/seed.ts';
import { describeEngines } from '../engines.ts';
import { temporaryOriginals } from '../seeds/demonstration.ts';

const staff: Viewer = { account: 'x', role: 'administracion' };

/** A cell of a file by its row and column, found with nothing of ours. */
function cellIn(bytes: Uint8Array, line: number, column: string): string | undefined {
	const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
	const text = [lines[0], lines[line - 1]].join('\n');
	return Papa.parse<Record<string, string>>(text, { header: true }).data[0]?.[column];
}

describeEngines('from a figure to the cell', (engine) => {
	let folder: Awaited<ReturnType<typeof temporaryOriginals>>;

	beforeAll(async () => {
		folder = await temporaryOriginals();
		await loadDemonstration(engine.db, folder);
	});
	afterAll(() => folder.remove());

	test.each(['180301', '990001', '990002', '990017', 'PROMDE'])(
		'every stored value of %s is what it is taken apart into',
		async (municipality) => {
			const rows = await engine.db
				.selectFrom('indicator_value')
				.where('municipality', '=', municipality)
				.selectAll()
				.orderBy('period', 'desc')
				.limit(160)
				.execute();
			expect(rows.length).toBeGreaterThan(3);
			for (const { indicator: id, dimension, period, value, state, flags } of rows) {
				const indicator = findIndicator(id);
				if (!indicator || !isPeriod(period)) throw new Error(`${id} ${period}`);
				const found = await takeApart(engine.db, {
					viewer,
					indicator,
					dimension,
					municipality,
					period
				});
				expect(found?.result, `${id} ${dimension} ${period}`).toMatchObject({
					value,
					state,
					flags
				});
			}
		}
	);

	test('the cell at that row and column of the original is the value, and its SHA-256 is the name', async () => {
		const indicator = findIndicator('MIC02');
		const [measure] = indicator?.measures ?? [];
		if (!indicator || !measure) throw new Error('no MIC02');
		const found = await valueOrigin(engine.db, {
			viewer,
			originals: folder.originals,
			indicator,
			measure,
			municipality: '180301',
			period: '1999'
		});

		// 3,000 businesses and 60,000 people in 1999, as CEPAL/GTZ 2000 prints them.
		expect(found.withNumbers).toBe('1000 × 3,000 ÷ 60,000');
		expect(found.inputs.map(({ cells }) => cells.map(({ stored }) => stored))).toEqual([
			['3,000'],
			['60,000']
		]);
		expect(found.files).toHaveLength(2);
		for (const [index, column] of ['cantidad', 'poblacion_total'].entries()) {
			const cell = found.inputs[index]?.cells[0];
			const file = found.files.find(({ submission }) => submission === cell?.submission);
			if (!cell || !file) throw new Error(`no cell of ${column}`);
			const bytes = await folder.originals.read(file.sha256);
			expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
			const typed = cellIn(bytes, cell.line, column);
			expect(Number(typed)).toBe(found.inputs[index]?.value);
			expect(cell.typed).toEqual({ how: 'archivo', text: typed });
			expect(cellIn(bytes, cell.line, 'municipio_id')).toBe('180301');
		}
	});

	test('every input of every figure of a place has a cell, a file and a row in it', async () => {
		for (const indicator of indicators)
			for (const measure of indicator.measures) {
				const stored = await engine.db
					.selectFrom('indicator_value')
					.where('municipality', '=', '990001')
					.where('indicator', '=', indicator.id)
					.where('dimension', '=', measure.dimension)
					.where('value', 'is not', null)
					.select('period')
					.orderBy('period', 'desc')
					.executeTakeFirst();
				if (!stored || !isPeriod(stored.period)) continue;
				const found = await valueOrigin(engine.db, {
					viewer,
					originals: folder.originals,
					indicator,
					measure,
					municipality: '990001',
					period: stored.period
				});
				const name = `${indicator.id} ${measure.dimension}`;
				const told = found.inputs.filter(({ value }) => value !== null);
				expect(told.length, name).toBeGreaterThan(0);
				for (const input of told) {
					expect(input.cells.length, `${name}: ${input.label}`).toBeGreaterThan(0);
					for (const cell of input.cells) {
						expect(found.files.map(({ submission }) => submission)).toContain(cell.submission);
						expect(cell.line).toBeGreaterThan(1);
					}
				}
			}
	});

	test('one of a row nobody knows of, and of a file that is not published, there is nothing', async () => {
		const row = await engine.db
			.selectFrom('record')
			.where('dataset', '=', 'contexto')
			.where('municipality', '=', '180301')
			.select(['submission', 'line'])
			.executeTakeFirstOrThrow();
		const at = { viewer, originals: folder.originals, dataset: 'contexto', ...row };
		expect(await rowOrigin(engine.db, at)).toMatchObject({ isCurrent: true, line: row.line });
		expect(await rowOrigin(engine.db, { ...at, line: 99_999 })).toBeUndefined();
		expect(await rowOrigin(engine.db, { ...at, dataset: 'servicios' })).toBeUndefined();
		expect(readableStates(viewer)).toEqual(['confirmada']);
	});

	test('the person who sent a file and the file itself are for staff; everybody reads the institution', async () => {
		const indicator = findIndicator('CTX01');
		const [measure] = indicator?.measures ?? [];
		if (!indicator || !measure) throw new Error('no CTX01');
		const of = {
			originals: folder.originals,
			indicator,
			measure,
			municipality: '180301',
			period: '1993'
		} as const;
		const open = await valueOrigin(engine.db, { ...of, viewer });
		expect(open.files[0]).toMatchObject({
			sender: 'Coordinación de la red (carga inicial)',
			original: null
		});
		const inside = await valueOrigin(engine.db, { ...of, viewer: staff });
		expect(inside.files[0]?.original).toBe(`/cargas/${inside.files[0]?.submission}/original`);
	});
});
