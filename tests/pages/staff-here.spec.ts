import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

const rows = [
	'municipio_id;periodo;tipo;cantidad;participantes;mujeres',
	'990001;2026-T3;capacitacion;12,5;300;400',
	'990001;2026-T3;feriaa;2;n.d.;'
];

function choose(page: Page, lines: readonly string[]) {
	const file = {
		name: 'actividades.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(lines.join('\n'))
	};
	return page.setInputFiles('#archivo', file);
}

test.describe('with script, the check of the server runs before anything is sent', () => {
	test('on choosing a file, with the words that the server says afterwards', async ({
		page,
		administrator
	}) => {
		await signIn(page, administrator, '/cargas/nueva');
		let sent = 0;
		page.on('request', (request) => {
			if (request.method() === 'POST') sent++;
		});
		await choose(page, rows);
		const said = page.locator('section[aria-labelledby="antes"]');
		await expect(said).toContainText('2 errores');
		const here = await said.locator('li').allTextContents();
		expect(here).toHaveLength(2);
		expect(sent).toBe(0);

		await page.getByRole('button', { name: 'Subir y revisar' }).click();
		await page.waitForURL('**/correcciones');
		const there = await page.getByRole('main').innerText();
		for (const message of here) expect(there).toContain(message);
	});

	test('another choice takes the words of the first away', async ({ page, administrator }) => {
		await signIn(page, administrator, '/cargas/nueva');
		await choose(page, rows);
		const said = page.locator('section[aria-labelledby="antes"]');
		await expect(said).toContainText('2 errores');
		await choose(page, [rows[0] ?? '', '990001;2026-T3;feria;2;100;40']);
		await expect(said).toContainText('1 fila leída, sin errores');
	});

	test('a cell is judged as it is left, and keeps what was written', async ({
		page,
		administrator
	}) => {
		await signIn(page, administrator, '/cargas/nueva');
		await choose(page, rows);
		await page.getByRole('button', { name: 'Subir y revisar' }).click();
		await page.waitForURL('**/correcciones');

		const cell = page.getByLabel('Fila 2, Cantidad');
		await cell.fill('doce');
		await cell.blur();
		await expect(page.locator('.cell p.bad')).toContainText('leímos «doce»');
		await expect(cell).toHaveValue('doce');
		await expect(cell).toHaveAttribute('aria-invalid', 'true');

		await cell.fill('12');
		await cell.blur();
		await expect(page.locator('.cell p.good')).toHaveText('Ahora se lee bien.');
		await expect(cell).toHaveValue('12');

		await page.getByLabel('Fila 3, Tipo de actividad').fill('feria');
		await page.getByRole('button', { name: 'Guardar correcciones' }).click();
		const main = page.getByRole('main');
		await expect(main).not.toContainText('leímos «feriaa»');
		await expect(main).not.toContainText('leímos «12,5»');
	});
});
