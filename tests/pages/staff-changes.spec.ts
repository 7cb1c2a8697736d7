import { asBrowser, confirmRows, contexto, upload } from './files.ts';
import { expect, signIn, test } from './test.ts';

// What a file changes, its confirmation and its undoing, as a browser without script goes them.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

test('a correction shows old and new side by side, and the same file again changes nothing', async ({
	page
}) => {
	await confirmRows(page, await upload(page, 'a.csv', contexto(1963, ['5000', '3000'])));

	const second = await upload(page, 'b.csv', contexto(1963, ['5500', '3000']));
	await page.goto(`${second}/cambios`);
	const table = page.getByRole('table', { name: 'Celdas que cambian' });
	const change = table.getByRole('row').filter({ hasText: 'Población total' });
	await expect(change).toContainText('5,000');
	await expect(change).toContainText('5,500');
	await expect(change).toContainText('+500 (+10.0%)');
	await confirmRows(page, second);

	const third = await upload(page, 'b.csv', contexto(1963, ['5500', '3000']));
	await page.goto(`${third}/cambios`);
	await expect(page.getByRole('status')).toContainText('Todo ya estaba cargado');
	await confirmRows(page, third);
	await expect(page.getByRole('status')).toContainText('ninguna cifra cambió');
	await expect(page.getByRole('link', { name: 'Deshacer el envío' })).toHaveCount(0);
});

test('warnings are confirmed only once somebody says they looked', async ({ page, site }) => {
	const address = await upload(page, 'miles.csv', contexto(1966, ['"5,200"', '3100']));
	await page.goto(`${address}/confirmar`);
	await expect(page.getByRole('status')).toContainText('1 advertencia');
	const print = await page.locator('input[name=huella]').inputValue();
	const unseen = await page.request.post(`${address}/confirmar?/confirmar`, {
		headers: asBrowser(site),
		form: { huella: print }
	});
	expect(unseen.status()).toBe(400);
	expect(await unseen.text()).toContain('Marque que revisó las advertencias');

	await page.getByLabel(/Revisé la advertencia/).check();
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await page.waitForURL('**/constancia');
});

test('a reason for a warning is kept, shown before confirming and printed on the receipt', async ({
	page
}) => {
	const address = await upload(page, 'miles.csv', contexto(1948, ['"5,200"', '3100']));
	await page.goto(`${address}/correcciones`);
	await page.getByLabel(/Motivo para conservarlo/).fill('Censo con comas de miles');
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await expect(page).toHaveURL(`${address}/cambios`);
	await page.goto(`${address}/confirmar`);
	await expect(page.getByRole('main')).toContainText('Motivo: Censo con comas de miles');
	await page.getByLabel(/Revisé la advertencia/).check();
	await page.getByRole('button', { name: 'Confirmar 2 filas' }).click();
	await expect(page.getByRole('main')).toContainText('Población total: Censo con comas de miles');
});

test('a file that was read otherwise meanwhile is not confirmed', async ({ page, site }) => {
	const address = await upload(page, 'a.csv', contexto(1967, ['5200', '3100']));
	const answer = await page.request.post(`${address}/confirmar?/confirmar`, {
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
	await row.getByRole('link', { name: 'descartado.csv' }).click();
	await expect(page.getByRole('main')).toContainText('Este archivo se descartó');
	await expect(page.getByRole('button', { name: 'Continuar' })).toHaveCount(0);
});

test('stored rows that a file does not bring stay, unless somebody retires them', async ({
	page
}) => {
	await confirmRows(page, await upload(page, 'c.csv', parts(['hombre', 'mujer'])));
	const part = await upload(page, 'd.csv', parts(['hombre']));
	await page.goto(`${part}/cambios`);
	await expect(page.getByRole('main')).toContainText('Una fila ya guardada no viene');
	await page.getByLabel('Retirar la fila que falta').check();
	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page.getByRole('main')).toContainText('se retirarán');
	await confirmRows(page, part);
	const retired = page.locator('dl > div').filter({ hasText: 'Retiradas' }).locator('dd');
	await expect(retired).toHaveText('1');
});

test('a whole file is undone: what was there before returns', async ({ page }) => {
	await confirmRows(page, await upload(page, 'a.csv', contexto(1945, ['5000', '3000'])));
	const second = await upload(page, 'b.csv', contexto(1945, ['5500', '3000']));
	await confirmRows(page, second);
	await page.getByRole('link', { name: 'Deshacer el envío' }).click();
	await expect(page.getByRole('main')).toContainText('1 fila de este envío dejará de valer');
	await expect(page.getByRole('main')).toContainText('1 fila anterior volverá');
	await page.getByRole('button', { name: 'Sí, deshacer el envío' }).click();
	await expect(page).toHaveURL(`${second}/constancia`);
	await expect(page.getByRole('status')).toContainText('se deshizo');
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1945');
	expect((await stored.json()).datos).toMatchObject([
		{ municipio: '990001', poblacion_total: 5000 },
		{ municipio: '990002', poblacion_total: 3000 }
	]);
	await page.goto(`${second}/deshacer`);
	await expect(page.getByRole('status')).toContainText('ya se deshizo');
});

test('the rows on the receipt are the rows in the database', async ({ page }) => {
	const address = await upload(page, 'a.csv', contexto(1944, ['5000', '3000']));
	await confirmRows(page, address);
	const stored = await page.request.get('/api/v1/registros?conjunto=contexto&periodo=1944');
	const rows: { envio: string }[] = (await stored.json()).datos;
	const own = rows.filter(({ envio }) => address.endsWith(envio));
	const figure = page.locator('dl > div').filter({ hasText: 'Nuevas' }).locator('dd');
	await expect(figure).toHaveText(String(own.length));
	expect(own).toHaveLength(2);
});

/** Parts of the microenterprises of one year: a file of the year without one of them lacks a row. */
function parts(categories: readonly string[]): string {
	const rows = categories.map((category) => `990004,distrito,1985,titular_sexo,${category},120`);
	return `municipio_id,ambito_datos,anio,dimension,categoria,cantidad\n${rows.join('\n')}\n`;
}
