import { categoryOrder, type ServiceCategory } from '../domain/codes.ts';
import { arithmeticMean, geometricMean, normalise } from './aggregate.ts';
import { components, type Component, type IdelMethod } from './method.ts';

/** What is offered in one category that was reported, be it nothing. */
export type Offering = {
	/** Distinct institution and service, of those that are active. */
	readonly offers: number;
	/** Distinct types of service, «otro» aside. */
	readonly types: number;
};

/** What the index is made of. A category that was not reported is absent, which is not zero. */
export type Supply = {
	/** Microenterprises; null when unknown. */
	readonly businesses: number | null;
	readonly categories: { readonly [category in ServiceCategory]?: Offering };
};

/** Components of one category from 0 to 1; density is null when the microenterprises are unknown. */
export type Scores = { readonly [component in Component]: number | null };

export type SubIndex = {
	/** 0-100. */
	readonly value: number;
	/** Density is missing. */
	readonly partial: boolean;
	readonly scores: Scores;
};

export type SubIndices = { readonly [category in ServiceCategory]?: SubIndex };

export type Composite = {
	/** 0-100; null under the minimum of categories. */
	readonly value: number | null;
	/** The penalty view, on the scale 1-100. */
	readonly geometric: number | null;
	/** Geometric over arithmetic: 1 when the categories are even, low when one is missing. */
	readonly balance: number | null;
	/** A category is not reported or a sub-index is partial: shown, never ranked. */
	readonly partial: boolean;
	readonly known: number;
};

/** Components of a category. Without any active service, variety and density are 0 as well. */
export function scoresOf(
	{ offers, types }: Offering,
	businesses: number | null,
	method: IdelMethod
): Scores {
	const any = offers > 0;
	const density = (base: number) => (1000 * offers) / Math.max(base, method.businessFloor);
	const score = (component: Component, raw: number) =>
		any ? normalise(raw, method.goalposts[component]) : 0;
	return {
		A: score('A', 1),
		V: score('V', types),
		D: businesses === null ? null : score('D', density(businesses))
	};
}

/** Sub-indices of the categories that were reported. */
export function subIndices(supply: Supply, method: IdelMethod): SubIndices {
	const found: { [category in ServiceCategory]?: SubIndex } = {};
	for (const category of categoryOrder) {
		const offering = supply.categories[category];
		if (!offering) continue;
		const scores = scoresOf(offering, supply.businesses, method);
		const mean = arithmeticMean(weighedScores(scores, method));
		if (mean !== null) found[category] = { value: 100 * mean, partial: scores.D === null, scores };
	}
	return found;
}

/** The index over the sub-indices that exist. */
export function composite(parts: SubIndices, method: IdelMethod): Composite {
	const known = categoryOrder.flatMap((category) => {
		const part = parts[category];
		return part ? [{ ...part, weight: method.categoryWeights[category] }] : [];
	});
	if (known.length < method.minimumCategories)
		return { value: null, geometric: null, balance: null, partial: true, known: known.length };

	// A sub-index of 0 is frequent, and would make a plain geometric mean 0.
	const lifted = known.map(({ value, weight }) => ({ value: 1 + 0.99 * value, weight }));
	const geometric = geometricMean(lifted);
	const mean = arithmeticMean(lifted);
	return {
		value: arithmeticMean(known),
		geometric,
		balance: geometric === null || mean === null ? null : geometric / mean,
		partial: known.length < categoryOrder.length || known.some(({ partial }) => partial),
		known: known.length
	};
}

function weighedScores(scores: Scores, method: IdelMethod) {
	return components.flatMap((component) => {
		const value = scores[component];
		return value === null ? [] : [{ value, weight: method.componentWeights[component] }];
	});
}
