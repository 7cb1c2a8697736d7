import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One real place of the documents, and the invented ones beside which it may be put. */
const ilo = '180301';
const six = [ilo, '990001', '990006', '990018', '990002', '990012'];
const address = (...codes: string[]) => `/comparar?${codes.map((code) => `m=${code}`).join('&')}`;

const views: Record<string, string> = {
	'nothing chosen': '/comparar',
	'one chosen and a name that several have': '/comparar?m=180301&agregar=puerto',
	'an unknown code': address(ilo, '123456', '990001'),
	'two of 1999': `${address(ilo, '990001')}&trimestre=1999-T3`,
	'six of today': address(...six),
	'more than six': address(...six, '990003', '990004')
};

for (const [name, path] of Object.entries(views)) {
	test(`comparing with ${name} is readable by all and fits a telephone`, async ({ page }) => {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(200);
		for (const width of [320, 360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect([width, overflow]).toEqual([width, 0]);
		}
		for (const summary of await page.locator('details > summary').all()) await summary.click();
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 800 });
			await page.evaluate(axe);
			const results = await page.evaluate<AxeResults>('axe.run()');
			expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
		}
		expect(await page.content()).not.toContain('<script');
	});
}

/** What a first visit moves over the line, in bytes. */
async function weigh(page: Page, path: string): Promise<number> {
	const client = await page.context().newCDPSession(page);
	await client.send('Network.enable');
	await client.send('Network.clearBrowserCache');
	let bytes = 0;
	client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(path, { waitUntil: 'networkidle' });
	return bytes;
}

test('six municipalities weigh at most 45 kB on a first visit', async ({ page }) => {
	expect(await weigh(page, address(...six))).toBeLessThanOrEqual(45 * 1024);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('two are added by name and by code, in their order, and one is taken out', async ({
		page,
		site
	}) => {
		await page.goto('/comparar');
		await page.getByLabel('Primera municipalidad').fill('ilo');
		await page.getByRole('button', { name: 'Agregar' }).click();
		expect(page.url()).toBe(`${site.url}/comparar?m=180301`);

		await page.getByLabel('Agregar una municipalidad').fill('Villa Alborada (990001)');
		await page.getByRole('button', { name: 'Agregar' }).click();
		expect(page.url()).toBe(`${site.url}/comparar?m=180301&m=990001`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'Comparación de Ilo y Villa Alborada'
		);

		await page.getByRole('link', { name: 'Quitar Ilo' }).click();
		expect(page.url()).toBe(`${site.url}/comparar?m=990001`);
	});

	test('a name that nobody has, or that several have, is asked about', async ({ page, site }) => {
		await page.goto('/comparar?m=180301&agregar=Macondo');
		await expect(page.getByRole('alert')).toContainText('No encontramos');

		await page.goto('/comparar?m=180301&agregar=puerto');
		await expect(page.getByRole('alert')).toContainText('Hay varias');
		await page.getByRole('link', { name: 'Puerto Lucero' }).click();
		expect(page.url()).toBe(`${site.url}/comparar?m=180301&m=990002`);
	});

	test('unknown codes and more than six are said, and the rest is compared', async ({ page }) => {
		await page.goto(address('999999', ilo, 'Ate', '990001'));
		await expect(page.getByRole('alert')).toContainText('«999999» y «Ate»');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Ilo y Villa Alborada');

		await page.goto(address(...six, '990003'));
		await expect(page.getByRole('alert')).toContainText('se comparan 6 como máximo');
		await expect(page.getByRole('alert')).toContainText('Caleta Marisol');
		await page.getByRole('link', { name: 'Quitar Ilo' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('y Caleta Marisol');
	});

	test('quarter and order are in the address', async ({ page, site }) => {
		await page.goto(address(ilo, '990001'));
		await page.getByLabel('Trimestre', { exact: true }).selectOption('III trimestre 1999');
		await page.getByLabel('Ordenar las diferencias por').selectOption('Tema');
		await page.getByRole('button', { name: 'Ver', exact: true }).click();
		expect(page.url()).toBe(`${site.url}/comparar?m=180301&m=990001&trimestre=1999-T3&orden=tema`);
		expect((await page.goto('/comparar?trimestre=ayer'))?.status()).toBe(400);
	});
});

/** A row of the table of differences, cell by cell. */
async function rowOf(page: Page, indicator: string): Promise<string[]> {
	const table = page.getByRole('region', { name: 'Tabla de diferencias' });
	const row = table.getByRole('row').filter({
		has: page.getByRole('link', { name: indicator, exact: true })
	});
	const texts: string[] = [];
	for (const cell of await row.locator('th, td').all()) texts.push(await seenIn(cell));
	return texts;
}

/** What a person sees in a cell: without what only a screen reader says of its link. */
async function seenIn(cell: Locator): Promise<string> {
	const text = await cell.evaluate((element: HTMLElement) => {
		for (const hidden of element.querySelectorAll('.visually-hidden')) hidden.remove();
		return element.innerText;
	});
	return text.replace(/\s+/g, ' ').trim();
}

test('the documented figures of Ilo stand beside invented ones, which say so', async ({ page }) => {
	const answer = await page.goto(`${address(ilo, '990001')}&trimestre=1999-T3`);
	expect(answer?.headers()['x-robots-tag']).toBe('noindex');
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
	await expect(page.getByText('Provisional', { exact: true })).toBeVisible();

	// Both have the 3,000 businesses of the document; Ilo's index and its reach are worked there too.
	expect(await rowOf(page, 'Microempresas')).toEqual([
		'Microempresas microempresas',
		'0 0%',
		'3,000 1999',
		'3,000 1999'
	]);
	const headers = page
		.getByRole('region', { name: 'Tabla de diferencias' })
		.getByRole('columnheader');
	await expect(headers.filter({ hasText: 'Ilo' })).not.toContainText('inventadas');
	await expect(headers.filter({ hasText: 'Villa Alborada' })).toContainText('Cifras inventadas');

	const quiet = await page.goto(`${address(ilo, '180101')}&trimestre=1999-T3`);
	expect(quiet?.headers()['x-robots-tag']).toBeUndefined();
});

test('a blank is «Sin dato» with its reason, never a zero', async ({ page }) => {
	await page.goto(address(ilo, '990001'));
	const [, gap, own] = await rowOf(page, 'Índice IDEL');
	expect([gap, own]).toEqual(['No se compara', 'Sin dato No informó']);
	expect((await rowOf(page, 'Población'))[2]).toBe('Sin dato Dato vencido');
	await expect(page.getByText('lo último que informó es el III trimestre 1999')).toBeVisible();
});

test('nothing is coloured as good or bad, and nobody has a position', async ({ page }) => {
	await page.goto(address(...six));
	await expect(page.locator('.favorable, .desfavorable')).toHaveCount(0);
	expect(await page.getByRole('main').innerText()).not.toMatch(/\d\.º|puesto|último lugar/i);
});

test('every figure has a name, its numbers as a table, a source and a file', async ({ page }) => {
	await page.goto(address(...six));
	const figures = await page.locator('figure').all();
	expect(figures.length).toBeGreaterThanOrEqual(10);
	for (const figure of figures) {
		const drawing = figure.locator('svg[role=img]').first();
		const title = await drawing.locator('title').textContent();
		expect(title).toContain(await figure.locator('.headline').innerText());
		await figure.getByText('Ver tabla').click();
		await expect(figure.locator('tbody tr')).toHaveCount(six.length);
		await expect(figure.getByText('Fuente:')).toBeVisible();
		await expect(figure.getByRole('link', { name: 'Descargar CSV' })).toHaveAttribute(
			'href',
			/^\/api\/v1\/valores\.csv\?indicador=[A-Z]{3}\d\d&municipio=[\d,]+/
		);
	}
});

test('a figure and its file say the same', async ({ page }) => {
	await page.goto(address('990001', '990002'));
	const figure = page.locator('figure#categorias-cubiertas');
	const file = await figure.getByRole('link', { name: 'Descargar CSV' }).getAttribute('href');
	const answer = await page.request.get(file ?? '');
	expect(answer.headers()['x-robots-tag']).toBe('noindex');
	const rows = (await answer.text()).split('\r\n').map((line) => line.split(','));
	const inFile = rows.find((row) => row[2] === '2026-T3' && row[3] === '990001')?.[4];
	await figure.getByText('Ver tabla').click();
	const cell = figure.locator('tbody tr').first().locator('td').last();
	expect(await seenIn(cell)).toBe(inFile);
});

test('the table comes as a file that Excel opens', async ({ page }) => {
	await page.goto(`${address(ilo, '990001')}&trimestre=1999-T3`);
	const href = await page
		.getByRole('link', { name: 'Descargar la tabla (CSV)' })
		.getAttribute('href');
	const answer = await page.request.get(href ?? '');
	const text = (await answer.body()).toString();
	expect(text.startsWith('\uFEFFindicador,dimension,titulo')).toBe(true);
	expect(text).toContain('MIC01,,Microempresas,microempresas,0,0,180301,Ilo,1999,3000,ok,');
	expect(answer.headers()['x-robots-tag']).toBe('noindex');
	expect((await page.request.get('/comparar.csv?m=180301')).status()).toBe(400);
	expect((await page.request.get('/comparar.csv?m=180301&m=123456')).status()).toBe(404);
});
