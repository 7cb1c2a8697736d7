import { changeSize, isShown, type Measured } from './number.ts';

/** `subió 2.1 puntos`, `bajó 3 microempresas`, `sin cambio`. */
export function changeWords(change: number, measured: Measured): string {
	if (!isShown(change, measured.decimals)) return 'sin cambio';
	return `${change > 0 ? 'subió' : 'bajó'} ${changeSize(change, measured)}`;
}

/** A change of the index, where less than one point is no change. */
export function indexChangeWords(change: number): string {
	if (Math.abs(change) < 1) return 'sin cambio';
	return changeWords(change, { unit: 'puntos', decimals: 1 });
}
