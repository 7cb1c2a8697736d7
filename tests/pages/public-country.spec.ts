import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { startSite, type Site } from './server.ts';

const project = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** A site with 120 districts more than the demonstration: lists of several pages. */
const count = 120;
let site: Site;
let folder: string;

const codes = Array.from(
	{ length: count },
	(_, index) => `02${String(index + 101).padStart(4, '0')}`
);
const populationOf = (index: number) => 500 + ((index * 7919) % 60_000);

async function importFile(name: string, lines: readonly string[]): Promise<void> {
	const path = join(folder, name);
	await writeFile(path, `${lines.join('\n')}\n`);
	await run(process.execPath, ['--import', 'tsx', 'src/cli/admin.ts', 'importar', path], {
		cwd: project,
		env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: site.dataDir }
	});
}

test.beforeAll(async () => {
	test.setTimeout(180_000);
	site = await startSite();
	folder = await mkdtemp(join(tmpdir(), 'observatorio-pais-'));
	await importFile('municipios.csv', [
		'municipio_id,ambito_datos,nombre,tipo,provincia,departamento',
		...codes.map((code, index) => `${code},distrito,Lugar ${index + 1},distrital,Santa,Áncash`)
	]);
	await importFile('contexto.csv', [
		'municipio_id,ambito_datos,anio,fuente,poblacion_total',
		...codes.map((code, index) => `${code},distrito,2025,proyeccion,${populationOf(index)}`)
	]);
});

test.afterAll(async () => {
	await site.stop();
	await rm(folder, { recursive: true, force: true });
});

test('a list of fifty rows in order is light, and goes on to the next page', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	let bytes = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto(`${site.url}/indicadores/poblacion?grupo=departamento-02&orden=valor`, {
		waitUntil: 'networkidle'
	});
	expect(bytes).toBeLessThanOrEqual(35 * 1024);

	const rows = page.locator('#lista tbody tr');
	await expect(rows).toHaveCount(50);
	const largest = Math.max(...codes.map((_, index) => populationOf(index)));
	// Its link has a name of its own after the figure.
	await expect(rows.first().locator('td.value')).toHaveText(
		`${largest.toLocaleString('en')}, de dónde sale`
	);

	await page.getByRole('link', { name: 'Siguiente' }).click();
	await expect(page).toHaveURL(/orden=valor.*pagina=2|pagina=2.*orden=valor/);
	await expect(rows).toHaveCount(50);
});

test('figures of a year alone open at their newest year', async ({ page }) => {
	await page.goto(`${site.url}/indicadores/poblacion?grupo=departamento-02`);
	await expect(page.getByLabel('Hasta el año').locator('option:checked')).toHaveText('2025');
	await expect(page.locator('#lista tbody tr').first().locator('td.value')).not.toBeEmpty();
});

test('the directory finds its pages and searches in all of them', async ({ page }) => {
	await page.goto(`${site.url}/municipalidades?grupo=departamento-02`);
	await expect(page.getByText('Página 1 de 3')).toBeVisible();
	await page.goto(`${site.url}/municipalidades?q=lugar 117`);
	await expect(page.locator('main tbody tr')).toHaveCount(1);
});
