import { formatNumber } from '../domain/number.ts';
import { numberIn, textIn } from './cells.ts';
import type { RowRule } from './types.ts';

/** An amount is in some currency: a row with one names it. */
export function amountsNeedCurrency(columns: readonly string[]): RowRule {
	return {
		id: 'moneda-necesaria',
		severity: 'error',
		says: 'Un monto lleva moneda.',
		check: (cells) => {
			const amount = columns.find((column) => (numberIn(cells, column) ?? 0) > 0);
			if (!amount || textIn(cells, 'moneda') !== null) return undefined;
			return {
				column: 'moneda',
				expected: 'PEN o USD',
				message: `Hay un monto de ${formatNumber(numberIn(cells, amount) ?? 0)} sin moneda. Escriba PEN si son soles o USD si son dólares.`
			};
		}
	};
}
