import type { Order } from './asked.ts';
import type { FigureAt } from './figure-at.ts';
import type { Compared } from './measures.ts';

/** How far apart some places are. */
export type Gap = {
	readonly low: number;
	readonly high: number;
	/** `high` less `low`, as a share of the larger of them, 0 to 1; null when zero lies between, where it means nothing. */
	readonly share: number | null;
};

/** One measure beside the places compared, in their order. */
export type Difference = {
	readonly compared: Compared;
	readonly figures: readonly FigureAt[];
	/** Null with fewer than two complete figures: nothing is compared with a missing or partial one. */
	readonly gap: Gap | null;
};

/** The distance between the highest and the lowest of the complete figures. */
export function gapOf(figures: readonly FigureAt[]): Gap | null {
	const values = figures.flatMap(({ value, state }) =>
		value !== null && state === 'ok' ? [value] : []
	);
	if (values.length < 2) return null;

	const high = Math.max(...values);
	const low = Math.min(...values);
	const largest = Math.max(Math.abs(high), Math.abs(low));
	const share = low < 0 && high > 0 ? null : largest === 0 ? 0 : (high - low) / largest;
	return { low, high, share };
}

/** In the order asked for. Equal shares, and what cannot be compared, stay in the order of themes. */
export function sortDifferences(rows: readonly Difference[], order: Order): Difference[] {
	if (order === 'tema') return [...rows];
	if (order === 'nombre') {
		const collator = new Intl.Collator('es-PE');
		return rows.toSorted((a, b) => collator.compare(a.compared.title, b.compared.title));
	}
	return rows.toSorted((a, b) => weight(b.gap) - weight(a.gap));
}

function weight(gap: Gap | null): number {
	if (gap === null) return -2;
	return gap.share ?? -1;
}
