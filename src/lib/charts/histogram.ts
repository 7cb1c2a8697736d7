import { brief, number } from '#lib/words/number.ts';
import type { Builder } from './drawing.ts';
import { base, colours, textWidth } from './style.ts';
import { niceStep } from './scale.ts';

/** How many values lie from `from` up to `to` (not included, but for the last bin). */
export type Bin = { readonly from: number; readonly to: number; readonly count: number };

export type HistogramInput = {
	readonly bins: readonly Bin[];
	/** Which bin holds the own value. */
	readonly own: number | null;
	readonly ownName: string;
	readonly decimals: number;
};

/** Bins of more than two hundred values: equal steps, or 1-2-5 steps where values span hundredfold. */
export function binsOf(values: readonly number[]): Bin[] {
	if (values.length === 0) return [];
	const low = Math.min(...values);
	const high = Math.max(...values);
	const edges = low > 0 && high / low > 100 ? growingEdges(low, high) : equalEdges(low, high);
	return edges.slice(0, -1).map((from, index) => {
		const to = edges[index + 1] ?? from;
		const isLast = index === edges.length - 2;
		const count = values.filter(
			(value) => value >= from && (value < to || (isLast && value <= to))
		);
		return { from, to, count: count.length };
	});
}

/** `1,000 a 2,000`. */
export function binName({ from, to }: Bin, decimals: number): string {
	const places = Number.isInteger(from) && Number.isInteger(to) ? 0 : decimals;
	return `${number(from, places)} a ${number(to, places)}`;
}

/** How many municipalities there are in each band of values; the own band is highlighted. */
export const histogram: Builder<HistogramInput> = ({ bins, own, ownName, decimals }, size) => {
	const names = bins.map((bin) => binName(bin, decimals));
	const left = Math.max(...names.map((name) => textWidth(name, size))) + 10;
	const step = size.name === 'narrow' ? 28 : 24;

	return {
		height: bins.length * step + 12,
		option: {
			...base,
			grid: {
				left,
				right: own === null ? 46 : textWidth(`000: ${ownName}`, size),
				top: 6,
				bottom: 6
			},
			// Every bar says its count: an axis would only repeat it.
			xAxis: { type: 'value', show: false, min: 0 },
			yAxis: {
				type: 'category',
				inverse: true,
				data: names,
				axisLine: { lineStyle: { color: colours.tinta2 } },
				axisTick: { show: false },
				axisLabel: { interval: 0, color: colours.tinta, fontSize: size.text }
			},
			series: [
				{
					type: 'bar',
					silent: true,
					barWidth: step - 6,
					data: bins.map(({ count }, index) => ({
						value: count,
						itemStyle: { color: index === own ? colours.mio : colours.contexto },
						label: {
							show: true,
							position: 'right',
							formatter: index === own ? `${brief(count, 0)}: ${ownName}` : brief(count, 0),
							color: index === own ? colours.mio : colours.tinta,
							fontWeight: index === own ? 'bold' : 'normal',
							fontSize: size.text
						}
					}))
				}
			]
		}
	};
};

function equalEdges(low: number, high: number): number[] {
	const step = niceStep((high - low || 1) / 10);
	const first = Math.floor(low / step);
	const last = Math.max(Math.ceil(high / step), first + 1);
	return Array.from({ length: last - first + 1 }, (_, index) =>
		Number(((first + index) * step).toPrecision(12))
	);
}

function growingEdges(low: number, high: number): number[] {
	const start = Math.floor(Math.log10(low));
	const steps = Array.from({ length: 12 }, (_, power) =>
		[1, 2, 5].map((factor) => factor * 10 ** (start + power))
	).flat();
	const first = steps.findLastIndex((edge) => edge <= low);
	const last = steps.findIndex((edge) => edge >= high);
	return steps.slice(first, last + 1);
}
