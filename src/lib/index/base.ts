import { quarterIndex, type Quarter } from '../domain/quarter.ts';

/** Share of a network's members that must have a complete index for a quarter to serve as base. */
export const baseCoverage = 0.6;

/** After more quarters than this without any that serves, what comes next is compared with itself. */
export const longestGap = 8;

/** Whether enough members of a network have a complete index in a quarter. */
export function servesAsBase(complete: number, members: number): boolean {
	// The margin is for 0.6 × 5 = 3.0000000000000004 and the like.
	return members > 0 && complete >= baseCoverage * members - 1e-9;
}

/**
 * The quarter of comparison for `quarter`: the start of the run of serving quarters to which it
 * belongs or which it follows. Undefined before the first.
 */
export function baseQuarter(serving: Iterable<Quarter>, quarter: Quarter): Quarter | undefined {
	let base: Quarter | undefined;
	let last: Quarter | undefined;

	for (const candidate of [...serving].sort()) {
		if (candidate > quarter) break;
		const gap = last ? quarterIndex(candidate) - quarterIndex(last) - 1 : Infinity;
		if (gap > longestGap) base = candidate;
		last = candidate;
	}
	return base;
}
