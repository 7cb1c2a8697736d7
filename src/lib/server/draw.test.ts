import { expect, test } from 'vitest';
import { bars } from '#lib/charts/bars.ts';
import { lines } from '#lib/charts/lines.ts';
import { draw } from './draw.ts';

test('a drawing shows every figure that it was given, and escapes names', () => {
	const rows = [
		{ name: 'Ilo <b>', value: 55.9442, own: false, provisional: true },
		{ name: 'Ate', value: 0, own: true, provisional: true }
	];
	const { narrow, wide } = draw(
		bars,
		{ rows, median: 27.9721, decimals: 1 },
		{ id: 'barras', title: 'Título' }
	);

	for (const svg of [narrow, wide]) {
		expect(svg).toContain('>55.9<');
		expect(svg).toContain('>0.0<');
		expect(svg).toContain('>mediana 28.0<');
		expect(svg).toContain('Ilo &lt;b&gt;');
		expect(svg).not.toMatch(/ style=|<style|ecmeta|<script/);
	}
});

test('the two sizes have ids of their own, and the same data the same bytes', () => {
	const input = {
		points: [
			{ period: '2026-T2', value: 1, provisional: false },
			{ period: '2026-T3', value: 2, provisional: false }
		],
		median: [],
		baseline: null,
		decimals: 0
	} as const;
	const first = draw(lines, input, { id: 'a', title: 't' });
	const second = draw(lines, input, { id: 'b', title: 't' });

	const ids = [
		...`${first.narrow}${first.wide}${second.narrow}${second.wide}`.matchAll(/ id="([^"]+)"/g)
	].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(second.wide).toBe(first.wide.replaceAll('a-b', 'b-b'));
});
