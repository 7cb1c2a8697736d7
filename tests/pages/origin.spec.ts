import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

/** Pages with figures, one for each template, and where on them figures stand. */
const templates: readonly (readonly [address: string, figures: string])[] = [
	['/', 'main .value, main td.number, main td.offering'],
	['/?grupo=red-PROMDE&trimestre=1999-T3', 'main td.number'],
	['/municipalidades', 'main td.number'],
	['/municipalidades/990001-villa-alborada', 'main .value, main td.number'],
	['/municipalidades/180301-ilo', 'main .value, main td.number'],
	['/indicadores/indice-idel', '#lista td.value, main figure td.number'],
	['/indicadores/densidad-empresarial?municipio=990003', 'main td.number, #lista td.value'],
	['/comparar?m=990001&m=990002', 'main td.number:not(:nth-child(2)), main figure td.number'],
	['/origen/indice-idel/red-DEMO/2026-T3', 'main td.number:nth-child(2)']
];

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	for (const [address, figures] of templates)
		test(`every figure of ${address} leads to where it comes from`, async ({ page }) => {
			await page.goto(address);
			const bare = await page.locator(figures).evaluateAll((cells) =>
				cells
					.filter((cell) => /\d/.test(cell.textContent ?? ''))
					.filter((cell) => !cell.querySelector('a[href^="/origen/"]'))
					.map((cell) => cell.textContent?.trim())
			);
			expect(bare).toEqual([]);
			expect(await page.locator('main a[href^="/origen/"]').count()).toBeGreaterThan(0);
		});

	for (const [address] of templates)
		test(`from ${address} to file, row and SHA-256 in three clicks`, async ({ page, site }) => {
			await page.goto(address);
			const all = await page
				.locator('main a.origin[href^="/origen/"]')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
			const some = [...new Set(all)].filter(
				(_, index, list) => index % Math.ceil(list.length / 5) === 0
			);
			expect(some.length).toBeGreaterThan(0);
			for (const href of some)
				expect(await clicksToFile(page, href, site.dataDir)).toBeLessThanOrEqual(3);
		});

	test('a figure of Ilo, down to the byte', async ({ page, site }) => {
		await page.goto('/municipalidades/180301-ilo?trimestre=1999-T3');
		const own = page.locator('li').filter({ hasText: 'Densidad empresarial' }).locator('.value a');
		await expect(own).toContainText('50.0');
		await own.click();
		await expect(page.locator('main')).toContainText('1000 × 3,000 ÷ 60,000 = 50');
		await page.getByRole('link', { name: /Dimensión: Total/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			/^Fila 2 de .*microempresas\.csv$/
		);
		const row = page.getByRole('row').filter({ hasText: 'cantidad' });
		await expect(row.getByRole('cell').nth(0)).toHaveText('3,000');
		await expect(row.getByRole('cell').nth(1)).toHaveText('3000');

		const sha256 = (
			await page
				.locator('dd')
				.filter({ hasText: /^[0-9a-f]{64}$/ })
				.innerText()
		).trim();
		const bytes = await readFile(join(site.dataDir, 'originals', sha256));
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
		const [head = '', second = ''] = bytes.toString('utf8').split(/\r?\n/);
		expect(second.split(',')[head.split(',').indexOf('cantidad')]).toBe('3000');
		await expect(page.getByRole('link', { name: 'Descargar el original' })).toHaveCount(0);
	});

	test('staff download the original from there; nobody finds what is not published', async ({
		page,
		administrator
	}) => {
		for (const address of [
			'/origen/nada/180301/1999',
			'/origen/densidad-empresarial/999999/1999',
			'/origen/densidad-empresarial/180301/1950',
			'/origen/densidad-empresarial/180301/ayer',
			'/origen/densidad-empresarial/180301/1999?medida=otra',
			'/origen/fila/contexto/0000000000000000/2',
			'/origen/fila/contexto/nada/x'
		])
			expect((await page.goto(address))?.status(), address).toBe(404);

		await signIn(page, administrator, '/origen/densidad-empresarial/180301/1999');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Descargar el original' }).first().click();
		expect((await download).suggestedFilename()).toMatch(/\.csv$/);
	});
});

/** Follows a figure until a page names a file by its SHA-256, and answers after how many clicks. */
async function clicksToFile(page: Page, href: string, dataDir: string): Promise<number> {
	let next = href;
	for (let clicks = 1; clicks <= 3; clicks++) {
		const answer = await page.goto(next);
		expect(answer?.status(), next).toBe(200);
		const files = page.locator('dd code').filter({ hasText: /^[0-9a-f]{64}$/ });
		if ((await files.count()) > 0) {
			await expect(page.locator('main')).toContainText(/fila \d+/i);
			await readFile(join(dataDir, 'originals', await files.first().innerText()));
			return clicks;
		}
		const onward = page.locator('main td.number a.origin').first();
		next = (await onward.getAttribute('href')) ?? '';
	}
	return Infinity;
}
