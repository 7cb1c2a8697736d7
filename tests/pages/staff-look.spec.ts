import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { confirmRows, contexto, csv, send, upload } from './files.ts';
import { expect, signIn, test } from './test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every staff page in the states that look different. */
const views: Record<string, (page: Page) => Promise<unknown>> = {
	'the list': (page) => page.goto('/cargas'),
	'the upload form': (page) => page.goto('/cargas/nueva'),
	'the upload form, refused': async (page) => {
		await page.goto('/cargas/nueva');
		await page.getByRole('button', { name: 'Subir y revisar' }).click();
	},
	'the account': (page) => page.goto('/cuenta?vaciar'),
	'what a file changes': (page) => upload(page, 'bien.csv', contexto(1981, ['5200', '"3,100"'])),
	'a file to confirm': async (page) => {
		const address = await upload(page, 'bien.csv', contexto(1981, ['5200', '"3,100"']));
		await page.goto(`${address}/confirmar`);
	},
	'warnings to explain': async (page) => {
		const address = await upload(page, 'bien.csv', contexto(1981, ['5200', '"3,100"']));
		await page.goto(`${address}/correcciones`);
	},
	'a file with errors': (page) => upload(page, 'mal.csv', contexto(1982, ['12.5', '?'])),
	'a row of a file': async (page) => {
		const address = await upload(page, 'mal.csv', contexto(1982, ['12.5', '?']));
		await page.goto(`${address}/fila/2`);
	},
	'several files': (page) =>
		send(
			page,
			csv(
				'un archivo de nombre larguísimo_v2_final_FINAL_corregido.csv',
				contexto(1985, ['1', '2'])
			),
			csv('dos.csv', contexto(1986, ['5200', '3100']))
		),
	'a file that nobody recognises': (page) => upload(page, 'otro.csv', 'gente,casas\n1,2\n'),
	'a file with a question': (page) =>
		upload(page, 'otra.csv', 'municipio_id,poblacion_total,fuente\n990001,5200,documento\n'),
	'a receipt': async (page) => {
		await confirmRows(page, await upload(page, 'bien.csv', contexto(1983, ['5200', '3100'])));
	},
	'undoing a file': async (page) => {
		await confirmRows(page, await upload(page, 'bien.csv', contexto(1987, ['5200', '3100'])));
		await page.getByRole('link', { name: 'Deshacer el envío' }).click();
	},
	'a file in the background': async (page) => {
		const note = 'nota '.repeat(600);
		const row = (year: number) => `990009,distrito,${year},documento,5200,${note}`;
		const rows = Array.from({ length: 1000 }, (_, index) => row(1940 + (index % 50)));
		const file = `municipio_id,ambito_datos,anio,fuente,poblacion_total,apunte_interno\n${rows.join('\n')}\n`;
		await send(page, csv('grande.csv', file.repeat(5)));
		await page.waitForURL('**/progreso');
		await page.getByRole('button', { name: 'Detener' }).click();
	},
	'an undone file': async (page) => {
		await confirmRows(page, await upload(page, 'bien.csv', contexto(1988, ['5200', '3100'])));
		await page.getByRole('link', { name: 'Deshacer el envío' }).click();
		await page.getByRole('button', { name: 'Sí, deshacer el envío' }).click();
	},
	'the receipt of several files': async (page) => {
		await send(
			page,
			csv('uno.csv', contexto(1989, ['5200', '3100'])),
			csv('dos.csv', contexto(1990, ['5200', '3100']))
		);
		await page.getByRole('button', { name: /^Confirmar \d/ }).click();
		await page.waitForURL('**/constancia');
	},
	'signing out': (page) => page.goto('/salir')
};

async function expectSound(page: Page): Promise<void> {
	for (const width of [320, 360, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBe(0);
	}
	const small = await page
		.locator(
			'main :is(button, select, textarea, .button, input:not([type=hidden], [type=checkbox], [type=radio], [type=file]))'
		)
		.evaluateAll((targets) =>
			targets
				.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
				.map(({ outerHTML }) => outerHTML.slice(0, 120))
		);
	expect(small).toEqual([]);
	for (const details of await page.locator('details > summary').all()) await details.click();
	await page.evaluate(axe);
	const results = await page.evaluate<AxeResults>('axe.run()');
	expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

	const html = await page.content();
	// Only where a file is chosen and where cells are corrected is there script to add.
	const path = new URL(page.url()).pathname;
	if (!/\/(nueva|correcciones)$/.test(path)) expect(html).not.toContain('<script');
	expect(brotliCompressSync(html).length).toBeLessThanOrEqual(20 * 1024);
}

for (const [name, open] of Object.entries(views))
	test(`${name} is readable by all and fits a telephone`, async ({ page, administrator }) => {
		await signIn(page, administrator);
		await open(page);
		await expectSound(page);
	});

test('the sign-in page is readable by all and fits a telephone', async ({ page }) => {
	await page.goto('/entrar?next=/cargas');
	await expectSound(page);
});

test('the receipt prints on one sheet', async ({ page, administrator }) => {
	await signIn(page, administrator);
	await confirmRows(page, await upload(page, 'bien.csv', contexto(1984, ['5200', '3100'])));
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
