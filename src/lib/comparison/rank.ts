/** One of those compared. Only complete values are ranked; the rest are listed without a place. */
export type Competitor = {
	readonly key: string;
	readonly value: number | null;
	readonly complete: boolean;
};

/** A place in the comparison. Everything is null for who is not ranked. */
export type Standing = {
	readonly key: string;
	/** Competition rank (1, 2, 2, 4), best is 1. Null for all when fewer than five are ranked. */
	readonly rank: number | null;
	/** 1 is the best quarter of those ranked; null under eight. */
	readonly quartile: number | null;
	/** Share of the others that do no better, 0-100; null with ranks. */
	readonly percentile: number | null;
	/** How many are ranked. */
	readonly of: number;
};

/** Under this many, a place says little and points at somebody. */
export const fewestToRank = 5;
export const fewestForQuartiles = 8;

/** Two doubles that differ by less than this came from the same figures. */
const sameValue = 1e-9;

/** The place of each competitor, in the order given. `higher` puts the largest value first. */
export function standings(
	competitors: readonly Competitor[],
	direction: 'higher' | 'lower'
): Standing[] {
	const sign = direction === 'higher' ? 1 : -1;
	const scores = competitors.map(({ value, complete }) =>
		value === null || !complete ? null : sign * value
	);
	const ranked = Float64Array.from(scores.filter((score) => score !== null)).sort();
	const count = ranked.length;

	return competitors.map(({ key }, index) => {
		const score = scores[index] ?? null;
		const hidden = { key, rank: null, quartile: null, percentile: null, of: count };
		if (score === null || count < fewestToRank) return hidden;

		const worse = firstThat(ranked, (other) => score - other <= sameValue);
		const rank = count - firstThat(ranked, (other) => other - score > sameValue) + 1;
		return {
			key,
			rank,
			quartile: quartileOf(rank, count),
			percentile: (100 * worse) / (count - 1),
			of: count
		};
	});
}

/** Which quarter of the list a rank falls in, 1 to 4; null when fewer than eight are ranked. */
export function quartileOf(rank: number, count: number): number | null {
	return count < fewestForQuartiles ? null : Math.ceil((4 * rank) / count);
}

/** Where in ascending order something begins to hold; it then holds to the end. */
function firstThat(ascending: Float64Array, holds: (value: number) => boolean): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(ascending[middle] ?? NaN)) high = middle;
		else low = middle + 1;
	}
	return low;
}
