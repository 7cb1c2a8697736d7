import { describe, expect, test } from 'vitest';
import type { Period } from '#lib/domain/period.ts';
import { spanFor } from '#lib/server/queries/as-of.ts';
import { figureAt, type Stored } from './figure-at.ts';
import { periodsShown, pointsAt } from './periods.ts';

function stored(period: Period, value: number | null): Stored {
	const state = value === null ? 'no_calculable' : 'ok';
	return { period, value, state, flags: [], provisional: false };
}

const yearly = { frequency: 'year', staleAfter: 5 } as const;
const quarterly = { frequency: 'quarter', staleAfter: 5 } as const;

describe('the figure at a quarter', () => {
	test('is that of the quarter alone, for quarterly indicators', () => {
		const series = [stored('2026-T1', 4), stored('2026-T2', 5)];
		expect(figureAt(series, spanFor(quarterly, '2026-T2')).value).toBe(5);
		expect(figureAt(series, spanFor(quarterly, '2026-T3'))).toMatchObject({
			period: null,
			value: null,
			state: 'no_reporto'
		});
	});

	test('is that of the newest year with one, which says its year', () => {
		const series = [stored('2023', 7), stored('2025', 8), stored('2026', null)];
		expect(figureAt(series, spanFor(yearly, '2026-T3'))).toMatchObject({
			period: '2025',
			value: 8
		});
		expect(figureAt(series, spanFor(yearly, '2024-T4'))).toMatchObject({
			period: '2023',
			value: 7
		});
	});

	test('has expired after the years it serves, and is no figure then', () => {
		const series = [stored('1999', 7)];
		expect(figureAt(series, spanFor(yearly, '2004-T4')).value).toBe(7);
		expect(figureAt(series, spanFor(yearly, '2005-T1'))).toMatchObject({
			period: '1999',
			value: null,
			state: 'vencido'
		});
	});

	test('keeps the reason of the newest when none has a value', () => {
		const series = [stored('2025', null)];
		expect(figureAt(series, spanFor(yearly, '2026-T3')).state).toBe('no_calculable');
	});
});

describe('the periods of a figure', () => {
	test('are two years of quarters, from the first with a figure of anybody', () => {
		const series = [[stored('2026-T1', 4)], [stored('2025-T4', 3), stored('2026-T3', 5)]];
		expect(periodsShown(quarterly, series, '2026-T3')).toEqual([
			'2025-T4',
			'2026-T1',
			'2026-T2',
			'2026-T3'
		]);
		const long = [[stored('1999-T3', 1), stored('2024-T4', 2), stored('2026-T3', 5)]];
		expect(periodsShown(quarterly, long, '2026-T3')).toHaveLength(8);
	});

	test('are the years that are still valid, and the silent ones between', () => {
		const series = [
			[stored('2019', 1), stored('2022', 4)],
			[stored('2024', 3), stored('2027', 9)]
		];
		expect(periodsShown(yearly, series, '2026-T3')).toEqual(['2022', '2023', '2024']);
	});

	test('leave a gap where nothing is stored', () => {
		expect(pointsAt([stored('2026-T1', 4)], ['2026-T1', '2026-T2'])).toMatchObject([
			{ value: 4, state: 'ok' },
			{ value: null, state: 'no_reporto' }
		]);
	});
});
