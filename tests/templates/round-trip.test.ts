import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { addQuarters, isQuarter } from '#lib/domain/quarter.ts';
import { checkFile, type Checked } from '#lib/intake/check.ts';
import { digestText, toRecord, type StoredRow } from '#lib/intake/records.ts';
import { startRows } from '#lib/intake/template-rows.ts';
import { templateCsv, type TemplateRow } from '#lib/intake/template.ts';
import { templateWorkbook } from '#lib/server/templates/workbook.ts';

const seeds = join(import.meta.dirname, '../../seeds/inventado');
const today = '2026-11-21';
const encode = (text: string) => new TextEncoder().encode(text);

/** Municipalities of the demonstration and of the examples that the datasets declare. */
function knownPlaces(): Places {
	const byUbigeo = new Map<string, Place>();
	const [, ...lines] = readFileSync(join(seeds, 'municipios.csv'), 'utf8').trim().split('\n');
	const examples = datasets.flatMap((dataset) =>
		dataset.examples.map((example) => example[dataset.municipality ?? ''] ?? '')
	);
	for (const ubigeo of [...lines.map((line) => line.split(',')[0] ?? ''), ...examples])
		byUbigeo.set(ubigeo, {
			ubigeo,
			name: `Lugar ${ubigeo}`,
			province: null,
			department: 'Demostración',
			scope: 'distrito',
			areaKm2: 100,
			aliases: [],
			fictional: ubigeo.startsWith('99')
		});
	return { byUbigeo, networks: new Set(['DEMO', 'PROMDE', 'REMURPE']) };
}

const places = knownPlaces();
const names = new Map([...places.byUbigeo.values()].map(({ ubigeo, name }) => [ubigeo, name]));

function check(bytes: Uint8Array, dataset: Dataset): Checked {
	return checkFile(bytes, { datasets, places, today, choices: { dataset: dataset.id } });
}

/** What is stored of a dataset: the demonstration's rows, else the examples that it declares. */
function stored(dataset: Dataset): StoredRow[] {
	const path = join(seeds, `${dataset.id}.csv`);
	const bytes = existsSync(path)
		? readFileSync(path)
		: encode(templateCsv(dataset, { delimiter: ',', rows: dataset.examples }));
	const { verdict, rows, findings } = check(bytes, dataset);
	if (verdict === 'rejected') throw new Error(JSON.stringify(findings.slice(0, 3)));
	return rows.map((row) => toRecord(dataset, row));
}

const forms = {
	'CSV with commas': (dataset: Dataset, rows: readonly TemplateRow[]) =>
		encode(`\uFEFF${templateCsv(dataset, { delimiter: ',', rows, names })}`),
	'CSV with semicolons': (dataset: Dataset, rows: readonly TemplateRow[]) =>
		encode(`\uFEFF${templateCsv(dataset, { delimiter: ';', rows, names })}`),
	workbook: (dataset: Dataset, rows: readonly TemplateRow[]) =>
		templateWorkbook({ sheets: [{ dataset, rows, period: '2025-T3' }], names, title: 'Prueba' })
};

const content = (rows: readonly StoredRow[]) =>
	rows.map(({ key, cells, blanks }) => JSON.stringify([key, cells, blanks])).sort();

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))('%s', (_, dataset) => {
	const all = stored(dataset);
	const of = (municipality: string | null) =>
		all.filter((row) => row.municipality === municipality);
	const municipality = all[0]?.municipality ?? null;
	const own = of(municipality);
	const period =
		own
			.map((row) => row.period ?? '')
			.sort()
			.at(-1) ?? '';
	const asked = { municipality: municipality ?? undefined, period: period || undefined };
	const last = own.filter((row) => (row.period ?? '') === period);

	test.each(Object.entries(forms))(
		'comes back untouched from a %s, every row equal',
		async (_form, write) => {
			const rows = startRows(dataset, own, asked);
			const { verdict, findings, rows: read } = check(await write(dataset, rows), dataset);
			expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
			expect(verdict).not.toBe('rejected');
			expect(content(read.map((row) => toRecord(dataset, row)))).toEqual(content(last));
		}
	);

	test('its workbook and its CSV give one digest', async () => {
		const rows = startRows(dataset, own, asked);
		const digests = new Set<string>();
		for (const write of Object.values(forms))
			digests.add(digestText(dataset, check(await write(dataset, rows), dataset).rows));
		expect(digests.size).toBe(1);
	});

	if (isQuarter(period))
		test('the next quarter starts with these values', () => {
			const next = addQuarters(period, 1);
			const rows = startRows(dataset, own, { ...asked, period: next });
			const before = startRows(dataset, own, asked);
			expect(rows).toEqual(before.map((row) => ({ ...row, [dataset.period ?? '']: next })));
		});
});

const fund = datasets.find(({ id }) => id === 'fondos');
if (!fund) throw new Error('No fondos.');

test.each([
	'=1+1',
	'+51 953',
	'-nada',
	'@sum(A1)',
	"'entre comillas'",
	'_x0041_',
	'dos\nlíneas; y "más", así',
	'00123'
])('a text like «%s» stays inert and comes back as it was', async (text) => {
	const row = { ...fund.examples[0], municipio_id: '990001', nombre: text };
	for (const write of Object.values(forms)) {
		const { rows, findings } = check(await write(fund, [row]), fund);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(rows[0]?.cells['nombre']).toBe(text);
	}
	const csv = templateCsv(fund, { delimiter: ',', rows: [row] });
	expect(csv).not.toMatch(/(^|[,\n])"?[=+@]/);
	const parts = unzipSync(await forms.workbook(fund, [row]));
	expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
});

describe('a workbook to fill', () => {
	const read = async (dataset: Dataset) => {
		const sheets = [{ dataset, rows: [{ municipio_id: '010101' }], period: '2025-T3' }];
		const parts = unzipSync(await templateWorkbook({ sheets, names, title: 'Prueba' }));
		return (name: string) => strFromU8(parts[name] ?? new Uint8Array());
	};

	test('codes, quarters and yes or no are chosen from lists', async () => {
		const part = await read(fund);
		const xml = part('xl/worksheets/sheet1.xml');
		const lists = [...xml.matchAll(/sqref="([A-Z]+)2:[A-Z]+202"><formula1>"([^"]*)"/g)];
		const byColumn = new Map(lists.map(([, column = '', list = '']) => [column, list]));
		// Column B is the name of the place, so the declared ones after the first move by one.
		const at = (name: string) =>
			String.fromCharCode(65 + 1 + Object.keys(fund.columns).indexOf(name));
		expect(byColumn.get(at('moneda'))).toBe('PEN,USD');
		expect(byColumn.get(at('tipo'))).toBe('rotatorio,garantia,inversion,regional,otro');
		expect(byColumn.get(at('periodo'))).toBe(
			'2025-T3,2025-T2,2025-T1,2024-T4,2024-T3,2024-T2,2024-T1,2023-T4'
		);
		expect(byColumn.get(at('verificado'))).toBe('1,0');
		expect(byColumn.has(at('fondo_id'))).toBe(false);
		const tags = [
			...xml.matchAll(/<(sheetViews|cols|sheetData|dataValidations|pageMargins|pageSetup)\b/g)
		];
		expect(tags.map(([, tag]) => tag)).toEqual([
			'sheetViews',
			'cols',
			'sheetData',
			'dataValidations'
		]);
	});

	test('a list too long for a cell stands in a sheet', async () => {
		const services = datasets.find(({ id }) => id === 'servicios');
		if (!services) throw new Error('No servicios.');
		const part = await read(services);
		const codes = Object.keys(services.columns['tipo_servicio']?.codes ?? {});
		expect(part('xl/worksheets/sheet1.xml')).toContain(`<formula1>Listas!$A$1:$A$${codes.length}<`);
		expect(part('xl/workbook.xml')).toMatch(
			new RegExp(`name="${services.title}".*name="Guía".*name="Listas"`)
		);
		for (const code of codes) expect(part('xl/sharedStrings.xml')).toContain(`>${code}<`);
	});

	test('its headings stay in sight, its codes are text and its guide is short', async () => {
		const part = await read(fund);
		const xml = part('xl/worksheets/sheet1.xml');
		expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
		expect(xml).toMatch(/<c r="A2" s="\d+" t="s">/);
		expect(part('xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
		expect(part('xl/worksheets/sheet2.xml').match(/<row /g)?.length).toBeLessThanOrEqual(8);
	});
});
