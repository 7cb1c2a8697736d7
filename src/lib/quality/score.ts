import { weights } from './catalogue.ts';
import type { Outcome } from './stored.ts';

/** How well the data of a municipality keep the rules in a quarter. */
export type Score = {
	/** From 0 to 100. */
	readonly score: number;
	/** Weights of the rules kept, and of all that apply. */
	readonly passed: number;
	readonly applicable: number;
	/** Rules of some weight that are not kept. */
	readonly failed: number;
};

/** 100 × weight kept ÷ weight that applies; null where no rule of any weight applies. */
export function scoreOf(outcomes: readonly Outcome[]): Score | null {
	const counted = outcomes.filter(
		({ outcome, severity }) => outcome !== 'no_aplica' && weights[severity] > 0
	);
	const weigh = (some: readonly Outcome[]) =>
		some.reduce((sum, { severity }) => sum + weights[severity], 0);
	const kept = counted.filter(({ outcome }) => outcome === 'cumple');
	const applicable = weigh(counted);
	if (applicable === 0) return null;
	const passed = weigh(kept);
	return {
		score: (100 * passed) / applicable,
		passed,
		applicable,
		failed: counted.length - kept.length
	};
}
