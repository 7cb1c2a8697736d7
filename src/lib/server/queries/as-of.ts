import { isQuarter, yearOf } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import type { State } from '#lib/indicators/types.ts';

/** The stored periods that may answer for a period: from `from` on, up to `to`. */
export type Span = { readonly from: string; readonly to: string; readonly exact: boolean };

/** What the reading of a value in time needs to know of its indicator. */
type Timed = { readonly frequency: 'year' | 'quarter'; readonly staleAfter: number };

/**
 * Which stored periods answer for `period`. Structural data of a year serve every later quarter until
 * a newer year exists, at most `staleAfter` years; anything else answers for itself.
 */
export function spanFor(indicator: Timed | undefined, period: Period): Span {
	if (indicator?.frequency !== 'year' || !isQuarter(period)) {
		return { from: period, to: period, exact: true };
	}

	const year = yearOf(period);
	return { from: String(year - indicator.staleAfter), to: String(year), exact: false };
}

/**
 * Whether a stored figure stands in the way of older ones: it has a value, or says that what older
 * years told is not reported any more. One that could not be computed does not, nor one that is still
 * to come.
 */
export function isAnswer({
	value,
	state,
	flags
}: {
	value: number | null;
	state: State;
	flags: readonly string[];
}): boolean {
	return value !== null || (state === 'no_reporto' && !flags.includes('pendiente'));
}
