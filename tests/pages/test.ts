import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { startSite, type Site } from './server.ts';

export { expect };

/** Who administers the site of the tests. */
export type Administrator = { name: string; email: string; password: string };

const person: Administrator = {
	name: 'María Quispe',
	email: 'maria@muniilo.example',
	password: 'cuatro palabras muy sueltas'
};

/**
 * A test of pages: one site for all of a run, at `site.url` and as base of relative addresses. It
 * fails when the browser refuses anything under the content security policy.
 */
export const test = base.extend<{ policyHeld: void }, { site: Site; administrator: Administrator }>(
	{
		site: [
			// Playwright reads what a fixture needs from this pattern.
			// eslint-disable-next-line no-empty-pattern
			async ({}, use) => {
				const site = await startSite();
				await use(site);
				await site.stop();
			},
			{ scope: 'worker', timeout: 180_000 }
		],

		/** Created once for the site. */
		administrator: [
			async ({ browser, site }, use) => {
				await use(await createAdministratorAt(browser, site));
			},
			{ scope: 'worker', timeout: 60_000 }
		],

		baseURL: async ({ site }, use) => use(site.url),

		policyHeld: [
			async ({ context }, use) => {
				const breaches: string[] = [];
				context.on('console', (message) => {
					if (/content security policy/i.test(message.text())) breaches.push(message.text());
				});
				await use();
				expect(breaches).toEqual([]);
			},
			{ auto: true }
		]
	}
);

/** Creates the first account with the one-time link, through its page. */
export async function createAdministratorAt(browser: Browser, site: Site): Promise<Administrator> {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(site.setupLink);
	await page.getByLabel('Nombre y apellido').fill(person.name);
	await page.getByLabel('Correo electrónico').fill(person.email);
	await page.getByLabel('Contraseña').fill(person.password);
	await page.getByRole('button', { name: 'Crear la cuenta' }).click();
	await page.waitForURL('**/cargas');
	await page.close();
	return person;
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, who: Administrator, next = '/cargas'): Promise<void> {
	await page.goto(`/entrar?next=${encodeURIComponent(next)}`);
	await page.getByLabel('Correo electrónico').fill(who.email);
	await page.getByLabel('Contraseña').fill(who.password);
	await page.getByRole('main').getByRole('button', { name: 'Ingresar' }).click();
	await page.waitForURL(`**${next}`);
}
