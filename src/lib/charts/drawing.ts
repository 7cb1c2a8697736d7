import type { EChartsOption } from 'echarts';

/**
 * The two drawings of every figure. A server cannot measure letters, so sizes are fixed: `narrow` is
 * shown up to 41 rem and scales down to 288 px, `wide` above. Letters stay over 12 px in both.
 */
export type Size = {
	readonly name: 'narrow' | 'wide';
	readonly width: number;
	readonly text: number;
};

export const sizes = {
	narrow: { name: 'narrow', width: 360, text: 15 },
	wide: { name: 'wide', width: 720, text: 13 }
} as const satisfies Record<string, Size>;

/** What ECharts is asked to draw, and how high. */
export type Plan = { readonly height: number; readonly option: EChartsOption };

/** Plain data → plan. Pure, so that its answer can be kept and tested. */
export type Builder<Input> = (input: Input, size: Size) => Plan;

/** One figure as SVG text, in both sizes. */
export type Drawing = { readonly narrow: string; readonly wide: string };

/** The numbers of a figure as a table: the same ones, in full. */
export type FigureTable = {
	readonly columns: readonly string[];
	readonly rows: readonly FigureRow[];
};

/** A cell of a number is right-aligned; a null is written as the reason in `text`. */
export type FigureRow = {
	readonly label: string;
	readonly href?: string;
	readonly own?: boolean;
	readonly cells: readonly FigureCell[];
};

/** A number as it is written, and where it comes from. */
export type FigureCell = {
	readonly text: string;
	readonly missing?: boolean;
	readonly origin?: string | null;
};

/** What stands under a figure: where it comes from, as of when, of how many. */
export type FigureSource = {
	readonly source: string;
	/** Day of the newest data, ISO; null before there are any. */
	readonly asOf: string | null;
	/** «18 de 24 municipalidades con dato». */
	readonly count: string;
	readonly definition: string;
	readonly csv: string;
};

/** All that the frame of a figure shows. */
export type Figure = {
	readonly id: string;
	readonly headline: string;
	readonly subtitle: string;
	readonly drawing: Drawing;
	readonly table: FigureTable;
	readonly source: FigureSource;
};
