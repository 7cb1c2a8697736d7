import type { Page } from '@playwright/test';

/** A file as somebody chooses it. */
export function csv(name: string, text: string) {
	return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Chooses a file, sends it and answers the address of its review. */
export async function upload(page: Page, name: string, text: string): Promise<string> {
	await page.goto('/cargas/nueva');
	await page.getByLabel('Archivo CSV').setInputFiles(csv(name, text));
	await page.getByRole('button', { name: 'Subir y revisar' }).click();
	await page.waitForURL(/\/cargas\/[0-9A-Z]{16}$/i);
	return new URL(page.url()).pathname;
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
