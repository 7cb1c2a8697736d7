import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the network is told in three sentences, and who is silent by name', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('.sentences p')).toHaveCount(3);
		await expect(page.locator('.sentences p').first()).toHaveText(
			/^\d+ de 24 municipalidades de la Red de demostración enviaron datos del III trimestre 2026\.$/
		);
		await expect(page.getByRole('link', { name: 'Ñahuirumi' })).toBeVisible();
		await expect(page.getByText('Cifras inventadas').first()).toBeVisible();
	});

	test('a network is chosen with a form, and the address holds the choice', async ({ page }) => {
		await page.goto('/');
		await page.getByLabel('Red', { exact: true }).selectOption({ label: 'PROMDE' });
		await page.getByRole('button', { name: 'Ver' }).click();
		await expect(page).toHaveURL(/grupo=red-PROMDE/);
		// The quarter chosen before is not one of PROMDE's: it stays, and says that nobody reported.
		await expect(page.getByRole('heading', { level: 1 })).toContainText('PROMDE');
	});

	test('a search finds without accents and without ñ', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('searchbox').fill('nahuirumi');
		await page.getByRole('button', { name: 'Buscar' }).click();
		await page
			.getByRole('cell')
			.getByRole('link', { name: 'Ñahuirumi' })
			.or(page.getByRole('rowheader').getByRole('link', { name: 'Ñahuirumi' }))
			.first()
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ñahuirumi');
	});

	test('paper shows no boxes to fill in', async ({ page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto('/municipalidades/990001-villa-alborada');
		for (const form of await page.locator('form').all()) await expect(form).toBeHidden();
	});

	test('an old name leads to the right address', async ({ page }) => {
		await page.goto('/municipalidades/990001-otro-nombre?trimestre=2026-T2');
		await expect(page).toHaveURL('/municipalidades/990001-villa-alborada?trimestre=2026-T2');
		const answer = await page.goto('/municipalidades/999999-nadie');
		expect(answer?.status()).toBe(404);
	});

	test('invented figures say so and ask not to be indexed; documented ones do not', async ({
		page
	}) => {
		const robots = page.locator('meta[name=robots]');
		await page.goto('/');
		await expect(robots).toHaveAttribute('content', 'noindex');
		await page.goto('/municipalidades/990001-villa-alborada');
		await expect(robots).toHaveAttribute('content', 'noindex');
		await expect(page.getByText('Esta municipalidad no existe')).toBeVisible();

		await page.goto('/municipalidades/180301-ilo');
		await expect(robots).toHaveCount(0);
		await expect(page.getByText('Cifras inventadas', { exact: true })).toHaveCount(0);
	});

	test('a fund that was assigned and lends to nobody is shown as that', async ({ page }) => {
		await page.goto('/municipalidades/180301-ilo');
		await expect(page.getByText('Asignado, sin operador: no informa créditos')).toBeVisible();
		await expect(page.getByRole('definition').filter({ hasText: 'US$ 30,000' })).toBeVisible();
	});

	test('what a network declares stands apart, with what is unexplained', async ({ page }) => {
		await page.goto('/?grupo=red-PROMDE');
		const rows = page.getByRole('region', { name: /Actividades de promoción/ }).getByRole('row');
		await expect(rows.filter({ hasText: 'Promoción empresarial' })).toContainText('62.0');
		await expect(rows.filter({ hasText: 'Sin explicar' })).toContainText('10.0');
	});

	test('the public puts a neutral indicator in order, and no judged one', async ({ page }) => {
		const firsts = () => page.locator('#lista tbody th').allInnerTexts();
		await page.goto('/indicadores/poblacion?orden=valor');
		const sorted = await page.locator('#lista tbody td.value').allInnerTexts();
		const figures = sorted.map((text) => Number(text.replaceAll(',', '')));
		expect(figures).toEqual([...figures].sort((a, b) => b - a));

		await page.goto('/indicadores/indice-idel?orden=valor');
		const collator = new Intl.Collator('es-PE');
		const listed = await firsts();
		expect(listed).toEqual([...listed].sort(collator.compare));
		await expect(page.locator('#lista thead a')).toHaveCount(0);
	});

	test('the index of a municipality has no position and no neighbours', async ({ page }) => {
		await page.goto('/indicadores/indice-idel?municipio=990009');
		await expect(page.getByText('Con valores cercanos')).toHaveCount(0);
		await page.goto('/municipalidades/990009-ccorimarca');
		const index = page.locator('main li').filter({ hasText: 'Índice IDEL' }).first();
		await expect(index).not.toContainText(/Por encima|Similar|Por debajo/);
	});

	test('a blank is not drawn as zero', async ({ page }) => {
		await page.goto('/indicadores/indice-idel');
		const silent = page.locator('#lista tr').filter({ hasText: 'Ñahuirumi' });
		await expect(silent).toContainText('No informó');
		await expect(silent.locator('td.value rect')).toHaveCount(0);
	});

	test('a figure leads to the rows that it was computed from', async ({ page, request }) => {
		await page.goto('/indicadores/densidad-empresarial?municipio=990003');
		const region = page.getByRole('region', { name: 'De dónde sale la cifra' });
		const href = await region.getByRole('link').first().getAttribute('href');
		const answer = await request.get(href ?? '');
		expect(await answer.text()).toContain('990003');
	});
});

/** Marks of a drawing: dots are paths of a unit circle that ECharts scales. */
const dots = 'path[d^="M1 0A1 1"]';

/** The figures of one column of a table as they are seen, without what names their links; missing ones left out. */
async function figuresOf(page: Page, figure: string, column: number): Promise<string[]> {
	const cells = page.locator(`${figure} tbody tr td:nth-child(${column}):not(.no-data)`);
	return (await cells.allTextContents()).map((text) => text.replace(', de dónde sale', '').trim());
}

test('a strip draws one dot for each figure of its table', async ({ page }) => {
	await page.goto('/indicadores/indice-idel');
	const figures = await figuresOf(page, '#posiciones', 2);
	expect(figures.length).toBeGreaterThan(5);
	for (const size of ['narrow', 'wide'])
		await expect(page.locator(`#posiciones svg.${size} ${dots}`)).toHaveCount(figures.length);
});

test('bars write the figures of their table, in its order', async ({ page }) => {
	await page.goto('/indicadores/poblacion?orden=valor');
	const figures = await figuresOf(page, '#posiciones', 2);
	for (const size of ['narrow', 'wide']) {
		const texts = await page.locator(`#posiciones svg.${size} text`).allTextContents();
		expect(texts.filter((text) => figures.includes(text))).toEqual(figures);
	}
});

test('a line draws the quarters that have a figure, and ends at the last one', async ({ page }) => {
	await page.goto('/municipalidades/990001-villa-alborada');
	const figures = await figuresOf(page, '#indice', 2);
	for (const size of ['narrow', 'wide']) {
		await expect(page.locator(`#indice svg.${size} ${dots}`)).toHaveCount(figures.length);
		await expect(page.locator(`#indice svg.${size} text[font-weight=bold]`)).toHaveText(
			figures.at(-1) ?? ''
		);
	}
});

test('letters of a drawing are at least 12 px high on a telephone and on a screen', async ({
	page
}) => {
	for (const width of [320, 360, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		for (const address of [
			'/indicadores/indice-idel?municipio=990009',
			'/indicadores/poblacion?orden=valor'
		]) {
			await page.goto(address);
			const sizes = await page.locator('figure svg[role=img]:visible').evaluateAll((drawings) =>
				drawings.flatMap((svg) => {
					const scale = svg.getBoundingClientRect().width / Number(svg.getAttribute('width'));
					return [...svg.querySelectorAll('text')].map(
						(text) => Number(text.getAttribute('font-size')) * scale
					);
				})
			);
			expect(sizes.length).toBeGreaterThan(0);
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
		}
	}
});

test('every drawing has a name, a table, a source and its data', async ({ page }) => {
	for (const address of ['/indicadores/indice-idel', '/municipalidades/990001-villa-alborada']) {
		await page.goto(address);
		const figures = await page.locator('figure').all();
		expect(figures.length).toBeGreaterThan(0);
		for (const figure of figures) {
			for (const title of await figure.locator('svg[role=img] title').allTextContents())
				expect(title).not.toBe('');
			await expect(figure.locator('table')).toHaveCount(1);
			await expect(figure.locator('.source')).toContainText('Fuente:');
			const csv = await figure.getByRole('link', { name: 'Descargar CSV' }).getAttribute('href');
			const answer = await page.request.get(csv ?? '');
			expect(answer.headers()['content-type']).toContain('text/csv');
		}
	}
});

test('pages travel compressed', async ({ request }) => {
	const answer = await request.get('/', { headers: { 'accept-encoding': 'br' } });
	expect(answer.headers()['content-encoding']).toBe('br');
	expect(answer.headers().vary).toContain('accept-encoding');
});

test('a page asked for again comes from memory, and not at all to who has it', async ({
	request
}) => {
	const headers = { 'accept-encoding': 'br' };
	const first = await request.get('/indicadores/indice-idel', { headers });
	const again = await request.get('/indicadores/indice-idel', { headers });
	expect(await again.body()).toEqual(await first.body());
	const tag = first.headers().etag ?? '';
	expect(tag).not.toBe('');
	const known = await request.get('/indicadores/indice-idel', {
		headers: { ...headers, 'if-none-match': tag }
	});
	expect(known.status()).toBe(304);
});

test('what somebody sees signed in is never kept for others', async ({
	page,
	request,
	administrator
}) => {
	await signIn(page, administrator, '/indicadores/indice-idel?orden=valor');
	await expect(page.getByRole('link', { name: 'Mi cuenta' })).toBeVisible();
	await expect(page.locator('#lista th[aria-sort=descending]')).toHaveCount(1);

	const answer = await request.get('/indicadores/indice-idel?orden=valor');
	const html = await answer.text();
	expect(html).not.toContain('Mi cuenta');
	expect(html).not.toContain('aria-sort="descending"');
});
