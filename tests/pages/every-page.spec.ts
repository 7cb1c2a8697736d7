import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every public page of figures, in the states that look different. */
const addresses = [
	'/',
	'/?grupo=red-PROMDE',
	'/municipalidades',
	'/municipalidades?q=nahui',
	'/municipalidades?q=zzz',
	'/municipalidades/990001-villa-alborada',
	'/municipalidades/180301-ilo',
	'/municipalidades/150103-ate',
	'/indicadores',
	'/indicadores/indice-idel',
	'/indicadores/indice-idel?municipio=990009',
	'/indicadores/densidad-empresarial?municipio=990003',
	'/indicadores/proveedores-de-servicios?medida=TEC',
	'/indicadores/poblacion?orden=valor',
	'/indicadores/capital-de-fondos',
	'/origen/indice-idel/990001/2026-T3',
	'/origen/densidad-empresarial/180301/1999',
	'/origen/mejora-del-indice/990001/2026-T3',
	'/origen/indice-idel/red-DEMO/2026-T3',
	'/origen/capital-de-fondos/180301/1999-T3?medida=USD',
	'/origen/poblacion/180301/1950',
	'/ayuda/hallazgos',
	'/datos/conjuntos',
	'/datos/conjuntos/servicios',
	'/no-existe'
];

/** Bytes that came over the wire for an address, with nothing kept from before. */
async function weight(page: Page, address: string): Promise<{ bytes: number; requests: number }> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	let bytes = 0;
	let requests = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes += encodedDataLength;
		requests++;
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	await session.detach();
	return { bytes, requests };
}

for (const address of addresses)
	test(`${address} is readable by all, fits a telephone and is light`, async ({ page }) => {
		const { bytes, requests } = await weight(page, address);
		expect(bytes).toBeLessThanOrEqual(45 * 1024);
		expect(requests).toBeLessThanOrEqual(5);

		for (const width of [320, 360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(overflow, `${width} px`).toBe(0);
		}

		for (const details of await page.locator('main details > summary').all()) await details.click();
		await page.evaluate(axe);
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const { violations } = await page.evaluate<AxeResults>('axe.run()');
			expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
		}

		await expect(page.locator('script, [style], style')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page.getByText('Datos de demostración.')).toBeVisible();
	});
