import type { Finding } from '#lib/domain/finding.ts';
import type { Place } from '#lib/domain/place.ts';
import { placeFindings } from './findings/places.ts';
import type { Spot } from './findings/words.ts';

/**
 * What is wrong with figures of a district from before it was made (doubtful: somebody may have added
 * them up since) or after it was merged into another (an error). A year counts as all its quarters.
 */
export function inForce(spot: Spot, place: Place, period: string): Finding | undefined {
	const { since, until } = place;
	// Quarters sort as text, and a year before and after its own quarters is told by its four digits.
	if (until && isAfter(period, until))
		return placeFindings.notInForce(spot, place, { period, until });
	if (since && isAfter(since, period))
		return placeFindings.notInForce(spot, place, { period, since });
	return undefined;
}

function isAfter(period: string, other: string): boolean {
	const length = Math.min(period.length, other.length);
	return period.slice(0, length) > other.slice(0, length);
}
