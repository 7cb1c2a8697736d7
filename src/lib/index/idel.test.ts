import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryOrder, type ServiceCategory } from '#lib/domain/codes.ts';
import { arithmeticMean, geometricMean, normalise } from './aggregate.ts';
import { composite, scoresOf, subIndices, type Offering, type Supply } from './idel.ts';
import { improvement, sizeEffect } from './improve.ts';
import { defaultMethod, type IdelMethod } from './method.ts';

const method = defaultMethod;

function indexOf(supply: Supply, by: IdelMethod = method) {
	return composite(subIndices(supply, by), by);
}

const none: Offering = { offers: 0, types: 0 };
const one: Offering = { offers: 1, types: 1 };

function everywhere(offering: Offering, businesses: number | null = 3000): Supply {
	return {
		businesses,
		categories: { FIN: offering, TEC: offering, MER: offering, CAP: offering, ASI: offering }
	};
}

describe('a category', () => {
	test('with one service of one type among 3000 scores 43.8889', () => {
		// A = 1, V = 1 ÷ 4, D = (1000 ÷ 3000) ÷ 5; 100 × (1 + 0.25 + 0.066667) ÷ 3
		const [found] = Object.values(subIndices(everywhere(one), method));
		expect(found?.value).toBeCloseTo(43.888889, 6);
	});

	test('divides by no fewer than 500 microenterprises', () => {
		expect(scoresOf(one, 100, method).D).toBeCloseTo(0.4, 12);
		expect(scoresOf(one, 0, method).D).toBeCloseTo(0.4, 12);
	});

	test('without any active service scores 0 in everything', () => {
		expect(scoresOf({ offers: 0, types: 3 }, 3000, method)).toEqual({ A: 0, V: 0, D: 0 });
	});

	test('of unknown microenterprises is the mean of the other two parts, and partial', () => {
		const found = subIndices({ businesses: null, categories: { FIN: one } }, method).FIN;
		expect(found).toMatchObject({ value: 62.5, partial: true, scores: { D: null } });
	});

	test('is cut at its goalposts', () => {
		expect(normalise(9, { low: 0, high: 5 })).toBe(1);
		expect(normalise(-1, { low: 0, high: 5 })).toBe(0);
	});
});

describe('the index', () => {
	test('does not exist with three categories, and is partial with four', () => {
		const { FIN, TEC, MER, CAP } = everywhere(one).categories;
		expect(indexOf({ businesses: 3000, categories: { FIN, TEC, MER } }).value).toBeNull();
		expect(indexOf({ businesses: 3000, categories: { FIN, TEC, MER, CAP } })).toMatchObject({
			partial: true,
			known: 4
		});
	});

	test('with one empty category keeps a geometric mean above zero', () => {
		const supply = { ...everywhere(one), categories: { ...everywhere(one).categories, TEC: none } };
		const found = indexOf(supply);
		// S′ = 1 + 0.99 × 43.888889 = 44.45; G = 44.45^(4/5)
		expect(found.geometric).toBeCloseTo(44.45 ** 0.8, 6);
		expect(found.balance).toBeCloseTo(44.45 ** 0.8 / ((4 * 44.45 + 1) / 5), 6);
	});

	test('of nothing at all is 0, and even', () => {
		expect(indexOf(everywhere(none))).toMatchObject({ value: 0, geometric: 1, balance: 1 });
	});
});

describe('the change', () => {
	const before: Supply = {
		businesses: 2000,
		categories: { ...everywhere(one).categories, TEC: none }
	};

	test('uses the later number of microenterprises in both quarters', () => {
		const found = improvement(everywhere(one, 3000), before, method);
		// Only TEC moves: 43.888889 ÷ 5.
		expect(found?.delta).toBeCloseTo(8.777778, 6);
		expect(found?.contributions.TEC?.total).toBeCloseTo(8.777778, 6);
		expect(found?.contributions.FIN?.total).toBe(0);
	});

	test('shows apart what the number of microenterprises did', () => {
		// D of each category: (1 ÷ 3 − 1 ÷ 2) ÷ 5 = −1 ÷ 30, a third of it in points.
		expect(sizeEffect(everywhere(one, 3000), 2000, method)).toBeCloseTo(-100 / 90, 9);
		expect(sizeEffect(everywhere(one, 3000), null, method)).toBeNull();
	});

	test('leaves out a category that was not reported before', () => {
		const { FIN, TEC, MER, CAP } = everywhere(one).categories;
		const four = { businesses: 3000, categories: { FIN, TEC, MER, CAP } };
		const found = improvement(everywhere(one), four, method);
		expect(found).toMatchObject({ delta: 0, partial: true });
		expect(found?.contributions.ASI).toBeUndefined();
	});

	test('does not exist with three categories in common', () => {
		const { FIN, TEC, MER } = everywhere(one).categories;
		const three = { businesses: 3000, categories: { FIN, TEC, MER } };
		expect(improvement(everywhere(one), three, method)).toBeNull();
	});

	test('leaves density out of both when the later microenterprises are unknown', () => {
		const found = improvement(everywhere(one, null), before, method);
		// A and V only: S = 62.5, and only TEC moves.
		expect(found).toMatchObject({ partial: true });
		expect(found?.delta).toBeCloseTo(12.5, 9);
	});
});

const offering = fc
	.record({ offers: fc.nat({ max: 40 }), types: fc.nat({ max: 4 }) })
	.map(({ offers, types }) => ({ offers, types: Math.min(offers, types) }));
const categories = fc.record(
	Object.fromEntries(categoryOrder.map((code) => [code, offering])) as Record<
		ServiceCategory,
		typeof offering
	>,
	{ requiredKeys: [] }
);
const supply: fc.Arbitrary<Supply> = fc.record({
	businesses: fc.option(fc.nat({ max: 200_000 })),
	categories
});

describe('always', () => {
	test('the index stays between 0 and 100, and the geometric mean under the arithmetic one', () => {
		fc.assert(
			fc.property(supply, (any) => {
				const { value, geometric, balance } = indexOf(any);
				if (value === null) return geometric === null && balance === null;
				const inside = value >= 0 && value <= 100 + 1e-9;
				return inside && (balance ?? 2) <= 1 + 1e-12 && (geometric ?? 0) >= 1 - 1e-12;
			})
		);
	});

	test('contributions add up to the change, under any weights', () => {
		const weight = fc.double({ min: 0.01, max: 9, noNaN: true });
		fc.assert(
			fc.property(supply, supply, weight, weight, (now, before, first, second) => {
				const weighed: IdelMethod = {
					...method,
					categoryWeights: { ...method.categoryWeights, TEC: first },
					componentWeights: { ...method.componentWeights, D: second }
				};
				const found = improvement(now, before, weighed);
				if (!found) return true;
				const parts = Object.values(found.contributions);
				const total = parts.reduce((sum, part) => sum + part.total, 0);
				return Math.abs(total - found.delta) < 1e-9;
			})
		);
	});

	test('weights count only against each other', () => {
		fc.assert(
			fc.property(supply, fc.double({ min: 0.1, max: 50, noNaN: true }), (any, factor) => {
				const scaled: IdelMethod = {
					...method,
					categoryWeights: {
						FIN: factor,
						TEC: factor,
						MER: factor,
						CAP: factor,
						ASI: factor
					},
					componentWeights: { A: factor, V: factor, D: factor }
				};
				const [usual, other] = [indexOf(any).value, indexOf(any, scaled).value];
				return usual === null ? other === null : Math.abs(usual - (other ?? NaN)) < 1e-9;
			})
		);
	});

	test('means: geometric at most arithmetic', () => {
		const parts = fc.array(
			fc.record({
				value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
				weight: fc.double({ min: 0.01, max: 10, noNaN: true })
			}),
			{ minLength: 1 }
		);
		fc.assert(
			fc.property(parts, (some) => {
				const [high, low] = [arithmeticMean(some) ?? NaN, geometricMean(some) ?? NaN];
				return low <= high * (1 + 1e-9);
			})
		);
	});
});
