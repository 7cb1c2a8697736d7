import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quartileOf, standings, type Competitor } from './rank.ts';
import { median, summarise } from './summary.ts';

function competitors(...values: (number | null)[]): Competitor[] {
	return values.map((value, index) => ({ key: String(index), value, complete: true }));
}

const ranks = (given: readonly Competitor[], direction: 'higher' | 'lower' = 'higher') =>
	standings(given, direction).map(({ rank }) => rank);

describe('places', () => {
	test('are shared by equals, and the next one counts them (1, 2, 2, 4)', () => {
		expect(ranks(competitors(50, 40, 40, 30, 20))).toEqual([1, 2, 2, 4, 5]);
	});

	test('put the smallest first where less is better', () => {
		expect(ranks(competitors(50, 40, 40, 30, 20), 'lower')).toEqual([5, 3, 3, 2, 1]);
	});

	test('are not given to who did not report, nor to partial values', () => {
		const given = [...competitors(50, null, 40, 30, 20, 10)];
		given[2] = { key: '2', value: 40, complete: false };
		expect(ranks([...given, { key: '6', value: 5, complete: true }])).toEqual([
			1,
			null,
			null,
			2,
			3,
			4,
			5
		]);
	});

	test('are hidden when fewer than five are ranked', () => {
		expect(ranks(competitors(4, 3, 2, 1))).toEqual([null, null, null, null]);
	});

	test('treat figures that differ only in the last digits of a double as equal', () => {
		expect(ranks(competitors(0.3, 0.1 + 0.2, 0.2, 0.1, 0))).toEqual([1, 1, 3, 4, 5]);
	});

	test('are one more than how many do better, however many there are', () => {
		const values = fc.array(
			fc.oneof(
				fc.integer({ min: -9, max: 9 }),
				fc.double({ noNaN: true, noDefaultInfinity: true })
			),
			{
				minLength: 5,
				maxLength: 60
			}
		);
		fc.assert(
			fc.property(values, (given) => {
				const better = given.map((one) => given.filter((other) => other - one > 1e-9).length);
				const worse = given.map((one) => given.filter((other) => one - other > 1e-9).length);
				const found = standings(competitors(...given), 'higher');
				expect(found.map(({ rank }) => rank)).toEqual(better.map((count) => count + 1));
				expect(found.map(({ percentile }) => percentile)).toEqual(
					worse.map((count) => (100 * count) / (given.length - 1))
				);
			})
		);
	});

	test('tell the share of the others that do worse', () => {
		const found = standings(competitors(50, 40, 30, 20, 10), 'higher');
		expect(found.map(({ percentile }) => percentile)).toEqual([100, 75, 50, 25, 0]);
	});
});

describe('quarters of the list', () => {
	test('need eight', () => {
		expect(quartileOf(1, 7)).toBeNull();
		expect([1, 2, 3, 4, 5, 6, 7, 8].map((rank) => quartileOf(rank, 8))).toEqual([
			1, 1, 2, 2, 3, 3, 4, 4
		]);
	});

	test('are ceil(4 × place ÷ n)', () => {
		// 4 × 3 ÷ 10 = 1.2 and 4 × 5 ÷ 10 = 2.
		expect([quartileOf(3, 10), quartileOf(5, 10)]).toEqual([2, 2]);
	});
});

describe('summary', () => {
	test('leaves out who did not report', () => {
		expect(summarise([4, null, 1, 3, 2])).toEqual({
			count: 4,
			lowest: 1,
			firstQuartile: 1.75,
			median: 2.5,
			thirdQuartile: 3.25,
			highest: 4
		});
		expect(median([null, null])).toBeNull();
		expect(summarise([])).toBeUndefined();
	});
});

test('who did not report changes nobody’s place', () => {
	const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 30 });
	fc.assert(
		fc.property(values, (some) => {
			const given = competitors(...some);
			const silent = { key: 'silent', value: null, complete: true };
			expect(standings([...given, silent], 'higher').slice(0, -1)).toEqual(
				standings(given, 'higher')
			);
		})
	);
});
