import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

const size = { width: 108, height: 28 };

test('a sparkline runs from the lowest to the highest value', () => {
	const { runs, end } = sparkline([0, 5, 10], size);
	expect(runs).toEqual([{ d: 'M4 24L54 14L104 4' }]);
	expect(end).toEqual({ x: 104, y: 4 });
});

test('a missing value is a gap, and a value alone a dot', () => {
	const { runs, end } = sparkline([10, null, 0, 5, null], size);
	expect(runs).toEqual([{ d: 'M4 4h0' }, { d: 'M54 24L79 14' }]);
	expect(end).toEqual({ x: 79, y: 14 });
});

test('equal values are a level line; no value draws nothing', () => {
	expect(sparkline([3, 3], size).runs).toEqual([{ d: 'M4 14L104 14' }]);
	expect(sparkline([null, null], size)).toEqual({ runs: [], end: null });
	expect(sparkline([], size)).toEqual({ runs: [], end: null });
});
