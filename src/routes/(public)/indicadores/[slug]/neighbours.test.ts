import { expect, test } from 'vitest';
import { neighbours } from './neighbours.ts';

const group = (values: (number | null)[]) =>
	values.map((value, index) => ({
		ubigeo: `99000${index + 1}`,
		value,
		state: value === null ? ('no_reporto' as const) : ('ok' as const)
	}));
const eight = group([80, 70, 60, 50, 40, 30, 20, 10]);
const values = (list: { value: number | null }[]) => list.map(({ value }) => value);

test('the two above and the two below stand beside one in the middle', () => {
	expect(values(neighbours(eight, '990004', 'higher'))).toEqual([70, 60, 50, 40, 30]);
});

test('nobody else of the lowest quarter is named where more is better', () => {
	expect(values(neighbours(eight, '990006', 'higher'))).toEqual([50, 40, 30]);
	expect(values(neighbours(eight, '990008', 'higher'))).toEqual([30, 10]);
});

test('where less is better the lowest quarter is the highest figures', () => {
	expect(values(neighbours(eight, '990003', 'lower'))).toEqual([40, 50, 60]);
});

test('a neutral indicator has no bottom', () => {
	expect(values(neighbours(eight, '990008', 'neutral'))).toEqual([30, 20, 10]);
});

test('there are no neighbours among fewer than five, nor for who did not report', () => {
	expect(neighbours(eight.slice(0, 4), '990001', 'higher')).toEqual([]);
	expect(neighbours(group([null, 5, 4, 3, 2, 1]), '990001', 'higher')).toEqual([]);
});

test('with fewer than eight nobody else below the middle is named', () => {
	expect(values(neighbours(group([50, 40, 30, 20, 10]), '990003', 'higher'))).toEqual([50, 40, 30]);
});
