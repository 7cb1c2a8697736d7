import { describe, expect, test } from 'vitest';
import { sizes } from '#lib/charts/drawing.ts';
import { draw } from '#lib/server/draw.ts';
import type { MultiplesInput } from './multiples-layout.ts';
import { multiples, silenceIn } from './multiples.ts';

const point = (value: number | null, provisional = false) => ({ value, provisional });

const input: MultiplesInput = {
	form: 'line',
	labels: ['T1 2026', 'T2 2026', 'T3 2026'],
	panels: [
		{ name: 'Ilo', invented: false, silence: '', points: [point(4), point(null), point(6, true)] },
		{
			name: 'Villa <b>Alborada</b>',
			invented: true,
			silence: 'Sin dato: no informó',
			points: [point(null), point(null), point(null)]
		}
	],
	range: [0, 10],
	decimals: 0,
	everyMark: false
};

describe('small multiples', () => {
	test('share one scale', () => {
		for (const size of Object.values(sizes))
			expect(multiples(input, size).option.yAxis).toMatchObject([
				{ min: 0, max: 10 },
				{ min: 0, max: 10 }
			]);
	});

	test('stand beside each other, and in a column on a telephone', () => {
		const left = (size: 'narrow' | 'wide') => {
			const { grid } = multiples(input, sizes[size]).option;
			return Array.isArray(grid) ? new Set(grid.map((one) => one.left)).size : 0;
		};
		expect(left('wide')).toBe(2);
		expect(left('narrow')).toBe(1);
	});

	test('draw a gap where nothing was reported, and a hollow mark where it is provisional', () => {
		expect(multiples(input, sizes.wide).option.series).toMatchObject([
			{ data: [{ value: 4 }, null, { value: 6, itemStyle: { color: '#fff' } }] },
			{ data: [null, null, null] }
		]);
	});

	test('say who is silent and who is invented', () => {
		const { wide } = draw(multiples, input, { id: 'prueba', title: 'Prueba' });
		expect(wide).toContain('Sin dato: no informó');
		expect(wide).toContain('cifras inventadas');
	});

	test('break a long reason that a telephone has no room for', () => {
		const reason = 'Sin dato: no se puede calcular';
		expect(silenceIn(reason, 600, sizes.wide)).toBe(reason);
		expect(silenceIn(reason, 200, sizes.narrow)).toBe('Sin dato:\nno se puede calcular');
	});

	test('print a name as text, never as marks of a page', () => {
		for (const form of ['line', 'bar'] as const) {
			const drawn = draw(multiples, { ...input, form }, { id: form, title: 'Prueba' });
			expect(drawn.narrow + drawn.wide).not.toContain('<b>');
			expect(drawn.wide).toContain('Villa');
		}
	});

	test('write «sin dato» where a category has none', () => {
		const { wide } = draw(multiples, { ...input, form: 'bar' }, { id: 'barras', title: 'Prueba' });
		expect(wide).toContain('>sin dato<');
	});
});
