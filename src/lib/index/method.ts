import type { ServiceCategory } from '../domain/codes.ts';

/** The two ends of a scale: at `low` or under a component scores 0, at `high` or over it scores 1. */
export type Goalpost = { readonly low: number; readonly high: number };

/** A: is there a service at all. V: how many types. D: how many services per microenterprise. */
export type Component = 'A' | 'V' | 'D';

export const components: readonly Component[] = ['A', 'V', 'D'];

/**
 * The choices behind the index, one value that is kept with its author and reason. The goalposts are
 * fixed, as in the HDI: with the extremes of a sample everybody would move when one municipality does.
 */
export type IdelMethod = {
	readonly goalposts: { readonly [component in Component]: Goalpost };
	readonly componentWeights: { readonly [component in Component]: number };
	readonly categoryWeights: { readonly [category in ServiceCategory]: number };
	/** Density divides by at least this many microenterprises: one service among 100 is not an excess. */
	readonly businessFloor: number;
	/** Categories that must be known for an index to exist. */
	readonly minimumCategories: number;
};

/** The first version: equal weights, ceilings to be reviewed by the network after four quarters. */
export const defaultMethod: IdelMethod = {
	goalposts: {
		A: { low: 0, high: 1 },
		V: { low: 0, high: 4 },
		D: { low: 0, high: 5 }
	},
	componentWeights: { A: 1, V: 1, D: 1 },
	categoryWeights: { FIN: 1, TEC: 1, MER: 1, CAP: 1, ASI: 1 },
	businessFloor: 500,
	minimumCategories: 4
};
