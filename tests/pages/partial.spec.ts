import { expect, test } from './test.ts';

test('a partial index is shown, and its change is not', async ({ page, request }) => {
	const answer = await request.get(
		'/api/v1/valores?indicador=IDX02&grupo=red-DEMO&periodo=2026-T3'
	);
	const { datos } = await answer.json();
	type Value = { municipio: string; dimension: string | null; estado: string };
	const partial = datos.filter((one: Value) => !one.dimension && one.estado === 'parcial');
	expect(partial.length).toBeGreaterThan(0);

	await page.goto('/indicadores/indice-idel?grupo=red-DEMO&trimestre=2026-T3');
	for (const { municipio } of partial) {
		const row = page.locator('#lista tr', { has: page.locator(`a[href*="/${municipio}-"]`) });
		await expect(row.locator('td.value')).toContainText(/\d/);
		await expect(row.locator('td.number')).toHaveText('');
	}
});
