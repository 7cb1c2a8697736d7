import { asBrowser, confirmRows, contexto, csv, send, upload } from './files.ts';
import { expect, signIn, test } from './test.ts';

// How a file comes in and its columns are told, as a browser without script goes it.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

test('a file is reviewed, confirmed, and its figures are there to read', async ({ page }) => {
	await upload(page, 'Ñuñoa 1961.csv', contexto(1961, ['5200', '3100']));
	await expect(page).toHaveURL(/\/cambios$/);
	await expect(page.getByText('Paso 4 de 5: Ver qué cambia')).toBeVisible();
	await expect(page.getByRole('main')).toContainText('Contexto');
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Villa Alborada (990001)' })).toBeVisible();
	const before = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1961');
	expect((await before.json()).datos).toEqual([]);

	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page.getByRole('status')).toContainText('Se puede guardar');
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
		{ municipio: '990001', envio: code, fila: 2, poblacion_total: 5200, provisional: true },
		{ municipio: '990002', envio: code, fila: 3, poblacion_total: 3100, provisional: true }
	]);
	await page.getByRole('link', { name: 'Villa Alborada' }).click();
	expect(new URL(page.url()).pathname).toBe('/municipalidades/990001-villa-alborada');
});

test('the address of a file leads to the step that waits, and on to the receipt', async ({
	page
}) => {
	const wrong = await upload(page, 'mal.csv', contexto(1951, ['doce', '3100']));
	await page.goto(wrong);
	await expect(page).toHaveURL(`${wrong}/correcciones`);
	// A step that the file has not come to leads back to the one that waits.
	for (const ahead of ['cambios', 'confirmar']) {
		await page.goto(`${wrong}/${ahead}`);
		await expect(page).toHaveURL(`${wrong}/correcciones`);
	}
	const steps = page.getByRole('navigation', { name: 'Pasos del envío' });
	await expect(steps.getByRole('link')).toHaveText(['Revisar columnas']);
	await steps.getByRole('link', { name: 'Revisar columnas' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revisar columnas');

	const good = await upload(page, 'bien.csv', contexto(1951, ['5200', '3100']));
	await confirmRows(page, good);
	await page.goto(good);
	await expect(page).toHaveURL(`${good}/constancia`);
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

test('figures that can be two things are asked once a column', async ({ page }) => {
	const file = [
		'municipio_id;fondo_id;periodo;nombre;tipo;moneda;operador;operador_tipo;capital_asignado',
		'990001;FONDO-PRUEBA;2025-T1;Fondo;rotatorio;PEN;Caja Rural;financiera;186.000',
		'990001;FONDO-PRUEBA;2025-T2;Fondo;rotatorio;PEN;Caja Rural;financiera;187.500',
		''
	].join('\n');
	const address = await upload(page, 'fondo.csv', file);
	await expect(page).toHaveURL(/\/columnas$/);
	const question = page.getByRole('group', { name: /Capital asignado/ });
	await expect(question).toHaveCount(1);
	await expect(question.getByLabel(/El punto separa decimales/)).toBeVisible();
	await question.getByLabel('186,000 (El punto separa miles)').check();
	await page.getByRole('button', { name: 'Continuar' }).click();

	await page.goto(`${address}/columnas`);
	await expect(question).toHaveCount(0);
	await page.goto(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '187,500' })).toBeVisible();
});

test('a heading that nobody knows is matched by hand, and an absent column gets one value', async ({
	page
}) => {
	const file = 'municipio_id,gente,fuente,ambito_datos\n990001,5200,documento,distrito\n';
	const address = await upload(page, 'otra.csv', file);
	await expect(page).toHaveURL(/\/columnas$/);
	await expect(page).toHaveTitle(/^Error: /);
	await expect(page.getByText('Ejemplos: 5200')).toBeVisible();
	await page.getByLabel('gente').selectOption({ label: 'Población total' });
	const missing = page.getByRole('group', { name: 'El archivo no trae «Año»' });
	await missing.getByLabel('El mismo valor en todas las filas').fill('1965');
	await page.getByRole('button', { name: 'Continuar' }).click();

	await expect(page).toHaveURL(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await expect(page.getByRole('cell', { name: '1965' })).toBeVisible();
});

test('a heading that is nearly one of ours is a question, and nothing is taken before the answer', async ({
	page
}) => {
	const file =
		'municipio_id,ambito_datos,anio,fuente,poblacion totl\n990001,distrito,1952,documento,5200\n';
	const address = await upload(page, 'casi.csv', file);
	await expect(page).toHaveURL(/\/columnas$/);
	const question = page.getByRole('group', { name: '¿Es «Población total»?' });
	await question.getByLabel('Sí, es esa').check();
	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
});

test('what was detected is said, and can be overruled', async ({ page }) => {
	const file = `Cuadro 1\n${contexto(1953, ['5200', '3100']).replaceAll(',', ';')}`;
	const address = await upload(page, 'titulo.csv', file);
	await page.goto(`${address}/columnas`);
	await expect(page.getByLabel('Separador')).toContainText('Detectado: punto y coma');
	await expect(page.getByLabel('Fila de los títulos')).toHaveAttribute(
		'placeholder',
		'Detectado: 2'
	);
	await expect(page.getByRole('main')).toContainText('La fila 1 parece un título');

	await page.getByLabel('Separador').selectOption({ label: 'coma' });
	await page.getByRole('button', { name: 'Volver a leer el archivo' }).click();
	await expect(page).toHaveURL(`${address}/columnas`);
	await expect(page.getByRole('status')).toContainText('no se puede leer');
	await page.getByLabel('Separador').selectOption({ index: 0 });
	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
});

test('cells pasted from Excel are read like a file', async ({ page }) => {
	await page.goto('/cargas/nueva');
	await page.getByText('O pegue las celdas desde Excel').click();
	const cells = contexto(1969, ['5200', '3100']).replaceAll(',', '\t');
	await page.getByLabel('Celdas copiadas, con la fila de títulos').fill(cells);
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await expect(page).toHaveURL(/\/cambios$/);
	await page.getByRole('link', { name: 'Revisar columnas' }).click();
	await expect(page.getByLabel('Separador')).toContainText('Detectado: tabulación');
});

test('the same form sent twice is one file', async ({ page, site }) => {
	await page.goto('/cargas/nueva');
	const clave = await page.locator('input[name=clave]').inputValue();
	const post = () =>
		page.request.post('/cargas/nueva', {
			headers: asBrowser(site),
			multipart: { clave, archivo: csv('doble.csv', contexto(1970, ['5200', '3100'])) },
			maxRedirects: 0
		});
	const answers = await Promise.all([post(), post()]);
	const addresses = answers.map((answer) => answer.headers().location);
	expect(addresses[0]).toMatch(/^\/cargas\/[0-9A-Z]{16}$/i);
	expect(addresses[1]).toBe(addresses[0]);
	await page.goto('/cargas');
	await expect(page.getByRole('row').filter({ hasText: 'doble.csv' })).toHaveCount(1);
});

test('no file, and files that are too large, are refused in words', async ({ page, site }) => {
	await page.goto('/cargas/nueva');
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await expect(page.getByRole('alert')).toContainText('Elija un archivo');
	await expect(page).toHaveTitle(/^Error: /);

	const part = (text: string) =>
		`--x\r\nContent-Disposition: form-data; name="archivo"; filename="a.csv"\r\n\r\n${text}\r\n`;
	const half = part('x'.repeat(11 * 1024 * 1024));
	for (const data of [part('x'.repeat(21 * 1024 * 1024)), `${half}${half}`]) {
		const large = await page.request.post('/cargas/nueva', {
			headers: { ...asBrowser(site), 'content-type': 'multipart/form-data; boundary=x' },
			data: `${data}--x--\r\n`
		});
		expect(large.status()).toBe(413);
		expect(await large.text()).toContain('el límite es 20 MB');
	}
});

test('several files are one package, confirmed together with one receipt', async ({ page }) => {
	await send(
		page,
		csv('uno.csv', contexto(1954, ['5200', '3100'])),
		csv('dos.csv', contexto(1955, ['doce', '3100']))
	);
	await expect(page).toHaveURL(/\/cargas\/paquete\/[0-9A-Z]{16}$/i);
	const address = new URL(page.url()).pathname;
	await expect(page.getByRole('row').filter({ hasText: 'dos.csv' })).toContainText('1 error');
	await expect(page.getByRole('button', { name: /^Confirmar/ })).toHaveCount(0);

	await page.getByRole('link', { name: /^Corregir.*dos\.csv/ }).click();
	await page.getByLabel('Fila 2, Población total').fill('5300');
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await page.getByRole('link', { name: 'Todo el envío' }).click();
	await page.getByRole('button', { name: 'Confirmar 4 filas de 2 archivos' }).click();
	await page.waitForURL(`**${address}/constancia`);
	await expect(page.getByRole('main')).toContainText('uno.csv, 2 filas');
	await expect(page.getByRole('main')).toContainText('dos.csv, 2 filas');
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1955');
	expect((await stored.json()).datos).toMatchObject([
		{ municipio: '990001', poblacion_total: 5300 },
		{ municipio: '990002', poblacion_total: 3100 }
	]);
});
