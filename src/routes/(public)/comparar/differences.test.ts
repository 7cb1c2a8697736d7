import { describe, expect, test } from 'vitest';
import type { State } from '#lib/indicators/types.ts';
import { gapOf, sortDifferences, type Difference } from './differences.ts';
import type { FigureAt } from './figure-at.ts';
import { everyCompared, type Compared } from './measures.ts';

function figure(value: number | null, state: State = value === null ? 'no_reporto' : 'ok') {
	return { period: '2026-T3', value, state, flags: [], provisional: true } satisfies FigureAt;
}

function compared(title: string): Compared {
	const [first] = everyCompared;
	if (!first) throw new Error('Nothing is compared.');
	return { ...first, title };
}

describe('the difference', () => {
	test('goes from the highest to the lowest, and is a share of the highest', () => {
		expect(gapOf([figure(20), figure(50), figure(40)])).toEqual({ low: 20, high: 50, share: 0.6 });
	});

	test('takes no blank for a zero, and a zero for a figure', () => {
		expect(gapOf([figure(20), figure(null), figure(25)])).toEqual({
			low: 20,
			high: 25,
			share: 0.2
		});
		expect(gapOf([figure(0), figure(4)])).toEqual({ low: 0, high: 4, share: 1 });
		expect(gapOf([figure(0), figure(0)])).toEqual({ low: 0, high: 0, share: 0 });
	});

	test('needs two complete figures', () => {
		expect(gapOf([figure(20), figure(null)])).toBeNull();
		expect(gapOf([figure(20), figure(30, 'parcial')])).toBeNull();
		expect(gapOf([])).toBeNull();
	});

	test('is no share of anything with zero in between', () => {
		expect(gapOf([figure(-2), figure(3)])).toEqual({ low: -2, high: 3, share: null });
		expect(gapOf([figure(-2), figure(-8)])).toEqual({ low: -8, high: -2, share: 0.75 });
	});
});

describe('the table of differences', () => {
	const row = (title: string, values: (number | null)[]): Difference => {
		const figures = values.map((value) => figure(value));
		return { compared: compared(title), figures, gap: gapOf(figures) };
	};
	const rows = [
		row('Ñandúes', [1, null]),
		row('Óxido', [-1, 1]),
		row('Zona', [1, 2]),
		row('Nodo', [1, 4]),
		row('Antes', [2, 4])
	];
	const titles = (sorted: readonly Difference[]) => sorted.map(({ compared: { title } }) => title);

	test('starts with the widest; without share, and without difference, come last', () => {
		expect(titles(sortDifferences(rows, 'diferencia'))).toEqual([
			'Nodo',
			'Zona',
			'Antes',
			'Óxido',
			'Ñandúes'
		]);
	});

	test('is sorted by name as Spanish sorts, or left by theme', () => {
		expect(titles(sortDifferences(rows, 'nombre'))).toEqual([
			'Antes',
			'Nodo',
			'Ñandúes',
			'Óxido',
			'Zona'
		]);
		expect(titles(sortDifferences(rows, 'tema'))).toEqual(titles(rows));
	});
});
