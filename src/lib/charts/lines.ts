import { isQuarter, quarterShortName } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { brief } from '#lib/words/number.ts';
import type { Builder } from './drawing.ts';
import { niceRange, rangeStep } from './scale.ts';
import { base, colours, mark, textWidth, valueAxis } from './style.ts';

export type LinePoint = {
	readonly period: Period;
	/** Null is a gap, never a zero. */
	readonly value: number | null;
	readonly provisional: boolean;
};

export type LinesInput = {
	/** Every period between the first and the last, the silent ones too. */
	readonly points: readonly LinePoint[];
	/** The median of the group at the same periods; empty when there is none. */
	readonly median: readonly (number | null)[];
	/** Period of comparison, marked when it is among the points. */
	readonly baseline: Period | null;
	/** The same scale for several figures of one page; from the points when absent. */
	readonly range?: readonly [number, number];
	readonly decimals: number;
};

/** One line of periods with a gap where nothing was reported and the last figure beside its end. */
export const lines: Builder<LinesInput> = ({ points, median, baseline, range, decimals }, size) => {
	const axis = valueAxis(size, decimals);
	const shown = shownLabels(points.length, size.name === 'narrow' ? 3 : 8);
	const scale = range ?? niceRange([...points.map(({ value }) => value), ...median]);
	const widest = Math.max(...scale.map((value) => textWidth(brief(value, decimals), size)));
	const last = points.findLastIndex(({ value }) => value !== null);
	const lastMedian = median.findLastIndex((value) => value !== null);
	const hasBase = baseline !== null && points.some(({ period }) => period === baseline);
	const right =
		lastMedian >= 0
			? textWidth(`mediana ${brief(median[lastMedian] ?? 0, decimals)}`, size) + 12
			: Math.max(34, textWidth(brief(points[last]?.value ?? 0, decimals), size) + 20);

	return {
		height: size.name === 'narrow' ? 230 : 260,
		option: {
			...base,
			grid: {
				left: widest + 14,
				right,
				top: hasBase ? size.text + 22 : 14,
				bottom: size.text + 22
			},
			xAxis: {
				type: 'category',
				boundaryGap: false,
				data: points.map(({ period }) => (isQuarter(period) ? quarterShortName(period) : period)),
				axisLine: { lineStyle: { color: colours.tinta2 } },
				axisTick: { show: false },
				axisLabel: {
					margin: 12,
					color: colours.tinta2,
					fontSize: size.text,
					interval: (index: number) => shown.has(index)
				}
			},
			yAxis: { ...axis, min: scale[0], max: scale[1], interval: rangeStep(scale), splitNumber: 3 },
			series: [
				...(lastMedian < 0
					? []
					: [
							{
								type: 'line' as const,
								silent: true,
								symbol: 'none',
								lineStyle: { color: colours.contexto, width: 2, type: 'dashed' as const },
								data: [...median],
								endLabel: {
									show: true,
									formatter: `mediana ${brief(median[lastMedian] ?? 0, decimals)}`,
									color: colours.tinta2,
									fontSize: size.text,
									distance: 8
								},
								labelLayout: { moveOverlap: 'shiftY' as const }
							}
						]),
				{
					type: 'line',
					silent: true,
					showAllSymbol: true,
					symbol: 'circle',
					symbolSize: 9,
					connectNulls: false,
					lineStyle: { color: colours.marca, width: 2.5 },
					data: points.map(({ value, provisional }, index) => ({
						value,
						itemStyle: mark(colours.marca, provisional, 2),
						...(index === last &&
							value !== null && {
								label: {
									show: true,
									position: 'right',
									distance: 8,
									formatter: brief(value, decimals),
									color: colours.marca,
									fontWeight: 'bold',
									fontSize: size.text
								}
							})
					})),
					labelLayout: { moveOverlap: 'shiftY' as const },
					...(hasBase && {
						markLine: {
							silent: true,
							symbol: 'none',
							lineStyle: { color: colours.tinta2, width: 1, type: 'dotted' },
							label: {
								position: 'end',
								distance: 12,
								align: points[0]?.period === baseline ? 'left' : 'center',
								formatter: 'línea de base',
								color: colours.tinta2,
								fontSize: size.text
							},
							data: [{ xAxis: points.findIndex(({ period }) => period === baseline) }]
						}
					})
				}
			]
		}
	};
};

// The last one and every n-th before it: labels stay horizontal and apart.
function shownLabels(count: number, most: number): Set<number> {
	const step = Math.max(1, Math.ceil((count - 1) / (most - 1)));
	return new Set(
		Array.from({ length: count }, (_, index) => index).filter(
			(index) => (count - 1 - index) % step === 0
		)
	);
}
