import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { indicators } from '#lib/indicators/index.ts';
import { deliver } from '#lib/server/submissions/deliver.ts';
import { loadDemonstration } from '../../seeds/seed.ts';
import { describeEngines } from '../engines.ts';
import { temporaryOriginals } from '../seeds/demonstration.ts';
import { ask, askJson, type Row, keyOf } from './ask.ts';

const resources = [
	'municipios',
	'conjuntos',
	'indicadores',
	'valores?municipio=180301',
	'registros?conjunto=servicios&municipio=180301',
	'calidad?municipio=990001'
];

describeEngines('GET /api/v1', (engine) => {
	let folder: Awaited<ReturnType<typeof temporaryOriginals>>;

	beforeAll(async () => {
		folder = await temporaryOriginals();
		await loadDemonstration(engine.db, folder);
	});
	afterAll(() => folder.remove());

	describe.each(resources)('%s', (resource) => {
		const [name, query = ''] = resource.split('?');

		test('answers with JSON without an extension, and the same with one', async () => {
			const plain = await ask(engine.db, `${name}?${query}`);
			const json = await ask(engine.db, `${name}.json?${query}`);
			expect(plain.headers.get('content-type')).toContain('application/json');
			expect(await plain.text()).toBe(await json.text());
		});

		test('answers with plain UTF-8 CSV', async () => {
			const response = await ask(engine.db, `${name}.csv?${query}`);
			expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
			const bytes = new Uint8Array(await response.arrayBuffer());
			expect(bytes[0]).not.toBe(0xef);
			const lines = new TextDecoder().decode(bytes).split('\r\n');
			expect(lines.length).toBeGreaterThan(2);
			expect(lines.at(-1)).toBe('');
		});

		test('may be read from any page, and asked again for nothing', async () => {
			const response = await ask(engine.db, `${name}?${query}`);
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
			const mark = response.headers.get('etag');
			const again = await ask(engine.db, `${name}?${query}`, mark ?? '');
			expect([again.status, await again.text()]).toEqual([304, '']);
			expect((await ask(engine.db, `${name}?${query}`, 'W/"another"')).status).toBe(200);
		});
	});

	test('lists every dataset and every indicator', async () => {
		const sets = await askJson(engine.db, 'conjuntos');
		expect(sets.datos.map((row) => row.conjunto)).toEqual(datasets.map(({ id }) => id));
		const list = await askJson(engine.db, 'indicadores');
		expect(list.datos.map((row) => row.indicador)).toEqual(indicators.map(({ id }) => id));
	});

	test.each([
		['nada', 404],
		['municipios.xml', 404],
		['valores?indicador=XXX99', 404],
		['valores?indicador=IDX01&dimension=OTRA', 404],
		['valores?municipio=180301&periodo=1999-T3&siguiente=nada%7CIDX02%7C', 400],
		['valores?municipio=999999', 404],
		['valores?grupo=zona-oeste', 404],
		['valores?grupo=red-NADIE', 404],
		['registros?conjunto=nada', 404],
		['registros', 400],
		['valores?municipio=%00', 400],
		['municipios?siguiente=a%2500b', 400],
		['valores?periodo=2025-3', 400],
		['valores?periodo=2025-T5', 400],
		['valores?limite=0', 400],
		['valores?limite=muchos', 400],
		['valores?siguiente=x', 400],
		['valores?municipio=180301&grupo=pais', 400],
		['valores?indicator=IDX02', 400],
		['valores?periodo=2025-T3&periodo=2025-T2', 400]
	])('%s is refused with %i and a reason in Spanish', async (path, status) => {
		const response = await ask(engine.db, path);
		expect(response.status).toBe(status);
		const body: { error?: unknown } = await response.json();
		expect(Object.keys(body)).toEqual(['error']);
		expect(String(body.error).length).toBeGreaterThan(10);
	});

	test.each([
		['municipios?limite=7', 69, (row: Row) => row.municipio],
		['registros?conjunto=membresias&limite=10', 71, (row: Row) => `${row.municipio_id} ${row.red}`],
		['valores?grupo=red-DEMO&periodo=2026-T3&indicador=IDX01&limite=23', 120, keyOf],
		['valores?municipio=990001&periodo=2026-T3&indicador=IDX02&limite=1', 3, keyOf]
	])('%s gives every row once, page by page', async (path, count, key) => {
		const found: Row[] = [];
		let next: string | undefined = path;
		while (next !== undefined) {
			const page = await askJson(engine.db, next);
			expect(page.datos.length).toBeLessThanOrEqual(Number(/limite=(\d+)/.exec(path)?.[1]));
			found.push(...page.datos);
			next = page.meta.siguiente;
		}
		expect(found).toHaveLength(count);
		expect(new Set(found.map(key)).size).toBe(count);
	});

	test('the mark of the next page alone is as good as its address', async () => {
		const first = await askJson(engine.db, 'municipios?limite=2');
		const mark = new URL(first.meta.siguiente ?? '').searchParams.get('siguiente');
		const byMark = await askJson(engine.db, `municipios?limite=2&siguiente=${mark}`);
		const byAddress = await askJson(engine.db, first.meta.siguiente ?? '');
		expect(byMark).toEqual(byAddress);
	});

	test('the whole address serves as mark, also where the measure has a space in its name', async () => {
		const path = 'valores?municipio=990001&periodo=2026-T3&indicador=IDX03&limite=5';
		const first = await askJson(engine.db, path);
		expect(first.datos.at(-1)?.dimension).toBe('contribucion FIN');
		const address = encodeURIComponent(first.meta.siguiente ?? '');
		const next = await askJson(engine.db, `${path}&siguiente=${address}`);
		expect(next.datos[0]?.dimension).toBe('contribucion TEC');
	});

	describe('invented figures', () => {
		test.each([
			'municipios?grupo=red-DEMO',
			'valores?municipio=990001',
			'registros?conjunto=servicios&municipio=990001',
			'registros?conjunto=tipo_cambio',
			'calidad?grupo=red-DEMO'
		])('%s says so in every row, in its meta, and asks not to be indexed', async (path) => {
			const response = await ask(engine.db, path);
			expect(response.headers.get('x-robots-tag')).toBe('noindex');
			const body: { datos: Row[]; meta: Row } = await response.json();
			expect(body.meta.demostracion).toBe(true);
			expect(body.datos.length).toBeGreaterThan(0);
			expect(body.datos.every((row) => row.demostracion === true)).toBe(true);

			const csv = await (await ask(engine.db, path.replace('?', '.csv?'))).text();
			const [head, first] = csv.split('\r\n');
			expect(head?.split(',').at(-1)).toBe('demostracion');
			expect(first?.split(',').at(-1)).toBe('1');
		});

		test.each([
			'municipios?grupo=red-PROMDE',
			'valores?municipio=180301',
			'registros?conjunto=servicios&municipio=180301'
		])('%s has none, and says nothing of the kind', async (path) => {
			const response = await ask(engine.db, path);
			expect(response.headers.get('x-robots-tag')).toBeNull();
			const text = await response.text();
			expect(text).toContain('"demostracion":false');
			expect(text).not.toContain('"demostracion":true');
		});
	});

	test('registros give each row with the file and line that prove it, and every column', async () => {
		const { datos } = await askJson(
			engine.db,
			'registros?conjunto=contexto&municipio=180301&periodo=1993'
		);
		expect(datos).toHaveLength(1);
		expect(datos[0]).toMatchObject({
			conjunto: 'contexto',
			municipio: '180301',
			periodo: '1993',
			fila: 2,
			archivo: 'documentado-contexto.csv',
			provisional: true,
			anio: 1993,
			fuente: 'censo',
			poblacion_total: 51481,
			poblacion_15mas: null
		});
		expect(datos[0]?.envio).toMatch(/^[0-9A-Za-z]{16}$/);
	});

	test('a formula in a file is stored as sent and leaves as text that no spreadsheet runs', async () => {
		const file = [
			'municipio_id,periodo,institucion,categoria,tipo_servicio,estado',
			'180301,1998-T1,"=HYPERLINK(""http://mal.example"",""Ver"")",FIN,microcredito,activo'
		].join('\n');
		await deliver(engine.db, {
			originals: folder.originals,
			bytes: new TextEncoder().encode(file),
			fileName: 'formula.csv',
			account: null
		});

		const path = '?conjunto=servicios&municipio=180301&periodo=1998-T1';
		const { datos } = await askJson(engine.db, `registros${path}`);
		expect(datos[0]?.institucion).toBe('=HYPERLINK("http://mal.example","Ver")');
		const csv = await (await ask(engine.db, `registros.csv${path}`)).text();
		expect(csv).toContain(`"'=HYPERLINK(""http://mal.example"",""Ver"")"`);
	});

	test('a CSV is plain for programs, and on request what Excel opens right', async () => {
		const bytesOf = async (path: string) =>
			new Uint8Array(await (await ask(engine.db, path)).arrayBuffer());
		const mark = [0xef, 0xbb, 0xbf];
		expect([...(await bytesOf('municipios.csv')).slice(0, 3)]).not.toEqual(mark);
		const commas = await bytesOf('municipios.csv?separador=coma');
		expect([...commas.slice(0, 3)]).toEqual(mark);
		expect(new TextDecoder().decode(commas)).toMatch(/^municipio,nombre,/);
		const semicolons = await bytesOf('municipios.csv?separador=punto-y-coma');
		expect(new TextDecoder().decode(semicolons)).toMatch(/^municipio;nombre;/);
		expect((await ask(engine.db, 'municipios.csv?separador=tab')).status).toBe(400);
		expect((await ask(engine.db, 'municipios?separador=coma')).status).toBe(400);
	});
});
