import { describe, expect, test } from 'vitest';
import { decimalsOf, formatNumber, roundTo } from './number.ts';

describe('figures as Peru writes them', () => {
	test('comma between thousands, point before decimals', () => {
		expect(formatNumber(1234.5, 1)).toBe('1,234.5');
		expect(formatNumber(51481, 0)).toBe('51,481');
		expect(formatNumber(12345678.9, 2)).toBe('12,345,678.90');
		expect(formatNumber(999, 0)).toBe('999');
	});

	test('rounding is half away from zero, and never gives a negative zero', () => {
		expect(formatNumber(0.5, 0)).toBe('1');
		expect(formatNumber(-2.5, 0)).toBe('-3');
		expect(formatNumber(1.005, 2)).toBe('1.01');
		expect(formatNumber(-0.04, 1)).toBe('0.0');
		expect(roundTo(54.88885, 4)).toBe(54.8889);
	});

	test('without decimals it shows those that there are, four at most', () => {
		expect(formatNumber(14092 + 55.9)).toBe('14,147.9');
		expect(formatNumber(5592)).toBe('5,592');
		expect(formatNumber(100)).toBe('100');
		expect(formatNumber(2 / 3)).toBe('0.6667');
	});

	test('decimals are counted from the value', () => {
		expect(decimalsOf(43.2)).toBe(1);
		expect(decimalsOf(62)).toBe(0);
	});
});
