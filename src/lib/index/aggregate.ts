import type { Goalpost } from './method.ts';

/** One value among those that are put together. Weights need not sum to 1. */
export type Weighed = { readonly value: number; readonly weight: number };

/** Where a raw figure lies between its goalposts, from 0 to 1, cut at both ends. */
export function normalise(raw: number, { low, high }: Goalpost): number {
	return Math.min(1, Math.max(0, (raw - low) / (high - low)));
}

/** Weighted mean, in which one part makes up for another. Null when nothing weighs. */
export function arithmeticMean(parts: readonly Weighed[]): number | null {
	const weight = totalWeight(parts);
	if (weight === 0) return null;
	return parts.reduce((sum, part) => sum + part.weight * part.value, 0) / weight;
}

/** Weighted geometric mean, which a low part pulls down. Null when nothing weighs or a part is not positive. */
export function geometricMean(parts: readonly Weighed[]): number | null {
	const weight = totalWeight(parts);
	const counted = parts.filter((part) => part.weight > 0);
	if (weight === 0 || counted.some(({ value }) => value <= 0)) return null;
	return Math.exp(
		counted.reduce((sum, part) => sum + part.weight * Math.log(part.value), 0) / weight
	);
}

function totalWeight(parts: readonly Weighed[]): number {
	return parts.reduce((sum, { weight }) => sum + weight, 0);
}
