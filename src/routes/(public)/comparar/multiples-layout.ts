import type { Size } from '#lib/charts/drawing.ts';
import { textWidth, tick } from '#lib/charts/style.ts';
import { brief } from '#lib/words/number.ts';

export type Panel = {
	readonly name: string;
	readonly invented: boolean;
	/** One for each label of the figure; null is a gap, never a zero. */
	readonly points: readonly { readonly value: number | null; readonly provisional: boolean }[];
	/** Written in the middle of a panel without figures: «Sin dato: no informó». */
	readonly silence: string;
};

export type MultiplesInput = {
	/** `line` through periods, or `bar` by category. */
	readonly form: 'line' | 'bar';
	/** Periods or categories, the same in every panel. */
	readonly labels: readonly string[];
	readonly panels: readonly Panel[];
	/** The same scale in every panel. */
	readonly range: readonly [number, number];
	readonly decimals: number;
	/** A mark on every point of a line, where they are few and far between (years). */
	readonly everyMark: boolean;
};

/** Where everything stands: columns of panels, and room for labels that a server cannot measure. */
export function layOut({ form, labels, panels, range, decimals }: MultiplesInput, size: Size) {
	const count = panels.length;
	const columns = size.name === 'narrow' ? 1 : form === 'bar' || count === 2 || count === 4 ? 2 : 3;
	const whole = size.width / columns;
	const longest = Math.max(...labels.map((label) => textWidth(label, size)));
	const left =
		form === 'bar'
			? Math.min(longest, Math.round(whole * 0.42)) + 10
			: Math.max(...range.map((value) => textWidth(tick(value, decimals), size))) + 12;
	const figures = panels.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
	const right = Math.max(...figures.map((value) => textWidth(brief(value, decimals), size))) + 26;

	const isMarked = panels.some(({ invented }) => invented);
	const top = (size.text + 4) * (isMarked ? 2 : 1) + 12;
	const step = longest > left ? 2 * size.text + 8 : size.text + 10;
	const plot = form === 'bar' ? labels.length * step : 76;
	const bottom = form === 'bar' ? 14 : size.text + 24;
	const row = top + plot + bottom;

	return {
		columns,
		left,
		plot,
		titleWidth: whole - 12,
		height: Math.ceil(count / columns) * row,
		grids: panels.map((_, index) => ({
			left: (index % columns) * whole + left,
			width: whole - left - right,
			top: Math.floor(index / columns) * row + top,
			height: plot
		}))
	};
}

export type Layout = ReturnType<typeof layOut>;
