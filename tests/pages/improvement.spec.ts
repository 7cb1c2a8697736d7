import { expect, test } from './test.ts';

test('the network changes by its improvement, the same on every page and in the data', async ({
	page,
	request
}) => {
	const answer = await request.get(
		'/api/v1/valores?indicador=IDX03&grupo=red-DEMO&periodo=2026-T3'
	);
	const { meta } = await answer.json();
	const headline = meta.grupo.valores.find((one: { dimension: string | null }) => !one.dimension);
	const points = Number(headline.valor).toFixed(1);
	expect(Number(points)).toBeGreaterThan(1);

	await page.goto('/?grupo=red-DEMO&trimestre=2026-T3');
	// Once in the sentence at the top, once in the line of the index; capitals do not count.
	await expect(page.getByText(`subió ${points} puntos desde el III trimestre 2025`)).toHaveCount(2);
});
