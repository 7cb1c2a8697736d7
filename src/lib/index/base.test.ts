import { describe, expect, test } from 'vitest';
import { addQuarters, quartersBetween } from '../domain/quarter.ts';
import { baseQuarter, servesAsBase } from './base.ts';

describe('the base quarter', () => {
	test('serves when 60 % of the members have a complete index', () => {
		expect(servesAsBase(3, 5)).toBe(true);
		expect(servesAsBase(14, 24)).toBe(false);
		expect(servesAsBase(15, 24)).toBe(true);
		expect(servesAsBase(0, 0)).toBe(false);
	});

	test('is the first that serves, for itself and what follows', () => {
		const serving = quartersBetween('2024-T4', '2025-T2');
		expect(baseQuarter(serving, '2024-T4')).toBe('2024-T4');
		expect(baseQuarter(serving, '2026-T3')).toBe('2024-T4');
		expect(baseQuarter(serving, '2024-T3')).toBeUndefined();
	});

	test('starts anew after more than eight quarters without any that serves', () => {
		const first = '2000-T1';
		// Between them lie eight quarters, then nine.
		expect(baseQuarter([first, addQuarters(first, 9)], '2010-T1')).toBe(first);
		expect(baseQuarter([first, addQuarters(first, 10)], '2010-T1')).toBe('2002-T3');
		expect(baseQuarter([first, addQuarters(first, 10)], '2002-T2')).toBe(first);
	});

	test('does not mind the order in which quarters are given', () => {
		expect(baseQuarter(['2025-T2', '2024-T4', '2025-T1'], '2025-T2')).toBe('2024-T4');
	});
});
