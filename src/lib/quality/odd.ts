/** Middle value; the mean of the two in the middle of an even list. Null for none. */
export function median(values: readonly number[]): number | null {
	const sorted = Float64Array.from(values).sort();
	const half = Math.floor(sorted.length / 2);
	const upper = sorted[half];
	if (upper === undefined) return null;
	return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** How far a figure is from its own past. */
export type Distance = {
	readonly median: number;
	/** Median of the distances of the past figures from their median. */
	readonly mad: number;
	/** Modified z; null where the past never changed. */
	readonly m: number | null;
	readonly odd: boolean;
};

/**
 * Iglewicz and Hoaglin: M = 0.6745 (x - median) / MAD, odd beyond 3.5. Where MAD is 0, the mean
 * distance by 1.2533 takes the place of MAD / 0.6745; where that is 0 too, any change of more than
 * half is odd.
 */
export function distanceFrom(past: readonly number[], x: number): Distance | null {
	const middle = median(past);
	if (middle === null) return null;
	const distances = past.map((value) => Math.abs(value - middle));
	const mad = median(distances) ?? 0;
	const mean = distances.reduce((sum, value) => sum + value, 0) / past.length;
	const unit = mad > 0 ? mad / 0.6745 : mean * 1.2533;
	const gap = x - middle;
	if (unit === 0)
		return { median: middle, mad, m: null, odd: Math.abs(gap) > Math.abs(middle) / 2 };
	const m = gap / unit;
	return { median: middle, mad, m, odd: Math.abs(m) > 3.5 };
}

/** Ten, a hundred or a thousand, or their inverse, when x is about so many times what is usual. */
export function slipOfUnits(usual: number, x: number): number | undefined {
	if (usual <= 0 || x <= 0) return undefined;
	const factors = [10, 100, 1000, 1 / 10, 1 / 100, 1 / 1000];
	return factors.find((factor) => {
		const rest = x / usual / factor;
		return rest >= 0.9 - 1e-9 && rest <= 1.1 + 1e-9;
	});
}
