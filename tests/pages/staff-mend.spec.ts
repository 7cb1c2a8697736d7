import { brotliCompressSync } from 'node:zlib';
import { asBrowser, confirmRows, contexto, upload } from './files.ts';
import { expect, signIn, test } from './test.ts';

// Correcting on the page, as a browser without script goes it.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

const headings = 'municipio_id,ambito_datos,anio,fuente,poblacion_total';

test('a file with an error says where, and cannot be confirmed', async ({ page, site }) => {
	const address = await upload(page, 'mal.csv', contexto(1964, ['12.5', '3000']));
	await expect(page).toHaveURL(/\/correcciones$/);
	await expect(page).toHaveTitle(/^Error: /);
	const summary = page.getByRole('alert');
	await expect(summary).toContainText('Todavía no se puede guardar: 1 error');
	await expect(page.getByRole('main')).toContainText('Fila 2, columna «Población total»');

	const link = summary.getByRole('link', { name: /fila 2/ });
	await link.click();
	expect(new URL(page.url()).hash).toBe('#celda:2:poblacion_total');
	await expect(page.getByLabel('Fila 2, Población total')).toHaveValue('12.5');

	const forced = await page.request.post(`${address}/confirmar?/confirmar`, {
		headers: asBrowser(site),
		form: { huella: '' },
		maxRedirects: 0
	});
	// The page of a step that the file has not come to leads back, also from a refused action.
	expect([forced.status(), forced.headers().location]).toEqual([303, address]);
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1964');
	expect((await stored.json()).datos).toEqual([]);
});

test('three cells are corrected on the page, one is taken back, and the receipt tells', async ({
	page
}) => {
	const file = [
		headings,
		'990001,distrito,1956,documento,doce',
		'990002,distrito,1956,documento,trece',
		'990003,distrito,1956,documento,catorce',
		''
	].join('\n');
	const address = await upload(page, 'tres.csv', file);
	await page.getByText('Ver las otras').first().click();
	for (const [line, value] of [
		['2', '1200'],
		['3', '1300'],
		['4', '1400']
	] as const)
		await page.locator(`[name="celda:${line}:poblacion_total"]`).fill(value);
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '1,300' })).toBeVisible();

	await page.goto(`${address}/correcciones`);
	const made = page.getByRole('listitem').filter({ hasText: 'Fila 3, «Población total»' });
	await expect(made).toContainText('decía «trece», ahora «1300»');
	await made.getByRole('button', { name: 'Deshacer esta corrección' }).click();
	await expect(page.getByRole('alert')).toContainText('1 error');
	await page.getByLabel('Fila 3, Población total').fill('1350');
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await confirmRows(page, address);
	await expect(page.getByRole('main')).toContainText('Fila 3, «Población total»: «trece» → «1350»');
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1956');
	const rows: { poblacion_total: number }[] = (await stored.json()).datos;
	expect(rows.map((row) => row.poblacion_total)).toEqual([1200, 1350, 1400]);
});

test('nothing written is said, not taken for a correction', async ({ page }) => {
	await upload(page, 'mal.csv', contexto(1958, ['doce', '3000']));
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await expect(page.getByRole('main')).toContainText('No escribió ninguna corrección');
});

test('equal mistakes with a known mend are corrected all at once', async ({ page }) => {
	const rows = ['990001', '990002', '990003'].map(
		(code) => `${code},distrito,1959,documento,3100 personas`
	);
	const address = await upload(page, 'iguales.csv', `${headings}\n${rows.join('\n')}\n`);
	await page.goto(`${address}/correcciones`);
	const all = page.getByRole('button', { name: 'Corregir las 3 iguales' });
	await all.click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '3,100' })).toHaveCount(3);
});

test('good rows are kept and the others left only when somebody asks', async ({ page }) => {
	const address = await upload(page, 'parcial.csv', contexto(1960, ['doce', '3000']));
	await expect(page.getByLabel('No guardar nada todavía')).toBeChecked();
	await page.getByRole('button', { name: 'Seguir así' }).click();
	await expect(page).toHaveURL(`${address}/correcciones`);

	await page.getByLabel('Guardar 1 fila correcta y dejar 1 pendiente').check();
	await page.getByRole('button', { name: 'Seguir así' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await page.goto(`${address}/correcciones`);
	await expect(page.getByRole('main')).toContainText('Dejó 1 fila pendiente');
	await confirmRows(page, address);
	await expect(page.getByRole('main')).toContainText('1: fila 2');
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1960');
	expect((await stored.json()).datos).toMatchObject([{ municipio: '990002' }]);
});

test('the rows to mend come as a file that can be sent back', async ({ page }) => {
	const address = await upload(page, 'malas.csv', contexto(1950, ['doce', '3000']));
	const answer = await page.request.get(`${address}/errores.csv`);
	const text = (await answer.body()).toString();
	expect(answer.headers()['content-disposition']).toContain('errores_malas.csv');
	expect(text).toContain('fila_original,problema,como_corregir');
	expect(text).toContain('990001');
	expect(text).not.toContain('990002');
	const mended = await upload(page, 'malas-corregidas.csv', text.replace('doce', '1200'));
	await page.goto(mended);
	await expect(page).toHaveURL(`${mended}/cambios`);
});

test('a row can be looked at as the file has it', async ({ page }) => {
	await upload(page, 'fila.csv', contexto(1949, ['doce', '3000']));
	await page.getByRole('link', { name: 'Ver la fila 2' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fila 2 de su archivo');
	await expect(page.getByRole('row').filter({ hasText: 'poblacion_total' })).toContainText('doce');
	const address = new URL(page.url()).pathname.replace(/2$/, '');
	for (const line of ['1', '4', '0', 'x', '99999999'])
		expect((await page.request.get(`${address}${line}`)).status()).toBe(404);
});

test('five thousand equal errors make a page of reasonable size', async ({ page }) => {
	const row = '990001,distrito,2024,documento,doce';
	const rows = Array.from({ length: 5000 }, () => row);
	const address = await upload(page, 'muchos.csv', `${headings}\n${rows.join('\n')}\n`);
	await expect(page).toHaveURL(`${address}/correcciones`);
	await expect(page.getByRole('alert')).toContainText('fila 2 (leímos «doce») y 4,999 más');
	await expect(page.locator('input[name^="celda:"]')).toHaveCount(100);
	expect(brotliCompressSync(await page.content()).length).toBeLessThan(30 * 1024);
});

test('what a cell says is never run', async ({ page }) => {
	const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
	await upload(page, `${evil}.csv`, `${contexto(1971, [evil, '3100'])}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Corregir');
	expect(await page.content()).not.toContain('<img src=x');
	expect(await page.content()).not.toContain('<script>alert');
});
