import { numberIn } from '../datasets/cells.ts';
import type { Dataset, RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';

/**
 * Counts are whole numbers: one rule for each count column. The reader hands the figure over with
 * its decimals, so that other rules (DQ05) can name it too.
 */
export function DQ04(dataset: Dataset): RowRule[] {
	return Object.entries(dataset.columns)
		.filter(([, column]) => column.type === 'count')
		.map(([name, { label }]) => ({
			id: 'DQ04',
			severity: 'error',
			says: `«${label}» es un número entero.`,
			check: (cells) => {
				const value = numberIn(cells, name);
				if (value === null || Number.isInteger(value)) return undefined;
				const below = Math.floor(value);
				return {
					column: name,
					expected: 'un número entero',
					message: `«${label}» dice ${formatNumber(value)}, y se cuentan enteros: ${formatNumber(below)} o ${formatNumber(below + 1)}, no ${formatNumber(value - below)} más. Escriba la cifra completa de la fuente.`
				};
			}
		}));
}
