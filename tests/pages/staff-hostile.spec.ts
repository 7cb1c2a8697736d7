import type { Page } from '@playwright/test';
import { addressOf, contexto, csv, send } from './files.ts';
import { expect, signIn, test } from './test.ts';

// File names, headings and cells that somebody wrote to do harm.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, administrator }) => signIn(page, administrator));

const hostile: Record<string, string> = {
	'a script': '<script>document.title=1</script><img src=x onerror=alert(1)>',
	'letters that turn the line': '\u202Egnp.exe\u2066\u200F',
	'five thousand letters': 'ñ'.repeat(5000),
	'a formula': '=HYPERLINK("http://malo.example","x")'
};

/** Nothing of the file is markup, turns what stands beside it, or makes the page wider. */
async function expectInert(page: Page): Promise<void> {
	const html = await page.content();
	expect(html).not.toMatch(/<script>document|<img src=x|href="http:\/\/malo/);
	// The page of a row shows its cells as they are, each in a place of its own.
	const isRow = page.url().includes('/fila/');
	const words = isRow ? await page.title() : await page.getByRole('main').innerText();
	expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
	await page.setViewportSize({ width: 320, height: 700 });
	const wider = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(wider).toBe(0);
}

for (const [what, text] of Object.entries(hostile)) {
	const quoted = `"${text.replaceAll('"', '""')}"`;

	test(`${what} in name, heading and cell stays what it is on every screen`, async ({ page }) => {
		const rows = contexto(1947, [quoted, '3100']).replace('fuente,', `fuente,${quoted},`);
		const file = rows.replaceAll(',documento,', `,documento,${quoted},`);
		await send(page, csv(`${text.replaceAll('/', '')}.csv`, file));
		const address = addressOf(page);
		for (const rest of ['correcciones', 'columnas', 'fila/2', 'fila/1', 'confirmar']) {
			await page.goto(`${address}/${rest}`);
			await expectInert(page);
		}
		await page.goto('/cargas');
		await expectInert(page);
		const original = await page.request.get(`${address}/original`);
		expect(original.headers()['content-disposition']).not.toMatch(/[<>\r\n\u202E]/);
	});

	test(`${what} in the name of a file that is stored stays what it is`, async ({ page }) => {
		const name = `${text.replaceAll('/', '')}.csv`;
		await send(page, csv(name, contexto(1946, ['5200', '3100'])));
		const address = addressOf(page);
		for (const rest of ['cambios', 'confirmar']) {
			await page.goto(`${address}/${rest}`);
			await expectInert(page);
		}
		await page.getByRole('button', { name: /^Confirmar \d/ }).click();
		await page.waitForURL('**/constancia');
		await expectInert(page);
		await page.goto(`${address}/deshacer`);
		await expectInert(page);
	});
}
