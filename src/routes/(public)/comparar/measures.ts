import { indicators } from '#lib/indicators/index.ts';
import type { Direction, Indicator, Measure } from '#lib/indicators/types.ts';

/** One measure that is compared, with all that a page says about it. */
export type Compared = {
	readonly indicator: Indicator;
	readonly measure: Measure;
	readonly title: string;
	readonly unit: string;
	readonly decimals: number;
	readonly direction: Direction;
};

/** Headlines of every indicator; of the featured ones without headline (services, sectors), each measure. */
export const compared: readonly Compared[] = indicators.flatMap((indicator) =>
	measuresOf(indicator).map((measure) => describe(indicator, measure))
);

/** Featured indicators of which each measure is compared, as their headline does not exist. */
export const withoutHeadline = indicators.filter(
	(indicator) => indicator.featured && !hasHeadline(indicator)
);

/** What names a measure in maps: `SRV05|CAP`. */
export function measureKey(indicator: string, dimension: string): string {
	return `${indicator}|${dimension}`;
}

function measuresOf(indicator: Indicator): readonly Measure[] {
	if (hasHeadline(indicator)) return indicator.measures.slice(0, 1);
	return indicator.featured ? indicator.measures : [];
}

function hasHeadline({ measures }: Indicator): boolean {
	return measures[0]?.dimension === '';
}

function describe(indicator: Indicator, measure: Measure): Compared {
	return {
		indicator,
		measure,
		title: measure.label ? `${indicator.title}: ${measure.label}` : indicator.title,
		unit: measure.unit ?? indicator.unit,
		decimals: measure.decimals ?? indicator.decimals,
		direction: measure.direction ?? indicator.direction
	};
}
