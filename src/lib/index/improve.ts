import { categoryOrder, type ServiceCategory } from '../domain/codes.ts';
import { composite, subIndices, type SubIndices, type Supply } from './idel.ts';
import { components, type Component, type IdelMethod } from './method.ts';

/** Points that a category brings to a change, and how much of it each component does. */
export type Contribution = { readonly total: number } & {
	readonly [component in Component]: number;
};

export type Improvement = {
	/** Points between the two quarters, over what is known in both. */
	readonly delta: number;
	/** The two indices compared: with the microenterprises of the later quarter in both. */
	readonly now: number;
	readonly before: number;
	/** Not all five categories, or no density: shown, never ranked. */
	readonly partial: boolean;
	/** Of each category known in both quarters; they add up to `delta`. */
	readonly contributions: { readonly [category in ServiceCategory]?: Contribution };
};

/**
 * The change of the index over the categories and components known in both quarters: otherwise a
 * newly reported category would look like progress. Null when too few are known in both.
 */
export function improvement(now: Supply, before: Supply, method: IdelMethod): Improvement | null {
	const matched = categoryOrder.filter(
		(category) => now.categories[category] && before.categories[category]
	);
	const { businesses } = now;
	const later = subIndices(only(now, matched, businesses), method);
	const earlier = subIndices(only(before, matched, businesses), method);
	const end = composite(later, method);
	const start = composite(earlier, method);
	if (end.value === null || start.value === null) return null;

	return {
		delta: end.value - start.value,
		now: end.value,
		before: start.value,
		partial: end.partial || start.partial,
		contributions: contributionsOf(matched, later, earlier, method)
	};
}

/**
 * What the change in the number of microenterprises alone did to the index of a quarter, in points.
 * Null when either number is unknown or there is no index.
 */
export function sizeEffect(
	now: Supply,
	businessesBefore: number | null,
	method: IdelMethod
): number | null {
	if (now.businesses === null || businessesBefore === null) return null;
	const actual = composite(subIndices(now, method), method).value;
	const other = { ...now, businesses: businessesBefore };
	const without = composite(subIndices(other, method), method).value;
	return actual === null || without === null ? null : actual - without;
}

function only(
	supply: Supply,
	matched: readonly ServiceCategory[],
	businesses: number | null
): Supply {
	const kept = matched.map((category) => [category, supply.categories[category]]);
	return { businesses, categories: Object.fromEntries(kept) };
}

function contributionsOf(
	matched: readonly ServiceCategory[],
	later: SubIndices,
	earlier: SubIndices,
	method: IdelMethod
): Improvement['contributions'] {
	const whole = matched.reduce((sum, category) => sum + method.categoryWeights[category], 0);
	const found: { [category in ServiceCategory]?: Contribution } = {};

	for (const category of matched) {
		const end = later[category]?.scores;
		const start = earlier[category]?.scores;
		if (!end || !start) continue;

		const used = components.filter((component) => end[component] !== null);
		const inside = used.reduce((sum, component) => sum + method.componentWeights[component], 0);
		const points = { A: 0, V: 0, D: 0 };
		for (const component of used) {
			const share =
				(method.categoryWeights[category] / whole) * (method.componentWeights[component] / inside);
			points[component] = 100 * share * ((end[component] ?? 0) - (start[component] ?? 0));
		}
		found[category] = { ...points, total: points.A + points.V + points.D };
	}
	return found;
}
