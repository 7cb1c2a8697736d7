import { brotliCompressSync } from 'node:zlib';
import { contexto, csv } from './files.ts';
import { expect, signIn, test } from './test.ts';

// What script adds where a file is chosen.
test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

const button = /Subir y revisar|Reintentar/;

test('a file stays chosen when sending fails, and sent again it is one submission', async ({
	page
}) => {
	await page.goto('/cargas/nueva', { waitUntil: 'networkidle' });
	await page
		.getByLabel('Archivo CSV o Excel')
		.setInputFiles(csv('cortado.csv', contexto(1942, ['5200', '3100'])));
	await page.route('**/cargas/nueva', (route) =>
		route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue()
	);
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('alert')).toHaveText('No se pudo enviar; el archivo sigue aquí.');
	expect(
		await page.locator('#archivo').evaluate((input: HTMLInputElement) => input.files?.length)
	).toBe(1);

	await page.unroute('**/cargas/nueva');
	await page.getByRole('button', { name: 'Reintentar' }).click();
	await page.waitForURL(/\/cambios$/);
	await page.goto('/cargas');
	await expect(page.getByRole('row').filter({ hasText: 'cortado.csv' })).toHaveCount(1);
});

test('a file is dropped on the same label', async ({ page }) => {
	await page.goto('/cargas/nueva', { waitUntil: 'networkidle' });
	const transfer = await page.evaluateHandle(
		(text) => {
			const data = new DataTransfer();
			data.items.add(new File([text], 'soltado.csv', { type: 'text/csv' }));
			return data;
		},
		contexto(1943, ['5200', '3100'])
	);
	await page.locator('label[for=archivo]').dispatchEvent('drop', { dataTransfer: transfer });
	await page.getByRole('button', { name: button }).click();
	await page.waitForURL(/\/cambios$/);
	await expect(page.getByRole('main')).toContainText('soltado.csv');
});

test('cells pasted anywhere on the page go to their field', async ({ page }) => {
	await page.goto('/cargas/nueva', { waitUntil: 'networkidle' });
	const cells = contexto(1941, ['5200', '3100']).replaceAll(',', '\t');
	await page.evaluate((text) => {
		const data = new DataTransfer();
		data.setData('text/plain', text);
		document.body.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
		);
	}, cells);
	await expect(page.getByLabel('Celdas copiadas, con la fila de títulos')).toHaveValue(cells);
	await page.getByRole('button', { name: button }).click();
	await page.waitForURL(/\/cambios$/);
});

test('what the server refuses is said in the page, and the file stays', async ({ page }) => {
	await page.goto('/cargas/nueva', { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: button }).click();
	await expect(page.getByRole('alert')).toContainText('Elija un archivo');
});

test('the script of the upload weighs at most 45 kB', async ({ page, site }) => {
	const sizes = new Map<string, number>();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (pathname.endsWith('.js')) sizes.set(pathname, 0);
	});
	await page.goto('/cargas/nueva', { waitUntil: 'networkidle' });
	for (const path of sizes.keys()) {
		const text = await (await page.request.get(site.url + path)).body();
		sizes.set(path, brotliCompressSync(text).length);
	}
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	expect(total).toBeGreaterThan(0);
	expect(total).toBeLessThanOrEqual(45 * 1024);
});
