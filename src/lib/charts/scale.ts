/** 1, 2 or 5 times a power of ten: the first one that is not less than `rough`. */
export function niceStep(rough: number): number {
	if (!(rough > 0)) return 1;
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
	return factor * power;
}

/** A range in whole steps around some values; zero is its floor when it is not far. Nulls do not count. */
export function niceRange(values: readonly (number | null)[]): [number, number] {
	const known = values.filter((value) => value !== null);
	if (known.length === 0) return [0, 1];
	const low = Math.min(...known);
	const high = Math.max(...known);
	if (low >= 0 && (low === high || low < high / 2)) return [0, upTo(high)];
	const step = niceStep((high - low || Math.abs(high)) / 3);
	return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

function upTo(high: number): number {
	const step = niceStep(high / 4);
	return high === 0 ? 1 : Math.ceil(high / step) * step;
}

/** The distance of the lines that divide a range evenly, both ends included; undefined when none does. */
export function rangeStep([low, high]: readonly [number, number]): number | undefined {
	const span = high - low;
	const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
	for (const parts of [4, 3, 5, 2, 6]) {
		const step = niceStep(span / parts);
		const count = span / step;
		if (isWhole(count) && count >= 2 && count <= 6 && isWhole(low / step)) return step;
	}
	return undefined;
}
