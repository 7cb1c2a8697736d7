import { addressOf, confirmRows, upload } from './files.ts';
import { createAdministratorAt, expect, signIn, test } from './test.ts';
import { startSite } from './server.ts';

/** Rows of one quarter that make a file of 3 MB: many institutions with long names. */
const rows = 12_000;
const letters = 'de servicios para las microempresas y los pequeños productores '.repeat(3);

function services(): string {
	const lines = Array.from(
		{ length: rows },
		(_, row) =>
			`99000${1 + (row % 3)},2015-T2,Asociación ${row} ${letters.trim()},gremio,FIN,microcredito,activo,${20 + row}`
	);
	const heading =
		'municipio_id,periodo,institucion,tipo_institucion,categoria,tipo_servicio,estado,usuarios';
	return `${heading}\n${lines.join('\n')}\n`;
}

test('a file of 3 MB goes through the pages to its receipt, in the background', async ({
	browser
}) => {
	test.setTimeout(300_000);
	// A site of its own: what is stored here must not be in the figures of the other tests.
	const site = await startSite();
	const administrator = await createAdministratorAt(browser, site);
	const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
	try {
		const page = await context.newPage();
		await signIn(page, administrator);
		const text = services();
		expect(Buffer.byteLength(text)).toBeGreaterThan(2.5 * 1024 * 1024);

		await upload(page, 'gremios.csv', text);
		// Nobody waits in the request: the page of the work asks again by itself until it has ended.
		await page.waitForURL(/\/cambios$/, { timeout: 120_000 });
		await expect(page.getByRole('main')).toContainText('12,000');

		const address = addressOf(page);
		await confirmRows(page, address);
		await expect(page.getByRole('main')).toContainText('gremios.csv');
		const stored = await page.request.get('/api/v1/registros?conjunto=servicios&periodo=2015-T2');
		expect((await stored.json()).datos[0]).toMatchObject({ envio: address.split('/')[2] });
	} finally {
		await context.close();
		await site.stop();
	}
});
