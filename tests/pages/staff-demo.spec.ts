import { startSite, type Site } from './server.ts';
import { createAdministratorAt, expect, signIn, test } from './test.ts';

// It ends with another site than it began: so it has one of its own.
let site: Site | undefined;
test.afterAll(() => site?.stop());
test.use({ javaScriptEnabled: false });

test('the demonstration is emptied from the banner, after asking once more', async ({
	browser
}) => {
	test.setTimeout(180_000);
	site = await startSite();
	const administrator = await createAdministratorAt(browser, site);
	const page = await browser.newPage({ baseURL: site.url, javaScriptEnabled: false });
	await signIn(page, administrator);

	const banner = page.getByRole('complementary', { name: 'Datos de demostración' });
	await banner.getByRole('link', { name: 'Vaciar la demostración' }).click();
	await expect(page.getByText('¿Quitar la red de demostración?')).toBeVisible();
	expect((await page.request.get('/api/v1/municipios.csv')).ok()).toBe(true);
	expect(await (await page.request.get('/api/v1/municipios.csv?limite=5000')).text()).toContain(
		'990001'
	);

	await page.getByRole('button', { name: 'Sí, quitarla' }).click();
	await expect(page.getByRole('status')).toContainText('se quitaron');
	await expect(banner).toHaveCount(0);
	const left = await (await page.request.get('/api/v1/municipios.csv?limite=5000')).text();
	expect(left).not.toContain('990001');
	expect(left).toContain('180301');
	await page.close();
});
