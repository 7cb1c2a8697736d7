import type { EChartsOption } from 'echarts';
import { brief } from '#lib/words/number.ts';
import type { Size } from './drawing.ts';

/** The tokens of `ui/styles/tokens.css` that figures use; `tokens.test.ts` holds the two together. */
export const colours = {
	tinta: '#17212B',
	tinta2: '#4B5766',
	linea: '#D6D9DC',
	marca: '#0B4F6C',
	mio: '#C2410C',
	contexto: '#8B95A1'
} as const;

/** What all figures share: no movement, nothing that answers to a pointer. */
export const base: EChartsOption = { animation: false, textStyle: { color: colours.tinta } };

/** The axis of figures: a few light lines, no box, labels as Peru writes numbers. */
export function valueAxis(size: Size, decimals: number) {
	return {
		type: 'value' as const,
		splitNumber: size.name === 'narrow' ? 3 : 5,
		...(decimals === 0 && { minInterval: 1 }),
		axisLine: { show: false },
		axisTick: { show: false },
		splitLine: { lineStyle: { color: colours.linea, width: 1 } },
		axisLabel: {
			color: colours.tinta2,
			fontSize: size.text,
			hideOverlap: true,
			formatter: (value: number) => tick(value, decimals)
		}
	};
}

/** A round number of an axis, without zeros that say nothing: `20`, `2.5`. */
export function tick(value: number, decimals: number): string {
	return brief(value, decimals)
		.replace(/(\.\d*?)0+$/, '$1')
		.replace(/\.$/, '');
}

/** Width of a text in pixels, guessed: a letter is about six tenths as wide as high in the widest system font. */
export function textWidth(text: string, size: Size): number {
	return Math.ceil(text.length * size.text * 0.61);
}

/** Which way a label runs from its mark, so that it stays inside: away from the nearer edge. */
export function labelAlign(share: number): 'left' | 'center' | 'right' {
	if (share < 0.3) return 'left';
	return share > 0.7 ? 'right' : 'center';
}

/** The same for a label that a line runs beside: never across it. */
export function labelSide(share: number): 'left' | 'right' {
	return share < 0.6 ? 'left' : 'right';
}

/** A mark of a figure: filled once approved, hollow while provisional. */
export function mark(colour: string, provisional: boolean, width = 1.5) {
	return provisional
		? { color: '#fff', borderColor: colour, borderWidth: width }
		: { color: colour, borderColor: colour, borderWidth: width };
}
