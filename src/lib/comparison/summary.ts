/** What the middle and the spread of some values are. Nulls (who did not report) are left out. */
export type Summary = {
	readonly count: number;
	readonly lowest: number;
	readonly firstQuartile: number;
	readonly median: number;
	readonly thirdQuartile: number;
	readonly highest: number;
};

/** Summary of those that reported; undefined when nobody did. */
export function summarise(values: readonly (number | null)[]): Summary | undefined {
	const sorted = reported(values);
	const lowest = sorted[0];
	const highest = sorted.at(-1);
	if (lowest === undefined || highest === undefined) return undefined;
	return {
		count: sorted.length,
		lowest,
		firstQuartile: quantile(sorted, 0.25),
		median: quantile(sorted, 0.5),
		thirdQuartile: quantile(sorted, 0.75),
		highest
	};
}

/** Median of those that reported; null when nobody did. */
export function median(values: readonly (number | null)[]): number | null {
	const sorted = reported(values);
	return sorted.length === 0 ? null : quantile(sorted, 0.5);
}

function reported(values: readonly (number | null)[]): Float64Array {
	return Float64Array.from(values.filter((value) => value !== null)).sort();
}

/** Between the two nearest values, in proportion (as spreadsheets do). */
function quantile(sorted: Float64Array, share: number): number {
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? NaN;
	const above = sorted[Math.ceil(place)] ?? NaN;
	return below + (above - below) * (place - Math.floor(place));
}
