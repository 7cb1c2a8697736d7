import { isQuarter } from '#lib/domain/quarter.ts';
import { number } from '#lib/words/number.ts';
import { valueAddress } from '#lib/words/origin.ts';
import type { Difference } from './differences.ts';
import type { FigureAt } from './figure-at.ts';
import type { Compared } from './measures.ts';
import { reason } from './sentences.ts';

/** A row of the table of differences, as it is written. */
export type DifferenceRow = {
	readonly key: string;
	readonly title: string;
	readonly href: string;
	readonly unit: string;
	readonly cells: readonly DifferenceCell[];
	/** Highest less lowest; under it, its own unit and what share of the highest that is. */
	readonly gap: { readonly size: string; readonly note: string } | null;
};

export type DifferenceCell = {
	/** Null where there is no figure: `note` then says why. */
	readonly text: string | null;
	/** Year of a yearly figure, or that it is partial. */
	readonly note: string;
	/** Where the figure comes from. */
	readonly origin: string | null;
};

export function tableOf({
	differences,
	chosen
}: {
	differences: readonly Difference[];
	chosen: readonly { ubigeo: string }[];
}): DifferenceRow[] {
	return differences.map(({ compared, figures, gap }) => ({
		key: `${compared.id}|${compared.dimension}`,
		title: compared.rowTitle,
		href: `/indicadores/${compared.slug}`,
		unit: compared.unit,
		cells: figures.map((figure, place) => ({
			...cellOf(figure, compared),
			origin: originOf(figure, compared, chosen[place]?.ubigeo)
		})),
		gap: gap && {
			size: number(gap.high - gap.low, compared.decimals),
			note: [
				// The unit stands beside the indicator; only a difference of percentages has another.
				compared.unit.startsWith('%') ? 'puntos' : '',
				gap.share === null ? '' : `${number(100 * gap.share)}%`
			]
				.filter(Boolean)
				.join(', ')
		}
	}));
}

function cellOf(
	{ value, state, flags, period }: FigureAt,
	{ decimals }: Compared
): Omit<DifferenceCell, 'origin'> {
	if (value === null) return { text: null, note: reason(state, flags) };
	const year = period !== null && !isQuarter(period) ? period : '';
	const partial = state === 'parcial' ? 'parcial' : '';
	return { text: number(value, decimals), note: [year, partial].filter(Boolean).join(', ') };
}

/** The page of where a figure of one place comes from; null where there is none. */
export function originOf(
	{ period, value }: Pick<FigureAt, 'period' | 'value'>,
	{ slug, dimension }: Pick<Compared, 'slug' | 'dimension'>,
	ubigeo: string | undefined
): string | null {
	if (!period || value === null || !ubigeo) return null;
	return valueAddress({ slug, of: ubigeo, period, measure: dimension });
}
