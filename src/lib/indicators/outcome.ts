import type { Flag } from './types.ts';

/** What a formula gives: the value, and the two parts of a ratio so that a group can add them. */
export type Outcome = {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly flags?: readonly Flag[];
};

/** `factor × numerator ÷ denominator`; null, never 0, when the denominator is 0. */
export function ratio(numerator: number, denominator: number, factor = 1): Outcome {
	if (denominator === 0)
		return { value: null, numerator, denominator, flags: ['denominador_cero'] };
	return { value: (factor * numerator) / denominator, numerator, denominator };
}

/** A value that is not a ratio. */
export function plain(value: number | null, flags: readonly Flag[] = []): Outcome {
	return { value, numerator: null, denominator: null, flags };
}
