import { brief } from '#lib/words/number.ts';
import type { Builder } from './drawing.ts';
import { base, colours, labelSide, mark, textWidth, valueAxis } from './style.ts';

export type BarsInput = {
	/** In the order in which they are drawn, first on top; thirty at most. Nulls are left out by the caller. */
	readonly rows: readonly {
		readonly name: string;
		readonly value: number;
		readonly own: boolean;
		readonly provisional: boolean;
	}[];
	readonly median: number | null;
	readonly decimals: number;
};

/** Horizontal bars from zero, each with its figure at the end; the own one highlighted. */
export const bars: Builder<BarsInput> = ({ rows, median, decimals }, size) => {
	const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name, size)));
	const names = Math.min(longest, Math.round(size.width * 0.42));
	const ends = rows.map(({ value }) => brief(value, decimals));
	const room = Math.max(24, ...ends.map((text) => textWidth(text, size) + 10));
	const isWrapped = longest > names;
	const step = isWrapped ? 2 * size.text + 10 : size.text + 14;
	const top = median === null ? 6 : size.text + 12;

	return {
		height: top + rows.length * step + size.text + 16,
		option: {
			...base,
			grid: { left: names + 10, right: room, top, bottom: size.text + 16, containLabel: false },
			xAxis: { ...valueAxis(size, decimals), ...baseAtZero(rows.map(({ value }) => value)) },
			yAxis: {
				type: 'category',
				inverse: true,
				data: rows.map(({ name }) => name),
				axisLine: { lineStyle: { color: colours.tinta2 } },
				axisTick: { show: false },
				axisLabel: {
					interval: 0,
					color: colours.tinta,
					fontSize: size.text,
					width: names,
					overflow: 'break',
					lineHeight: size.text + 2
				}
			},
			series: [
				{
					type: 'bar',
					silent: true,
					// Over the median's line, which would strike through the figures.
					z: 6,
					barWidth: size.text + 3,
					data: rows.map(({ value, own, provisional }, index) => ({
						value,
						itemStyle: {
							...mark(own ? colours.mio : colours.contexto, provisional),
							...(provisional && { color: own ? '#F7DDD1' : '#E6E9EC' })
						},
						label: {
							show: true,
							position: value < 0 ? 'left' : 'right',
							formatter: ends[index],
							color: own ? colours.mio : colours.tinta,
							textBorderColor: '#fff',
							textBorderWidth: 3,
							fontWeight: own ? 'bold' : 'normal',
							fontSize: size.text
						}
					})),
					...(median !== null && {
						markLine: {
							silent: true,
							symbol: 'none',
							lineStyle: { color: colours.marca, width: 2, type: 'solid' },
							label: {
								position: 'start',
								align: labelSide(median / (Math.max(...rows.map(({ value }) => value)) || 1)),
								formatter: `mediana ${brief(median, decimals)}`,
								color: colours.marca,
								fontSize: size.text
							},
							data: [{ xAxis: median }]
						}
					})
				}
			]
		}
	};
};

function baseAtZero(values: readonly number[]) {
	return values.some((value) => value < 0) ? {} : { min: 0 };
}
