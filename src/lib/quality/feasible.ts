import { decimalsOf } from '../domain/number.ts';

/** Whether some whole number out of a total gives a share, and the neighbours when none does. */
export type Feasible = {
	readonly rounded: boolean;
	/** The whole number whose share, cut instead of rounded, is as typed; null when none. */
	readonly truncated: number | null;
	/** The whole numbers on either side, whose shares are not as typed. */
	readonly below: number;
	readonly above: number;
};

/** Looks for k with 100 k / total equal to `share` at the decimals it was typed with. */
export function feasible(share: number, total: number): Feasible {
	const unit = 10 ** -decimalsOf(share);
	const near = (share * total) / 100;
	const below = Math.floor(near + 1e-9);
	const candidates = [below, below + 1];
	const percent = (count: number) => (100 * count) / total;
	const tiny = 1e-9;

	return {
		rounded: candidates.some((count) => Math.abs(percent(count) - share) <= unit / 2 + tiny),
		truncated:
			candidates.find((count) => {
				const rest = percent(count) - share;
				return rest >= -tiny && rest < unit - tiny;
			}) ?? null,
		below,
		above: below + 1
	};
}
