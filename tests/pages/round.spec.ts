import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { editCsv, editWorkbook, type Edits } from './excel.ts';
import { addressOf, send } from './files.ts';
import { expect, signIn, test } from './test.ts';

// From the template to the figure, back to the cell that it comes from, and everything undone.

const place = { ubigeo: '990001', name: 'Villa Alborada', quarter: '2026-T3' };
const page990001 = `/municipalidades/990001-villa-alborada?trimestre=${place.quarter}`;

/** Of the two rows that the template brings one jumps and one stays; a third is added. */
const edits: Edits = {
	2: { cantidad: 60, participantes: '160 personas' },
	3: { participantes: '175 personas' },
	4: {
		municipio_id: '990001',
		periodo: '2026-T3',
		tipo: 'feriaa',
		cantidad: 1,
		participantes: 80,
		mujeres: 40,
		costo: '8000,50',
		moneda: 'PEN'
	}
};

const rounds = [
	{ what: 'a workbook', script: true, link: 'Excel', edit: editWorkbook },
	{ what: 'a CSV with semicolons', script: false, link: 'CSV con punto y coma', edit: editCsv }
];

for (const { what, script, link, edit } of rounds)
	test.describe(`the whole round of ${what}, ${script ? 'with' : 'without'} script`, () => {
		test.use({ javaScriptEnabled: script });

		test('leads from the template to the figure, back to its cell, and is undone', async ({
			page,
			administrator
		}) => {
			await signIn(page, administrator);
			const before = await published(page);

			const template = await downloadTemplate(page, link);
			const sent = { ...template, buffer: edit(template.buffer, edits) };
			await send(page, sent);
			await page.waitForURL('**/correcciones');
			const address = addressOf(page);
			await correct(page);
			await reviewChanges(page);
			await confirmWarned(page, 3);
			await expectReceipt(page, address, [
				['Filas del archivo', '3'],
				['Nuevas', '1'],
				['Cambiaron', '1'],
				['Iguales a lo guardado', '1']
			]);
			await expectStored(page, address);
			await expectFigureLeadsBack(page, sent);

			await page.goto(`${address}/constancia`);
			await page.getByRole('link', { name: 'Deshacer el envío' }).click();
			await page.getByRole('button', { name: 'Sí, deshacer el envío' }).click();
			await expect(page.getByRole('status')).toContainText('se deshizo');
			expect(await published(page)).toEqual(before);
		});
	});

/** Everything public about the place: its page in words, its records and its values. */
async function published(page: Page): Promise<string[]> {
	const exports = [
		'/api/v1/registros.csv?conjunto=actividades',
		`/api/v1/registros.csv?conjunto=actividades&municipio=${place.ubigeo}`,
		`/api/v1/valores.csv?municipio=${place.ubigeo}`
	];
	const texts: string[] = [];
	for (const address of exports) {
		const answer = await page.request.get(address);
		expect(answer.status(), address).toBe(200);
		texts.push((await answer.body()).toString('latin1'));
	}
	await page.goto(page990001);
	return [...texts, await page.getByRole('main').innerText()];
}

async function downloadTemplate(page: Page, link: string) {
	await page.goto('/cargas/nueva?trimestre=2026-T3');
	await page.getByRole('textbox', { name: 'Municipalidad' }).fill(place.name);
	await page.getByRole('button', { name: 'Preparar plantillas' }).click();
	await expect(page.getByRole('main')).toContainText(`Listas para ${place.name}`);
	await page.goto(`/cargas/nueva?municipio=${place.ubigeo}&trimestre=${place.quarter}`);
	await page.getByText('Solo una tabla: elija cuál').click();
	return downloaded(
		page,
		page.getByRole('link', { name: new RegExp(`^${link}.*: Actividades de la UMPE$`) })
	);
}

/** A file as it was saved, to be chosen again. */
async function downloaded(page: Page, link: Locator) {
	const download = page.waitForEvent('download');
	await link.click();
	const saved = await download;
	return {
		name: saved.suggestedFilename(),
		mimeType: 'application/octet-stream',
		buffer: await readFile(await saved.path())
	};
}

/** Two equal mistakes with one button, one in its field. */
async function correct(page: Page) {
	await expect(page.getByRole('alert')).toContainText('Todavía no se puede guardar: 3 errores');
	await page.getByRole('button', { name: 'Corregir las 2 iguales' }).click();
	await expect(page.getByRole('alert')).toContainText('1 error');
	await page.getByLabel('Fila 4, Tipo de actividad').fill('feria');
	await page.getByRole('button', { name: 'Guardar correcciones' }).click();
	await page.waitForURL('**/cambios');
}

async function reviewChanges(page: Page) {
	await expectCounts(page, 'Frente a lo guardado', { Nuevas: 1, Cambian: 1, Iguales: 1 });
	const earlier = { Nuevas: 2, Cambian: 1, Iguales: 0, Faltan: 1 };
	await expectCounts(page, 'Frente al II trimestre 2026', earlier);
	const change = page.getByRole('row').filter({ hasText: 'Cantidad' }).filter({ hasText: '60' });
	await expect(change).toContainText('+54 (+900.0%)');

	await page.getByRole('button', { name: 'Continuar' }).click();
	await expect(page.getByRole('alert')).toContainText(/motivo|por qué/i);
	for (const reason of await page.getByLabel('Motivo para conservarlo').all())
		await reason.fill('Talleres de la feria regional');
	await page.getByRole('button', { name: 'Continuar' }).click();
	await page.waitForURL('**/confirmar');
}

async function expectCounts(page: Page, title: string, counts: Readonly<Record<string, number>>) {
	const section = page
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: title, exact: true }) });
	for (const [word, amount] of Object.entries(counts))
		await expect(section.locator('div').filter({ hasText: word }).locator('dd')).toHaveText(
			String(amount)
		);
}

async function confirmWarned(page: Page, rows: number) {
	await expect(page.getByRole('main')).toContainText('Motivo: Talleres de la feria regional');
	await page.getByRole('checkbox', { name: /^Revisé/ }).check();
	await page.getByRole('button', { name: `Confirmar ${rows} filas` }).click();
	await page.waitForURL('**/constancia');
}

async function expectReceipt(
	page: Page,
	address: string,
	lines: readonly (readonly [string, string])[]
) {
	await expect(page).toHaveURL(`${address}/constancia`);
	for (const [title, text] of lines) {
		const line = page.locator('dl > div').filter({ has: page.getByText(title, { exact: true }) });
		await expect(line.locator('dd')).toHaveText(text);
	}
	await expect(page.getByRole('main')).toContainText('Talleres de la feria regional');
	await expect(page.getByRole('main')).toContainText(
		'Fila 4, «Tipo de actividad»: «feriaa» → «feria»'
	);
}

/** What the receipt counts is what is stored: new and changed rows carry the code of the submission. */
async function expectStored(page: Page, address: string) {
	const answer = await page.request.get(
		`/api/v1/registros?conjunto=actividades&municipio=${place.ubigeo}&periodo=${place.quarter}`
	);
	type Row = { tipo: string; cantidad: number; participantes: number; costo: number };
	const rows: (Row & { envio: string; fila: number })[] = (await answer.json()).datos;
	const figures = (row: Row) => [row.tipo, row.cantidad, row.participantes, row.costo];
	expect(rows.map(figures)).toEqual([
		['capacitacion', 60, 160, 8400],
		['feria', 1, 80, 8000.5],
		['informacion', 5, 175, 10000]
	]);
	const own = rows.filter(({ envio }) => address.endsWith(envio));
	expect(own.map(({ fila }) => fila)).toEqual([2, 4]);
}

/** 60 + 1 + 5 activities on the page of the place, down to the bytes that were sent. */
async function expectFigureLeadsBack(page: Page, sent: { name: string; buffer: Buffer }) {
	await page.getByRole('link', { name: place.name }).click();
	expect(new URL(page.url()).pathname).toBe('/municipalidades/990001-villa-alborada');
	await page.goto(page990001);
	const figure = page
		.locator('li')
		.filter({ hasText: 'Actividades y participantes' })
		.locator('.value a');
	await expect(figure).toContainText('66');
	await figure.click();
	await page.getByRole('link', { name: /Feria/ }).first().click();

	await expect(page.getByRole('heading', { level: 1 })).toContainText(`Fila 4 de ${sent.name}`);
	const cell = page.getByRole('row').filter({ hasText: 'costo' });
	await expect(cell).toContainText('8,000.5');
	await expect(cell).toContainText('8000,50');
	const sha256 = createHash('sha256').update(sent.buffer).digest('hex');
	await expect(page.getByRole('main')).toContainText(sha256);
	const original = await downloaded(
		page,
		page.getByRole('link', { name: 'Descargar el original' }).first()
	);
	expect(original.buffer.equals(sent.buffer)).toBe(true);
	expect(original.name).toBe(sent.name);
}
