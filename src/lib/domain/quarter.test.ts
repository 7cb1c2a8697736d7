import { describe, expect, test } from 'vitest';
import {
	addQuarters,
	isQuarter,
	quarterEnd,
	quarterIndex,
	quarterName,
	quarterOfDate,
	quartersBetween
} from './quarter.ts';

describe('a quarter', () => {
	test('has one written form', () => {
		expect(isQuarter('2025-T3')).toBe(true);
		for (const other of ['2025-T5', '2025-T0', '2025T3', '2025-3', '1899-T4', '12025-T1', ''])
			expect(isQuarter(other)).toBe(false);
	});

	test('goes over the year in both directions', () => {
		expect(addQuarters('2025-T4', 1)).toBe('2026-T1');
		expect(addQuarters('2026-T1', -1)).toBe('2025-T4');
		expect(addQuarters('2026-T3', -8)).toBe('2024-T3');
		expect(quarterIndex('2026-T1') - quarterIndex('2025-T4')).toBe(1);
	});

	test('lists both ends, and nothing when the ends are turned', () => {
		expect(quartersBetween('2025-T3', '2026-T1')).toEqual(['2025-T3', '2025-T4', '2026-T1']);
		expect(quartersBetween('2026-T1', '2025-T3')).toEqual([]);
	});

	test('ends with its last month', () => {
		expect(quarterEnd('2025-T2')).toBe('2025-06-30');
		expect(quarterOfDate('2026-11-21')).toBe('2026-T4');
		expect(quarterOfDate('2026-01-01')).toBe('2026-T1');
	});

	test('is said with a Roman number', () => {
		expect(quarterName('2026-T3')).toBe('III trimestre 2026');
	});
});
