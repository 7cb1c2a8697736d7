/**
 * Dots that would hide each other are moved to lanes: for each position (in pixels, any order) its
 * lane, 0 in the middle, then 1, -1, 2, -2… The first lane free for `width` pixels takes the dot; after
 * `lanes` of them, the middle again.
 */
export function swarm(positions: readonly number[], width: number, lanes = 21): number[] {
	const order = positions.map((_, index) => index);
	order.sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
	const result = positions.map(() => 0);
	const ends = Array.from({ length: lanes }, () => -Infinity);

	for (const index of order) {
		const position = positions[index] ?? 0;
		const free = ends.findIndex((end) => position - end >= width);
		const lane = Math.max(0, free);
		ends[lane] = position;
		result[index] = lane % 2 === 1 ? (lane + 1) / 2 : -lane / 2 || 0;
	}

	return result;
}
