import type { Period } from '../domain/period.ts';
import type { Facts } from './facts.ts';

/**
 * Remembers what was worked out of one municipality's facts for a period: many measures ask for the
 * same quarters. It lives as long as the facts do.
 */
export function keep<T>(work: (facts: Facts, period: Period) => T): typeof work {
	const kept = new WeakMap<Facts, Map<Period, { found: T }>>();

	return (facts, period) => {
		const periods = kept.get(facts) ?? new Map<Period, { found: T }>();
		kept.set(facts, periods);
		const entry = periods.get(period) ?? { found: work(facts, period) };
		periods.set(period, entry);
		return entry.found;
	};
}
