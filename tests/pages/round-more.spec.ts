import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addressOf, confirmRows, csv, send, upload, type Chosen } from './files.ts';
import { expect, signIn, test } from './test.ts';

// Other ways through the screens, as a browser without script goes them.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

for (const link of ['Excel', 'CSV con comas'])
	test(`a template sent back untouched is two screens (${link})`, async ({ page }) => {
		await page.goto('/cargas/nueva?municipio=990002&trimestre=2026-T3');
		await page.getByText('Solo una tabla: elija cuál').click();
		const name = new RegExp(`^${link}.*: Actividades de la UMPE$`);
		const template = await saved(page, () => page.getByRole('link', { name }).click());
		await send(page, template);
		await page.waitForURL('**/confirmar');
		await expect(page.getByRole('status')).toContainText('si confirma, ninguna cifra cambia');
		const looked = page.getByRole('checkbox', { name: /^Revisé/ });
		if ((await looked.count()) > 0) await looked.check();
		await page.getByRole('button', { name: /^Confirmar \d+ filas?$/ }).click();
		await page.waitForURL('**/constancia');
		await expect(page.getByRole('status')).toContainText('ninguna cifra cambió');
	});

test('the workbook of a quarter is one package with one receipt', async ({ page }) => {
	await page.goto('/cargas/nueva?municipio=990003&trimestre=2026-T3');
	const book = await saved(page, () =>
		page.getByRole('link', { name: 'Todo el trimestre en un libro de Excel' }).click()
	);
	await send(page, book);
	await expect(page).toHaveURL(/\/cargas\/paquete\/[0-9A-Z]{16}\?hoja=/i);
	await expect(page.getByRole('main')).toContainText('No usamos estas hojas');
	await expect(page.getByRole('status')).toContainText('Falta explicar algunas advertencias');
	await page.getByRole('link', { name: /^Explicar o corregir/ }).click();
	for (const reason of await page.getByLabel('Motivo para conservarlo').all())
		await reason.fill('Así lo dice el padrón');
	await page.getByRole('button', { name: /^(Guardar correcciones|Continuar)$/ }).click();
	await page.getByRole('link', { name: 'Todo el envío' }).click();
	const looked = page.getByRole('checkbox', { name: /^Revisé/ });
	if ((await looked.count()) > 0) await looked.check();
	await page.getByRole('button', { name: /^Confirmar \d+ filas de \d+ archivos$/ }).click();
	await page.waitForURL('**/constancia');
	const main = page.getByRole('main');
	await expect(main).toContainText('Constancia de envío');
	for (const table of ['Servicios para empresas', 'Actividades de la UMPE'])
		await expect(main.locator('dt').filter({ hasText: table })).toHaveCount(1);
});

test('a column that comes twice is asked about, and only the one chosen counts', async ({
	page
}) => {
	const text = [
		'municipio_id,ambito_datos,anio,fuente,poblacion_total,habitantes',
		'990001,distrito,1940,documento,5200,9999',
		''
	].join('\n');
	const address = await upload(page, 'doble.csv', text);
	await expect(page).toHaveURL(/\/columnas$/);
	const question = page.getByRole('group', { name: /está dos veces/ });
	await question.getByLabel('poblacion_total').check();
	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('9,999');
});

test('a heading explained once is known the next time, for that municipality alone', async ({
	page
}) => {
	const file = (ubigeo: string, year: number) =>
		`municipio_id,ambito_datos,anio,fuente,poblacion totl\n${ubigeo},distrito,${year},documento,5200\n`;
	const first = await upload(page, 'primero.csv', file('990005', 1991));
	await page.getByRole('group', { name: '¿Es «Población total»?' }).getByLabel('Sí').check();
	await page.getByRole('button', { name: 'Continuar' }).click();
	await confirmRows(page, first);

	await upload(page, 'segundo.csv', file('990005', 1992));
	await expect(page).toHaveURL(/\/cambios$/);
	await expect(page.getByRole('cell', { name: '5,200' })).toBeVisible();
	await upload(page, 'de otra.csv', file('990006', 1992));
	await expect(page).toHaveURL(/\/columnas$/);
});

test('the zero that Excel took from a code is put back, and said', async ({ page }) => {
	const text =
		'municipio_id,ambito_datos,anio,fuente,poblacion_total\n30101,distrito,1940,documento,5200\n';
	await upload(page, 'sin cero.csv', text);
	await expect(page).toHaveURL(/\/cambios$/);
	await expect(page.getByRole('cell', { name: 'Abancay (030101)' })).toBeVisible();
	await page.getByText(/^Un aviso|\d avisos/).click();
	await expect(page.getByRole('main')).toContainText(/cero inicial/);
	await page.getByRole('button', { name: 'Descartar el archivo' }).click();
});

test('a large file is checked and stored in the background, to its receipt', async ({ page }) => {
	await send(page, large('grande.csv', { years: [1940, 1990], megabytes: 3 }));
	const address = addressOf(page);
	await page.waitForURL(`**${address}/cambios`, { timeout: 60_000 });
	await expect(page.getByRole('main')).toContainText('aquí van las cuentas y no cada fila');
	await page.getByRole('button', { name: 'Continuar' }).click();
	const looked = page.getByRole('checkbox', { name: /^Revisé/ });
	if ((await looked.count()) > 0) await looked.check();
	await page.getByRole('button', { name: 'Confirmar 500 filas' }).click();
	await page.waitForURL(`**${address}/constancia`, { timeout: 90_000 });
	await expect(page.getByRole('status')).toContainText('quedó registrado');
	await page.goto(`${address}/deshacer`);
	await page.getByRole('button', { name: 'Sí, deshacer el envío' }).click();
	await expect(page.getByRole('status')).toContainText('se deshizo');
});

test('work in the background tells its steps, is stopped, and begins again', async ({ page }) => {
	const row = '990003,distrito,1940,documento,5200\n';
	const heading = 'municipio_id,ambito_datos,anio,fuente,poblacion_total\n';
	await send(page, csv('detenido.csv', heading + row.repeat(400_000)));
	const address = addressOf(page);
	for (const button of ['Detener', 'Empezar otra vez', 'Detener']) {
		await expect(page).toHaveURL(`${address}/progreso`);
		await page.getByRole('button', { name: button }).click();
		if (button !== 'Detener') continue;
		await expect(page.getByRole('status')).toContainText(/detuvo/, { timeout: 20_000 });
		await expect(page).toHaveTitle(/^Error: /);
	}
});

/** A file that a browser saves, to be sent back as it is. */
async function saved(page: Page, work: () => Promise<void>): Promise<Chosen> {
	const download = page.waitForEvent('download');
	await work();
	const file = await download;
	const buffer = await readFile(await file.path());
	return { name: file.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

type Large = { years: readonly [number, number]; megabytes: number };

/** Ten invented municipalities for some years, with notes that make so many megabytes. */
function large(name: string, { years: [from, to], megabytes }: Large): Chosen {
	const note = 'nota '.repeat((megabytes * 1024 * 1024) / (10 * (to - from)) / 5);
	const rows = ['municipio_id,ambito_datos,anio,fuente,poblacion_total,apunte_interno'];
	for (let year = from; year < to; year++)
		for (let place = 3; place <= 12; place++)
			rows.push(`9900${String(place).padStart(2, '0')},distrito,${year},documento,5200,${note}`);
	return csv(name, `${rows.join('\n')}\n`);
}
