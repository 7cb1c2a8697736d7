import { numberIn } from '../datasets/cells.ts';
import type { Cells } from '../domain/record.ts';

/** What a rate may plausibly be, in percent. */
export type Limits = { readonly low: number; readonly high: number };

/** Percentage of the population that is rural; null when not known. */
export function ruralShare(cells: Cells): number | null {
	const urban = numberIn(cells, 'poblacion_urbana');
	const rural = numberIn(cells, 'poblacion_rural');
	if (urban === null || rural === null || urban + rural === 0) return null;
	return (100 * rural) / (urban + rural);
}

/** Limits of a rate among the other cells of its row; undefined when nothing can be said. */
export function limitsOf(column: string, cells: Cells): Limits | undefined {
	if (column === 'porc_pea_ocupada_15mas') return { low: 50, high: 100 };
	if (column === 'tasa_actividad_15mas') return { low: 20, high: 90 };
	if (column === 'porc_ocup_agricultura') {
		const rural = ruralShare(cells);
		return rural === null ? undefined : { low: 0, high: Math.min(100, rural + 30) };
	}
	if (column === 'porc_ocup_servicios') {
		const farming = numberIn(cells, 'porc_ocup_agricultura');
		return farming === null ? undefined : { low: 0, high: 100 - farming };
	}
	return undefined;
}

/** Whether a rate is outside its limits; a blank never is. */
export function isImplausible(column: string, cells: Cells): boolean {
	const value = numberIn(cells, column);
	const limits = limitsOf(column, cells);
	// Shares printed with a decimal may pass 100 together by their rounding.
	return !!limits && value !== null && (value < limits.low || value > limits.high + 0.1);
}
