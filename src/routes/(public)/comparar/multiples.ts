import type { Builder, Size } from '#lib/charts/drawing.ts';
import { base, colours, mark, textWidth, tick } from '#lib/charts/style.ts';
import { brief } from '#lib/words/number.ts';
import { layOut, type Layout, type MultiplesInput, type Panel } from './multiples-layout.ts';

/** One small drawing for each place, all on one scale: beside each other, or in a column on a telephone. */
export const multiples: Builder<MultiplesInput> = (input, size) => {
	const layout = layOut(input, size);
	return {
		height: layout.height,
		option: {
			...base,
			grid: layout.grids,
			xAxis: input.panels.map((panel, index) =>
				input.form === 'line'
					? periods(input, panel, index, size, layout)
					: scale(input, index, size)
			),
			yAxis: input.panels.map((panel, index) => ({
				...(input.form === 'line'
					? scale(input, index, size)
					: categories(input, index, size, layout)),
				...title(input, panel, size, layout)
			})),
			series: input.panels.map((panel, index) =>
				input.form === 'line'
					? line(panel, index, size, input)
					: bar(panel, index, size, { ...input, room: size.width - layout.left })
			)
		}
	};
};

// Only the two ends of the scale are written: they are the same in every panel.
function scale({ form, range, decimals }: MultiplesInput, index: number, size: Size) {
	const [min, max] = range;
	return {
		gridIndex: index,
		type: 'value' as const,
		min,
		max,
		interval: max - min,
		axisLine: { show: false },
		axisTick: { show: false },
		splitLine: { lineStyle: { color: colours.linea, width: 1 } },
		axisLabel: {
			show: form === 'line',
			color: colours.tinta2,
			fontSize: size.text,
			formatter: (value: number) => tick(value, decimals)
		}
	};
}

function periods(
	{ labels }: MultiplesInput,
	panel: Panel,
	index: number,
	size: Size,
	layout: Layout
) {
	const isSilent = panel.points.every(({ value }) => value === null);
	return {
		gridIndex: index,
		type: 'category' as const,
		boundaryGap: false,
		data: [...labels],
		axisLine: { lineStyle: { color: colours.tinta2 } },
		axisTick: { show: false },
		axisLabel: {
			color: colours.tinta2,
			fontSize: size.text,
			margin: 10,
			alignMinLabel: 'left' as const,
			alignMaxLabel: 'right' as const,
			interval: (place: number) => place === 0 || place === labels.length - 1
		},
		...(isSilent && {
			name: panel.silence,
			nameLocation: 'middle' as const,
			nameGap: -layout.plot / 2 - size.text / 2,
			nameTextStyle: { color: colours.tinta2, fontSize: size.text }
		})
	};
}

function categories({ labels }: MultiplesInput, index: number, size: Size, layout: Layout) {
	return {
		gridIndex: index,
		type: 'category' as const,
		inverse: true,
		data: [...labels],
		axisLine: { lineStyle: { color: colours.tinta2 } },
		axisTick: { show: false },
		axisLabel: {
			interval: 0,
			color: colours.tinta,
			fontSize: size.text,
			width: layout.left - 10,
			overflow: 'break' as const,
			lineHeight: size.text + 2
		}
	};
}

function title(
	{ form }: MultiplesInput,
	{ name, invented }: Panel,
	size: Size,
	{ left, titleWidth }: Layout
) {
	return {
		name: `${cut(name, titleWidth, size)}${invented ? '\ncifras inventadas' : ''}`,
		// Categories run downwards: their axis starts on top.
		nameLocation: form === 'bar' ? ('start' as const) : ('end' as const),
		nameGap: 10,
		nameTextStyle: {
			align: 'left' as const,
			padding: [0, 0, 0, -left],
			color: colours.tinta,
			fontWeight: 'bold' as const,
			fontSize: size.text,
			lineHeight: size.text + 4
		}
	};
}

function cut(text: string, width: number, size: Size): string {
	const letters = Math.floor(width / textWidth('n', size));
	return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

function line(
	{ points }: Panel,
	index: number,
	size: Size,
	{ decimals, everyMark }: MultiplesInput
) {
	const last = points.findLastIndex(({ value }) => value !== null);
	const isAlone = (place: number) =>
		(points[place - 1]?.value ?? null) === null && (points[place + 1]?.value ?? null) === null;

	return {
		type: 'line' as const,
		xAxisIndex: index,
		yAxisIndex: index,
		silent: true,
		showAllSymbol: true,
		symbol: 'none',
		lineStyle: { color: colours.marca, width: 2 },
		data: points.map(({ value, provisional }, place) =>
			value === null || (!everyMark && place !== last && !isAlone(place))
				? value
				: {
						value,
						symbol: 'circle',
						symbolSize: 8,
						itemStyle: mark(colours.marca, provisional, 2),
						...(place === last && {
							label: {
								show: true,
								position: 'right' as const,
								formatter: brief(value, decimals),
								color: colours.marca,
								fontWeight: 'bold' as const,
								fontSize: size.text
							}
						})
					}
		)
	};
}

/** The reason of a panel without figures; on a line of its own where both do not fit into the room. */
export function silenceIn(silence: string, room: number, size: Size): string {
	return textWidth(silence, size) <= room ? silence : silence.replace(': ', ':\n');
}

function bar(
	{ points, silence }: Panel,
	index: number,
	size: Size,
	{ decimals, room }: MultiplesInput & { room: number }
) {
	const isSilent = points.every(({ value }) => value === null);
	const reason = silenceIn(silence, room, size);
	// Two lines stand on the second bar: on the first they would touch the name above.
	const told = reason.includes('\n') ? Math.min(1, points.length - 1) : 0;
	return {
		type: 'bar' as const,
		xAxisIndex: index,
		yAxisIndex: index,
		silent: true,
		barWidth: size.text - 1,
		data: points.map(({ value, provisional }, place) => ({
			value: value ?? 0,
			itemStyle: {
				...mark(colours.marca, provisional, value === null ? 0 : 1.5),
				...(provisional && { color: '#E7F1F6' })
			},
			label: {
				show: value !== null || !isSilent || place === told,
				position: 'right' as const,
				formatter: value === null ? (isSilent ? reason : 'sin dato') : brief(value, decimals),
				color: value === null ? colours.tinta2 : colours.tinta,
				fontSize: size.text
			}
		}))
	};
}
