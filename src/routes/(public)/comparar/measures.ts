import { indicators } from '#lib/indicators/index.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';
import { tell, type Told } from '#lib/server/views/indicator-line.ts';

/** One measure that is compared, with what a page says about it. */
export type Compared = Told & {
	readonly dimension: string;
	readonly measure: Measure;
	/** For narrow cells: `Alcance: financiamiento`. */
	readonly rowTitle: string;
};

/** Featured indicators without headline (services, sectors): each of their measures is compared. */
export const withoutHeadline: readonly Indicator[] = indicators.filter(
	(indicator) => indicator.featured && !hasHeadline(indicator)
);

/** The headline of every indicator that has one, and the measures of `withoutHeadline`. */
export const everyCompared: readonly Compared[] = indicators.flatMap(comparedOf);

/** What of one indicator is compared: its headline, or each measure where it has none. */
export function comparedOf(indicator: Indicator): readonly Compared[] {
	const measures = hasHeadline(indicator)
		? indicator.measures.slice(0, 1)
		: indicator.featured
			? indicator.measures
			: [];
	return measures.map((measure) => ({
		...tell(indicator, measure),
		dimension: measure.dimension,
		measure,
		rowTitle: measure.label
			? `${indicator.shortTitle}: ${measure.label.toLowerCase()}`
			: indicator.title
	}));
}

export function hasHeadline({ measures }: Indicator): boolean {
	return measures[0]?.dimension === '';
}
