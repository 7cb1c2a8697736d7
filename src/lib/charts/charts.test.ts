import { describe, expect, test } from 'vitest';
import { bars } from './bars.ts';
import { cleanSvg } from './clean.ts';
import { sizes, type Plan } from './drawing.ts';
import { binName, binsOf, histogram } from './histogram.ts';
import { lines } from './lines.ts';
import { niceRange, niceStep, rangeStep } from './scale.ts';
import { strip } from './strip.ts';
import { swarm } from './swarm.ts';

/** The drawn values of the last series of a plan. */
function drawn(plan: Plan): unknown[] {
	const series = [plan.option.series].flat().at(-1);
	const data = series && 'data' in series && Array.isArray(series.data) ? series.data : [];
	return data.map((item: { value: unknown }) => item.value);
}

describe('sorted bars', () => {
	const row = (name: string, value: number, own = false) => ({
		name,
		value,
		own,
		provisional: false
	});

	test('keep the order and the figures that they are given', () => {
		const plan = bars(
			{ rows: [row('Ilo', 12.5), row('Ate', 3, true)], median: null, decimals: 1 },
			sizes.wide
		);
		expect(drawn(plan)).toEqual([12.5, 3]);
		expect(plan.option.yAxis).toMatchObject({ data: ['Ilo', 'Ate'], inverse: true });
	});

	test('start at zero, unless something is below it', () => {
		const low = (values: number[]) =>
			bars(
				{ rows: values.map((value) => row('x', value)), median: null, decimals: 0 },
				sizes.narrow
			).option.xAxis;
		expect(low([50, 60])).toMatchObject({ min: 0 });
		expect(low([-5, 60])).not.toHaveProperty('min');
	});

	test('grow with their rows, so that no name is dropped', () => {
		const height = (count: number) =>
			bars(
				{
					rows: Array.from({ length: count }, (_, index) => row(`Lugar ${index}`, index)),
					median: null,
					decimals: 0
				},
				sizes.narrow
			).height;
		expect(height(30) - height(10)).toBe(20 * (sizes.narrow.text + 14));
	});
});

describe('a strip', () => {
	const input = {
		dots: [10, 20, 20, 30].map((value, index) => ({
			value,
			own: index === 3,
			provisional: index === 0
		})),
		ownName: 'Ilo',
		median: 20,
		decimals: 0
	};

	test('draws one dot for each value, equal ones beside each other', () => {
		const values = drawn(strip(input, sizes.wide)) as [number, number][];
		expect(values.map(([value]) => value)).toEqual([10, 20, 20, 30]);
		expect(values[1]?.[1]).not.toBe(values[2]?.[1]);
	});

	test('names nobody but the own one', () => {
		const text = JSON.stringify(strip(input, sizes.wide).option);
		expect(text).toContain('Ilo: 30');
		expect(text).toContain('mediana 20');
		expect(text.match(/formatter/g)).toHaveLength(2);
	});

	test('of equal values still has a scale', () => {
		const dots = [5, 5, 5].map((value) => ({ value, own: false, provisional: false }));
		const axis = strip({ dots, ownName: '', median: 5, decimals: 0 }, sizes.narrow).option.xAxis;
		expect(axis).toMatchObject({ min: 0, max: 6.25 });
	});

	test('moves dots to the first free lane', () => {
		expect(swarm([0, 5, 20, 24, 60], 10)).toEqual([0, 1, 0, 1, 0]);
		expect(swarm([10, 10, 10], 10)).toEqual([0, 1, -1]);
		expect(swarm([], 10)).toEqual([]);
	});
});

describe('a line of quarters', () => {
	const points = [
		{ period: '2025-T4', value: 40, provisional: true },
		{ period: '2026-T1', value: null, provisional: false },
		{ period: '2026-T2', value: 44, provisional: true }
	] as const;

	test('leaves a gap where nothing was reported', () => {
		const plan = lines({ points, median: [], baseline: null, decimals: 1 }, sizes.wide);
		expect(drawn(plan)).toEqual([40, null, 44]);
		expect([plan.option.series].flat()[0]).toMatchObject({ connectNulls: false });
	});

	test('marks the baseline only when it is among its quarters', () => {
		const marked = (baseline: '2025-T4' | '2020-T1') =>
			JSON.stringify(lines({ points, median: [], baseline, decimals: 1 }, sizes.wide).option);
		expect(marked('2025-T4')).toContain('línea de base');
		expect(marked('2020-T1')).not.toContain('línea de base');
	});

	test('puts several figures on the scale that they share', () => {
		const plan = lines(
			{ points, median: [], baseline: null, range: [0, 100], decimals: 1 },
			sizes.wide
		);
		expect(plan.option.yAxis).toMatchObject({ min: 0, max: 100 });
	});
});

describe('a histogram', () => {
	test('counts every value once', () => {
		const bins = binsOf([1, 2, 2, 3, 10]);
		expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
		expect(bins[0]).toEqual({ from: 1, to: 2, count: 1 });
		expect(bins.at(-1)).toEqual({ from: 9, to: 10, count: 1 });
	});

	test('grows its bins where values span a hundredfold', () => {
		const bins = binsOf([150, 900, 40_000]);
		expect(bins.map((bin) => binName(bin, 0))).toEqual([
			'100 a 200',
			'200 a 500',
			'500 a 1,000',
			'1,000 a 2,000',
			'2,000 a 5,000',
			'5,000 a 10,000',
			'10,000 a 20,000',
			'20,000 a 50,000'
		]);
		expect(bins.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 0, 0, 1]);
	});

	test('of nothing, or of one value', () => {
		expect(binsOf([])).toEqual([]);
		expect(binsOf([7])).toEqual([{ from: 7, to: 7.1, count: 1 }]);
	});

	test('draws the counts', () => {
		const bins = binsOf([1, 2, 2]);
		const plan = histogram({ bins, own: 0, ownName: 'Ilo', decimals: 0 }, sizes.narrow);
		expect(drawn(plan)).toEqual(bins.map(({ count }) => count));
	});
});

test('steps are 1, 2 or 5 times a power of ten', () => {
	expect([0.3, 1, 1.4, 23, 60].map(niceStep)).toEqual([0.5, 1, 2, 50, 100]);
	expect(niceStep(0)).toBe(1);
});

test('a range is divided evenly from end to end', () => {
	expect(rangeStep([0, 60])).toBe(20);
	expect(rangeStep([90, 100])).toBe(5);
	expect(rangeStep([640_000, 760_000])).toBe(20_000);
	expect(rangeStep([-5, 10])).toBe(5);
	expect(rangeStep([0, 7])).toBeUndefined();
});

test('a range leaves out what is missing and takes zero when it is near', () => {
	expect(niceRange([null, 10, 44])).toEqual([0, 60]);
	expect(niceRange([91, null, 98])).toEqual([90, 100]);
	expect(niceRange([null])).toEqual([0, 1]);
	expect(niceRange([0, 0])).toEqual([0, 1]);
	expect(niceRange([-3, 9])).toEqual([-5, 10]);
});

describe('a cleaned drawing', () => {
	const raw =
		'<svg width="360" height="50" xmlns="x" baseProfile="full">\n<rect width="360" height="50" x="0" y="0" fill="none"></rect>\n' +
		'<text style="font-size:12px;font-family:sans-serif;font-weight:bold;" class="zr3-cls-0">A &amp; B</text>\n' +
		'<path d="M1.23456 2L3 4" ecmeta_series_index="0" clip-path="url(#zr3-c0)" pointer-events="visible"></path>\n' +
		'<defs >\n<clipPath id="zr3-c0"></clipPath>\n</defs>\n<style ><![CDATA[\n.x{}\n]]>\n</style>\n</svg>';
	const svg = cleanSvg(raw, { id: 'f-a', title: 'Ilo < Ate', width: 360, height: 50 });

	test('has a role, a name and a size', () => {
		expect(svg).toMatch(
			/^<svg class="narrow" role="img" aria-labelledby="f-a-t" viewBox="0 0 360 50"/
		);
		expect(svg).toContain('<title id="f-a-t">Ilo &lt; Ate</title>');
	});

	test('has no inline style, no style element and nothing of the library', () => {
		expect(svg).not.toMatch(/style|ecmeta|zr\d|class="zr|pointer-events|font-family/);
		expect(svg).toContain('<text font-size="12" font-weight="bold">A &amp; B</text>');
	});

	test('keeps references together under ids of its own', () => {
		expect(svg).toContain('clip-path="url(#f-a-c0)"');
		expect(svg).toContain('id="f-a-c0"');
		expect(svg).toContain('d="M1.23 2L3 4"');
	});
});
