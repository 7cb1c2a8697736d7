/** A drawn run of values without gap: a line, or a dot where one value stands alone. */
export type SparkRun = { readonly d: string };

/**
 * Lines of a sparkline `width` × `height` pixels, from the lowest to the highest value; a missing
 * value is a gap. `end` is the newest value's place.
 */
export function sparkline(
	values: readonly (number | null)[],
	{ width, height }: { width: number; height: number }
): { runs: SparkRun[]; end: { x: number; y: number } | null } {
	const known = values.filter((value) => value !== null);
	const low = Math.min(...known);
	const high = Math.max(...known);
	const pad = 4;
	const across = (index: number) =>
		round(pad + ((width - 2 * pad) * index) / Math.max(1, values.length - 1));
	const down = (value: number) =>
		high === low
			? height / 2
			: round(height - pad - ((height - 2 * pad) * (value - low)) / (high - low));

	const runs: SparkRun[] = [];
	let points: string[] = [];
	const close = () => {
		// A line of no length with round ends is a dot.
		if (points.length > 0)
			runs.push({ d: `M${points.join('L')}${points.length === 1 ? 'h0' : ''}` });
		points = [];
	};
	values.forEach((value, index) => {
		if (value === null) close();
		else points.push(`${across(index)} ${down(value)}`);
	});
	close();

	const last = values.findLastIndex((value) => value !== null);
	const newest = values[last];
	return {
		runs,
		end: newest === undefined || newest === null ? null : { x: across(last), y: down(newest) }
	};
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
