import { isQuarter } from '#lib/domain/quarter.ts';
import { number } from '#lib/words/number.ts';
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
};

export function tableOf({ differences }: { differences: readonly Difference[] }): DifferenceRow[] {
	return differences.map(({ compared, figures, gap }) => ({
		key: `${compared.id}|${compared.dimension}`,
		title: compared.rowTitle,
		href: `/indicadores/${compared.slug}`,
		unit: compared.unit,
		cells: figures.map((figure) => cellOf(figure, compared)),
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

function cellOf({ value, state, period }: FigureAt, { decimals }: Compared): DifferenceCell {
	if (value === null) return { text: null, note: reason(state) };
	const year = period !== null && !isQuarter(period) ? period : '';
	const partial = state === 'parcial' ? 'parcial' : '';
	return { text: number(value, decimals), note: [year, partial].filter(Boolean).join(', ') };
}
