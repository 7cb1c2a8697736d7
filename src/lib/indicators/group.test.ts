import { describe, expect, test } from 'vitest';
import { findIndicator, groupValue } from './index.ts';
import type { MemberValue } from './types.ts';

function group(
	id: string,
	members: readonly Partial<MemberValue>[],
	{ size = members.length, dimension = '', parts = [] as Partial<MemberValue>[][] } = {}
) {
	const indicator = findIndicator(id);
	const measure = indicator?.measures.find((each) => each.dimension === dimension);
	if (!indicator || !measure) throw new Error(`${id} ${dimension}`);
	return groupValue(
		indicator,
		measure,
		members.map(member),
		size,
		parts.map((part) => part.map(member))
	);
}

function member(given: Partial<MemberValue>, index: number): MemberValue {
	const { value = null, numerator = null, denominator = null, state = 'ok' } = given;
	return { municipality: String(index), ...given, value, numerator, denominator, state };
}

/** The same members for every part that a measure pools. */
function partsOf(id: string, members: readonly Partial<MemberValue>[]): Partial<MemberValue>[][] {
	return (findIndicator(id)?.pools['']?.parts ?? []).map(() => [...members]);
}

describe('a ratio', () => {
	const two = [
		{ value: 50, numerator: 500, denominator: 10000 },
		{ value: 10, numerator: 10, denominator: 1000 }
	];

	test('is of the sums, never the mean of the ratios', () => {
		// 1000 × 510 ÷ 11000, not (50 + 10) ÷ 2.
		expect(group('MIC02', two).value).toBeCloseTo(46.363636, 6);
	});

	test('leaves out who lacks one of the two figures, and says how many it covers', () => {
		const found = group('MIC02', [...two, { value: null, numerator: 5, denominator: null }]);
		expect(found).toMatchObject({ covered: 2, size: 3, state: 'ok', numerator: 510 });
	});

	test('is hidden under 60 % of the members', () => {
		expect(group('MIC02', two, { size: 4 })).toMatchObject({
			value: null,
			numerator: null,
			covered: 2,
			state: 'oculto'
		});
		const three = [...two, ...two.slice(0, 1)];
		expect(group('MIC02', three, { size: 5 }).state).toBe('ok');
	});

	test('over nothing cannot be computed, and of nobody was not reported', () => {
		const zero = [{ value: null, numerator: 0, denominator: 0 }];
		expect(group('MIC02', zero)).toMatchObject({ value: null, state: 'no_calculable' });
		expect(group('MIC02', [{ state: 'no_reporto' }])).toMatchObject({
			value: null,
			state: 'no_reporto'
		});
	});
});

describe('sums and medians', () => {
	test('are of those that reported', () => {
		const members = [{ value: 100 }, { value: 30 }, { value: null }, { value: 20 }];
		expect(group('MIC01', members)).toMatchObject({ value: 150, covered: 3, size: 4 });
		expect(group('FON08', members).value).toBe(30);
	});
});

describe('the index of a group', () => {
	const complete = [
		{ value: 60, denominator: 3000 },
		{ value: 20, denominator: 1000 }
	];

	test('is the mean weighted by microenterprises', () => {
		expect(group('IDX02', complete)).toMatchObject({ value: 50, covered: 2 });
	});

	test('takes only complete values, and needs 60 % of the microenterprises', () => {
		const partial = { value: 90, denominator: 2000, state: 'parcial' } as const;
		expect(group('IDX02', [...complete, partial])).toMatchObject({
			value: 50,
			covered: 2,
			size: 3
		});
		const large = { ...partial, denominator: 3000 };
		expect(group('IDX02', [...complete, large])).toMatchObject({ value: null, state: 'oculto' });
	});

	test('counts who did not report by the microenterprises it is known to have', () => {
		const silent = (weight: number) => ({ state: 'no_reporto', weight }) as const;
		expect(group('IDX02', [...complete, silent(2000)]).value).toBe(50);
		expect(group('IDX02', [...complete, silent(4000)]).state).toBe('oculto');
	});

	test('counts who is of unknown size as an average member', () => {
		// Two of four members, average 2000 each: 4000 of 8000.
		expect(group('IDX02', complete, { size: 4 }).state).toBe('oculto');
		expect(group('IDX02', complete, { size: 3 }).state).toBe('ok');
	});
});

test('the gap that a group closed is that of its own index', () => {
	// From 40 to 70 among 3000, from 80 to 80 among 1000: the group goes from 50 to 72.5 of 100.
	const closed = [
		{ before: 40, now: 70, businesses: 3000 },
		{ before: 80, now: 80, businesses: 1000 }
	].map(({ before, now, businesses }) => ({
		value: (100 * (now - before)) / (100 - before),
		numerator: businesses * (now - before),
		denominator: businesses * (100 - before)
	}));
	expect(group('IDX04', closed).value).toBeCloseTo(45, 9);
});

describe('services, weighed by microenterprises', () => {
	const large = { value: 5, denominator: 9000 };
	const small = { value: 3, denominator: 100 };

	test('need 60 % of the members, however large those that report are', () => {
		expect(group('SRV07', [large], { size: 2 })).toMatchObject({ value: null, state: 'oculto' });
		const silent = { state: 'no_reporto', weight: 9000 } as const;
		const most = group('SRV07', [small, small, silent]);
		expect(most).toMatchObject({ value: 3, covered: 2, size: 3, state: 'ok' });
	});

	test('of nobody were not reported, which is not the same as hidden', () => {
		expect(group('SRV07', [{ state: 'no_reporto' }])).toMatchObject({ state: 'no_reporto' });
		expect(group('CTX07', [{ state: 'no_reporto' }])).toMatchObject({ state: 'no_reporto' });
		const told = [{ state: 'no_calculable' }, { state: 'no_reporto' }] as const;
		expect(group('SRV07', told)).toMatchObject({ value: null, covered: 0, state: 'oculto' });
		expect(group('IDX02', [{ value: 40, denominator: 10, state: 'parcial' }]).state).toBe('oculto');
	});
});

describe('what is pooled', () => {
	test('coverage of water and drainage is the lower of the two of the group', () => {
		const water = [
			{ value: 90, numerator: 900, denominator: 1000 },
			{ value: 10, numerator: 10, denominator: 100 }
		];
		const drainage = [
			{ value: 50, numerator: 500, denominator: 1000 },
			{ value: 90, numerator: 90, denominator: 100 }
		];
		// 910 ÷ 1100 and 590 ÷ 1100: the lower, and not 510 ÷ 1100 of the two lowest.
		const found = group('CTX05', [{ value: 50 }, { value: 10 }], { parts: [water, drainage] });
		expect(found.value).toBeCloseTo((100 * 590) / 1100, 9);
	});

	test('growth is of the sums of those as many years apart', () => {
		const growth = [
			{ value: 0, numerator: 1100, denominator: 1000 },
			{ value: 0, numerator: 550, denominator: 500 },
			{ value: 0, numerator: 9000, denominator: 100 }
		];
		const years = [{ value: 10 }, { value: 10 }, { value: 3 }];
		const found = group('CTX04', growth, { parts: [growth, years] });
		// (1650 ÷ 1500)^(1 ÷ 10) − 1 = 0.9577 %
		expect(found).toMatchObject({ covered: 2, size: 3 });
		expect(found.value).toBeCloseTo(0.957658, 5);
	});

	test('diversity is of all the microenterprises together', () => {
		const parts = findIndicator('MIC04')?.pools['']?.parts ?? [];
		const sectors = parts.map(([, code]) => {
			if (code === 'comercio')
				return [
					{ value: 1, numerator: 30 },
					{ value: 1, numerator: 0 }
				];
			if (code === 'pesca')
				return [
					{ value: 1, numerator: 0 },
					{ value: 1, numerator: 30 }
				];
			return [];
		});
		// Each lives of one sector; together they are half and half.
		expect(group('MIC04', [{ value: 0 }, { value: 0 }], { parts: sectors }).value).toBe(1);
	});

	test('loss follows from the recovery and the term of all the funds', () => {
		const recovered = [{ value: 95, numerator: 9500, denominator: 10000 }];
		const terms = [{ value: 6, numerator: 60000, denominator: 10000 }];
		const found = group('FON06', [{ value: 20 }], { parts: [recovered, terms] });
		expect(found.value).toBeCloseTo(20, 9);
	});

	test('was not reported when nobody did', () => {
		const nobody = [{ state: 'no_reporto' }] as const;
		for (const id of ['CTX05', 'MIC04', 'FON06'])
			expect(group(id, nobody, { parts: partsOf(id, nobody) }).state, id).toBe('no_reporto');
	});

	test('is hidden when its parts are not given', () => {
		expect(group('CTX05', [{ value: 50 }])).toMatchObject({ value: null, state: 'oculto' });
	});
});

test('context is weighed by people, not by microenterprises', () => {
	const members = [
		{ value: 4, denominator: 1000, weight: 50 },
		{ value: 8, denominator: null, weight: 5000 }
	];
	expect(group('CTX07', members, { size: 2 })).toMatchObject({ value: null, state: 'oculto' });
	expect(group('CTX07', members.slice(0, 1)).value).toBe(4);
});
