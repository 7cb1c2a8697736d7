import type { Drawing, FigureCell, FigureTable } from '#lib/charts/drawing.ts';
import { lines, type LinePoint } from '#lib/charts/lines.ts';
import { niceRange } from '#lib/charts/scale.ts';
import { isQuarter, quartersBetween, type Quarter } from '#lib/domain/quarter.ts';
import { periodName, type Period } from '#lib/domain/period.ts';
import { number } from '#lib/words/number.ts';
import { draw } from '../draw.ts';

type Point = {
	readonly period: Period;
	readonly value: number | null;
	readonly provisional: boolean;
};

type Shown = {
	id: string;
	title: string;
	points: readonly Point[];
	/** The median of the group by period, where there is one. */
	medians?: ReadonlyMap<string, number | null>;
	baseline: Period | null;
	decimals: number;
	range?: readonly [number, number];
	/** Where each figure of the two columns comes from. */
	origins?: readonly ((period: Period) => string)[];
	/** How the two columns of figures are called. */
	columns: readonly [own: string, median: string];
};

/** A line of periods with its table: the same numbers, silent periods as «Sin dato». */
export function seriesFigure(shown: Shown): {
	drawing: Drawing;
	table: FigureTable;
	startsAtZero: boolean;
} | null {
	const {
		id,
		title,
		medians = new Map(),
		baseline,
		decimals,
		range,
		columns,
		origins = []
	} = shown;
	const points = withSilence(shown.points);
	if (points.filter(({ value }) => value !== null).length < 2) return null;

	const median = points.map(({ period }) => medians.get(period) ?? null);
	const hasMedian = median.some((value) => value !== null);
	const input = { points, median: hasMedian ? median : [], baseline, decimals, range };
	const [floor] = range ?? niceRange([...points.map(({ value }) => value), ...median]);

	return {
		drawing: draw(lines, input, { id, title }),
		startsAtZero: floor <= 0,
		table: {
			columns: ['Periodo', columns[0], ...(hasMedian ? [columns[1]] : [])],
			rows: points.map(({ period, value }, index) => ({
				label: `${periodName(period)}${period === baseline ? ' (línea de base)' : ''}`,
				cells: [
					cell(value, decimals, origins[0]?.(period)),
					...(hasMedian ? [cell(median[index] ?? null, decimals, origins[1]?.(period))] : [])
				]
			}))
		}
	};
}

/** The quarter shown ends the line, also when nothing came for it: the silence is seen. */
export function untilQuarter<Point extends { period: string }>(
	points: readonly Point[],
	quarter: Quarter
): (Point | Silence)[] {
	if (points.length === 0 || points.some(({ period }) => period === quarter)) return [...points];
	return [...points, { period: quarter, value: null, provisional: false }];
}

type Silence = { period: Quarter; value: null; provisional: false };

/** Every period between the first and the last: quarters without a gap, or years as they come. */
export function withSilence(points: readonly Point[]): LinePoint[] {
	const first = points[0]?.period;
	const last = points.at(-1)?.period;
	if (first === undefined || last === undefined) return [];
	const periods: Period[] =
		isQuarter(first) && isQuarter(last)
			? quartersBetween(first, last)
			: Array.from(
					{ length: Number(last) - Number(first) + 1 },
					(_, step): Period => `${Number(first) + step}`
				);
	const known = new Map(points.map((point) => [point.period, point]));
	return periods.map((period) => known.get(period) ?? { period, value: null, provisional: false });
}

function cell(value: number | null, decimals: number, origin?: string): FigureCell {
	return value === null
		? { text: 'Sin dato', missing: true }
		: { text: number(value, decimals), origin };
}
