import { asBrowser, csv, contexto, upload } from './files.ts';
import { expect, signIn, test } from './test.ts';

// The whole way of a file, as a browser without script goes it.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

test('a file is reviewed, confirmed, and its figures are there to read', async ({ page }) => {
	await upload(page, 'Ñuñoa 1961.csv', contexto(1961, ['5200', '3100']));
	await expect(page.getByRole('status')).toContainText('Se puede guardar');
	await expect(page.getByRole('status')).toContainText('Contexto');
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Villa Alborada (990001)' })).toBeVisible();
	const before = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1961');
	expect((await before.json()).datos).toEqual([]);

	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await page.waitForURL('**/constancia');
	const code = new URL(page.url()).pathname.split('/')[2] ?? '';
	const receipt = page.getByRole('main');
	await expect(receipt).toContainText(code);
	await expect(receipt).toContainText('María Quispe');
	await expect(receipt).toContainText('Ñuñoa 1961.csv');
	await expect(receipt).toContainText(/\b[0-9a-f]{64}\b/);

	const after = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1961');
	expect((await after.json()).datos).toMatchObject([
		{ municipio: '990001', envio: code, linea: 2, poblacion_total: 5200, provisional: true },
		{ municipio: '990002', envio: code, linea: 3, poblacion_total: 3100, provisional: true }
	]);
	await page.getByRole('link', { name: 'Villa Alborada' }).click();
	expect(new URL(page.url()).pathname).toBe('/municipalidades/990001-villa-alborada');
});

test('the original comes back byte by byte, to save and not to show', async ({ page }) => {
	const text = contexto(1962, ['5200', '3100']);
	const address = await upload(page, 'Ñuñoa "1962".html', text);
	const answer = await page.request.get(`${address}/original`);
	expect((await answer.body()).toString()).toBe(text);
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/octet-stream',
		'x-content-type-options': 'nosniff'
	});
	expect(answer.headers()['content-disposition']).toMatch(
		/^attachment; filename="Nunoa [^"]*1962[^"]*\.html"; filename\*=UTF-8''%C3%91u%C3%B1oa/
	);
});

test('a correction shows old and new side by side, and the same file again changes nothing', async ({
	page
}) => {
	await upload(page, 'a.csv', contexto(1963, ['5000', '3000']));
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await page.waitForURL('**/constancia');

	await upload(page, 'b.csv', contexto(1963, ['5500', '3000']));
	const table = page.getByRole('table', { name: 'Celdas que cambian' });
	const change = table.getByRole('row').filter({ hasText: 'Población total' });
	await expect(change).toContainText('5,000');
	await expect(change).toContainText('5,500');
	await expect(change).toContainText('+500 (+10.0%)');
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await page.waitForURL('**/constancia');

	await upload(page, 'b.csv', contexto(1963, ['5500', '3000']));
	await expect(page.getByText('Todo ya estaba cargado')).toBeVisible();
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await expect(page.getByRole('status')).toContainText('ninguna cifra cambió');
});

test('a file with an error says where, and cannot be confirmed', async ({ page, site }) => {
	const address = await upload(page, 'mal.csv', contexto(1964, ['12.5', '3000']));
	await expect(page.getByRole('status')).toContainText('Todavía no se puede guardar: 1 error');
	await expect(page.getByText('Fila 2, columna «Población total»: leímos «12.5».')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Confirmar/ })).toHaveCount(0);

	const forced = await page.request.post(`${address}?/confirmar`, {
		headers: asBrowser(site),
		form: { huella: '' }
	});
	expect(forced.ok()).toBe(false);
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1964');
	expect((await stored.json()).datos).toEqual([]);
});

test('figures that can be two things are asked once a column', async ({ page }) => {
	const file = [
		'municipio_id;fondo_id;periodo;nombre;tipo;moneda;operador;operador_tipo;capital_asignado',
		'990001;FONDO-PRUEBA;2025-T1;Fondo;rotatorio;PEN;Caja Rural;financiera;186.000',
		'990001;FONDO-PRUEBA;2025-T2;Fondo;rotatorio;PEN;Caja Rural;financiera;187.500',
		''
	].join('\n');
	await upload(page, 'fondo.csv', file);
	const question = page.getByRole('group', { name: /Capital asignado/ });
	await expect(question).toHaveCount(1);
	await expect(question.getByLabel(/El punto separa decimales/)).toBeVisible();
	await question.getByLabel('186,000 (El punto separa miles)').check();
	await page.getByRole('button', { name: 'Aplicar y revisar otra vez' }).click();

	await expect(question).toHaveCount(0);
	await expect(page.getByRole('cell', { name: '187,500' })).toBeVisible();
});

test('a heading that nobody knows is matched by hand, and an absent column gets one value', async ({
	page
}) => {
	const file = 'municipio_id,gente,fuente,ambito_datos\n990001,5200,documento,distrito\n';
	await upload(page, 'otra.csv', file);
	await page.getByText('Leerlo de otra manera').click();
	await page.getByLabel('Qué datos trae').selectOption({ label: 'Contexto' });
	await page.getByRole('button', { name: 'Volver a revisar' }).click();

	await page.getByText('Leerlo de otra manera').click();
	await page.getByLabel('gente').selectOption({ label: 'Población total' });
	await page.getByRole('button', { name: 'Volver a revisar' }).click();

	await page.getByLabel(/no trae «Año»/).fill('1965');
	await page.getByRole('button', { name: 'Aplicar y revisar otra vez' }).click();
	await expect(page.getByRole('status')).toContainText('Se puede guardar');
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await expect(page.getByRole('cell', { name: '1965' })).toBeVisible();
});

test('warnings are confirmed only once somebody says they looked', async ({ page, site }) => {
	const address = await upload(page, 'miles.csv', contexto(1966, ['"5,200"', '3100']));
	await expect(page.getByRole('status')).toContainText('1 advertencia');
	const print = await page.locator('input[name=huella]').inputValue();
	const unseen = await page.request.post(`${address}?/confirmar`, {
		headers: asBrowser(site),
		form: { huella: print }
	});
	expect(unseen.status()).toBe(400);
	expect(await unseen.text()).toContain('Marque que revisó las advertencias');

	await page.getByLabel(/Revisé la advertencia/).check();
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await page.waitForURL('**/constancia');
});

test('a file that was read otherwise meanwhile is not confirmed', async ({ page, site }) => {
	const address = await upload(page, 'a.csv', contexto(1967, ['5200', '3100']));
	const answer = await page.request.post(`${address}?/confirmar`, {
		headers: asBrowser(site),
		form: { huella: 'f'.repeat(64) }
	});
	expect(answer.status()).toBe(409);
	expect(await answer.text()).toContain('Revíselo otra vez');
});

test('a discarded file changes nothing and stays in the list', async ({ page }) => {
	await upload(page, 'descartado.csv', contexto(1968, ['5200', '3100']));
	await page.getByRole('button', { name: 'Descartar el archivo' }).click();
	await page.waitForURL('**/cargas');
	const row = page.getByRole('row').filter({ hasText: 'descartado.csv' });
	await expect(row).toContainText('Descartada');
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1968');
	expect((await stored.json()).datos).toEqual([]);
});

test('cells pasted from Excel are read like a file', async ({ page }) => {
	await page.goto('/cargas/nueva');
	await page.getByText('O pegue las celdas desde Excel').click();
	const cells = contexto(1969, ['5200', '3100']).replaceAll(',', '\t');
	await page.getByLabel('Celdas copiadas, con la fila de títulos').fill(cells);
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await expect(page.getByRole('status')).toContainText('Se puede guardar');
	await expect(page.getByText('tabulación').first()).toBeVisible();
});

test('the same form sent twice is one file', async ({ page, site }) => {
	await page.goto('/cargas/nueva');
	const clave = await page.locator('input[name=clave]').inputValue();
	const send = () =>
		page.request.post('/cargas/nueva', {
			headers: asBrowser(site),
			multipart: { clave, archivo: csv('doble.csv', contexto(1970, ['5200', '3100'])) },
			maxRedirects: 0
		});
	const answers = await Promise.all([send(), send()]);
	const addresses = answers.map((answer) => answer.headers().location);
	expect(addresses[0]).toMatch(/^\/cargas\/[0-9A-Z]{16}$/i);
	expect(addresses[1]).toBe(addresses[0]);
	await page.goto('/cargas');
	await expect(page.getByRole('row').filter({ hasText: 'doble.csv' })).toHaveCount(1);
});

test('no file, two files and too large a file are refused in words', async ({ page, site }) => {
	const headers = asBrowser(site);
	const boundary = 'x';
	const part = (text: string) =>
		`--x\r\nContent-Disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\n${text}\r\n`;
	const send = (data: string) =>
		page.request.post('/cargas/nueva', {
			headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
			data
		});

	await page.goto('/cargas/nueva');
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await expect(page.getByRole('alert')).toContainText('Elija un archivo');

	const two = await send(`${part('a')}${part('b')}--x--\r\n`);
	expect(two.status()).toBe(400);
	expect(await two.text()).toContain('un solo archivo');

	const large = await send(`${part('x'.repeat(21 * 1024 * 1024))}--x--\r\n`);
	expect(large.status()).toBe(413);
	expect(await large.text()).toContain('el límite es 20 MB');
});

test('an Excel book under another name is told how to become a CSV', async ({ page }) => {
	await upload(page, 'libro.csv', 'PK\u0003\u0004xl/workbook.xml');
	await expect(page.getByText(/Guardar como/)).toBeVisible();
});

test('what a cell says is never run', async ({ page }) => {
	const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
	await upload(page, `${evil}.csv`, `${contexto(1971, [evil, '3100'])}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revisar el archivo');
	expect(await page.content()).not.toContain('<img src=x');
	expect(await page.content()).not.toContain('<script>alert');
});

test('a file that does not exist is not found, whatever is asked of it', async ({ page, site }) => {
	for (const rest of ['', '/constancia', '/original'])
		expect((await page.request.get(`/cargas/ABCDEFGHJKMNPQRS${rest}`)).status()).toBe(404);
	for (const action of ['leer', 'confirmar', 'descartar']) {
		const answer = await page.request.post(`/cargas/ABCDEFGHJKMNPQRS?/${action}`, {
			headers: asBrowser(site),
			form: {}
		});
		expect(answer.status()).toBe(404);
	}
});

test('a template comes with the mark that Excel needs and is recognised when it comes back', async ({
	page
}) => {
	const answer = await page.request.get(
		'/cargas/plantilla/contexto.csv?separador=punto-y-coma&municipio=990001&periodo=1972'
	);
	const text = (await answer.body()).toString();
	expect(answer.headers()['content-disposition']).toContain('plantilla-contexto.csv');
	expect(text.startsWith('\uFEFFmunicipio_id;')).toBe(true);
	await upload(page, 'plantilla-contexto.csv', text);
	await expect(page.getByRole('main')).toContainText('Contexto');
	await expect(page.getByRole('main')).not.toContainText('Sin reconocer');
	expect((await page.request.get('/cargas/plantilla/nada.csv')).status()).toBe(404);
});
