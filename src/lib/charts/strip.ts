import type { ScatterSeriesOption } from 'echarts';
import { brief } from '#lib/words/number.ts';
import type { Builder, Size } from './drawing.ts';
import { niceStep } from './scale.ts';
import { base, colours, labelAlign, labelSide, mark, valueAxis } from './style.ts';
import { swarm } from './swarm.ts';

export type StripInput = {
	/** One dot each, without names: only the own one is labelled. Two hundred at most. */
	readonly dots: readonly {
		readonly value: number;
		readonly own: boolean;
		readonly provisional: boolean;
	}[];
	/** How the own dot is called, `Ilo`. */
	readonly ownName: string;
	readonly median: number | null;
	readonly decimals: number;
};

const radius = { narrow: 6, wide: 6 } as const;

/** Where everybody stands, as dots on one line: no names and no order, the median as a tick. */
export const strip: Builder<StripInput> = ({ dots, ownName, median, decimals }, size) => {
	const values = dots.map(({ value }) => value);
	const [low, high] = padded(values);
	const side = size.name === 'narrow' ? 22 : 30;
	const share = (value: number) => (value - low) / (high - low || 1);
	const dot = radius[size.name] * 2 + 2;
	const lanes = swarm(
		values.map((value) => share(value) * (size.width - 2 * side)),
		dot
	);
	const reach = Math.max(1, ...lanes.map(Math.abs)) + 0.5;
	const own = dots.findIndex((one) => one.own);
	const mine = dots[own];
	const top = own < 0 ? 8 : size.text + 14;
	const field = Math.ceil(2 * reach * dot);
	const axisSpace = size.text + 14;
	const medianSpace = median === null ? 0 : size.text + 10;

	return {
		height: top + field + medianSpace + axisSpace,
		option: {
			...base,
			grid: { left: side, right: side, top, height: field + medianSpace },
			xAxis: { ...valueAxis(size, decimals), min: low, max: high },
			// The median's word has the lowest part of the field for itself.
			yAxis: {
				type: 'value',
				show: false,
				min: -reach - medianSpace / dot,
				max: reach
			},
			series: [
				{
					type: 'scatter',
					silent: true,
					data: dots.map(({ value, own: isOwn, provisional }, index) => ({
						value: [value, lanes[index] ?? 0],
						symbolSize: isOwn ? dot + 2 : dot - 2,
						itemStyle: mark(isOwn ? colours.mio : colours.contexto, provisional, isOwn ? 3.5 : 1.5),
						z: isOwn ? 3 : 2
					})),
					markLine: {
						silent: true,
						symbol: 'none',
						data: [
							...(median === null ? [] : [medianLine(median, share(median), size, decimals)]),
							...(mine
								? [
										ownLine([mine.value, (lanes[own] ?? 0) + 0.6], reach, size, {
											name: `${ownName}: ${brief(mine.value, decimals)}`,
											share: share(mine.value)
										})
									]
								: [])
						]
					}
				}
			]
		}
	};
};

type MarkLine = NonNullable<NonNullable<ScatterSeriesOption['markLine']>['data']>[number];

// From the own dot up to its words, which stand over the field where no dot can be.
function ownLine(
	from: [number, number],
	reach: number,
	size: Size,
	{ name, share }: { name: string; share: number }
): MarkLine {
	return [
		{
			coord: from,
			lineStyle: { color: colours.mio, width: 1.5, type: 'solid' },
			label: {
				show: true,
				position: 'end',
				align: labelAlign(share),
				formatter: name,
				color: colours.mio,
				fontWeight: 'bold',
				fontSize: size.text
			}
		},
		{ coord: [from[0], reach] }
	];
}

function medianLine(median: number, share: number, size: Size, decimals: number): MarkLine {
	return {
		xAxis: median,
		lineStyle: { color: colours.marca, width: 2, type: 'solid' },
		label: {
			position: 'start',
			distance: -(size.text + 6),
			align: labelSide(share),
			padding: [0, 6],
			formatter: `mediana ${brief(median, decimals)}`,
			color: colours.marca,
			fontSize: size.text
		}
	};
}

// A little room at both ends; equal values still get a scale.
function padded(values: readonly number[]): [number, number] {
	const low = Math.min(...values);
	const high = Math.max(...values);
	if (low === high) return [Math.min(0, low), high > 0 ? high * 1.25 : high + 1];
	const step = niceStep((high - low) / 5);
	return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}
