/** Chance that is the same every time: a demonstration must not change from one machine to the next. */
export type Random = {
	/** From `low` up to, and without, `high`. */
	between: (low: number, high: number) => number;
	/** A whole number from `low` to `high`, both included. */
	whole: (low: number, high: number) => number;
	/** Whether something of this probability (0-1) happens. */
	happens: (probability: number) => boolean;
	pick: <T>(list: readonly [T, ...T[]]) => T;
	shuffled: <T>(list: readonly T[]) => T[];
};

/** mulberry32: 32 bits of state, enough to look natural. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;

	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	const between = (low: number, high: number) => low + next() * (high - low);
	const whole = (low: number, high: number) => Math.floor(between(low, high + 1));

	return {
		between,
		whole,
		happens: (probability) => next() < probability,
		pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
		shuffled: (list) =>
			list
				.map((item) => ({ item, order: next() }))
				.sort((a, b) => a.order - b.order)
				.map(({ item }) => item)
	};
}
