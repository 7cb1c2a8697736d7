import type { Page } from '@playwright/test';

/** A file as somebody chooses it. */
export type Chosen = { name: string; mimeType: string; buffer: Buffer };

/** A CSV to choose. */
export function csv(name: string, text: string): Chosen {
	return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Chooses files and sends them: the page is then the first step that waits. */
export async function send(page: Page, ...files: readonly Chosen[]) {
	await page.goto('/cargas/nueva');
	await page.getByLabel('Archivo CSV o Excel').setInputFiles([...files]);
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await page.waitForURL((url) => url.pathname !== '/cargas/nueva');
}

/** Sends one file and answers its address, `/cargas/<id>`, without the step. */
export async function upload(page: Page, name: string, text: string): Promise<string> {
	await send(page, csv(name, text));
	await page.waitForURL(/\/cargas\/[0-9A-Z]{16}\/\w+$/i);
	return addressOf(page);
}

/** The address of the submission that a page is about. */
export function addressOf(page: Page): string {
	return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

/** Confirms a file that is ready, warnings and all, and waits for its receipt. */
export async function confirmRows(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/confirmar`);
	const looked = page.getByRole('checkbox', { name: /^Revisé/ });
	if ((await looked.count()) > 0) await looked.check();
	await page.getByRole('button', { name: /^Confirmar \d/ }).click();
	await page.waitForURL('**/constancia');
}

/** Two rows of the dataset `contexto` about invented municipalities, in a year that nobody else tests. */
export function contexto(year: number, [first, second]: [string, string]): string {
	return [
		'municipio_id,ambito_datos,anio,fuente,poblacion_total',
		`990001,distrito,${year},documento,${first}`,
		`990002,distrito,${year},documento,${second}`,
		''
	].join('\n');
}

/** What a browser says with a form: answers come as pages. */
export function asBrowser(site: { url: string }) {
	return { origin: site.url, accept: 'text/html' };
}
