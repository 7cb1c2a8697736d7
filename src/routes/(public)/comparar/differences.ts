import type { Order } from './asked.ts';
import type { FigureAt } from './figures-at.ts';
import type { Compared } from './measures.ts';

/** How far apart some places are: in the indicator's unit, and as a share of the largest (0 to 1). */
export type Gap = { readonly size: number; readonly share: number };

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

	const size = Math.max(...values) - Math.min(...values);
	const largest = Math.max(...values.map(Math.abs));
	// Figures on both sides of zero are further apart than the larger one: that is «all of it».
	return { size, share: largest === 0 ? 0 : Math.min(1, size / largest) };
}

/** In the order asked for. Equal shares, and what cannot be compared, stay in the order of themes. */
export function sortDifferences(rows: readonly Difference[], order: Order): Difference[] {
	if (order === 'tema') return [...rows];
	if (order === 'nombre') {
		const collator = new Intl.Collator('es-PE');
		return rows.toSorted((a, b) => collator.compare(a.compared.title, b.compared.title));
	}
	return rows.toSorted((a, b) => (b.gap?.share ?? -1) - (a.gap?.share ?? -1));
}
