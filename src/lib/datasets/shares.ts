import { decimalsOf, formatNumber, roundTo } from '../domain/number.ts';
import type { Blanks, Cells, Row } from '../domain/record.ts';
import { numberIn } from './cells.ts';
import type { RowRule } from './types.ts';

/** Rules of datasets whose rows are parts of a whole, as a count or as a share. */

export const countOrShare: RowRule = {
	id: 'cantidad-o-porcentaje',
	severity: 'error',
	says: 'Cada fila trae la cantidad, el porcentaje o los dos.',
	check: (cells, { blanks = {} }) =>
		isBare(cells, blanks, 'cantidad') && isBare(cells, blanks, 'porcentaje')
			? {
					column: 'cantidad',
					expected: 'la cantidad o el porcentaje',
					message: 'Escriba la cantidad o el porcentaje; las dos celdas están vacías.'
				}
			: undefined
};

/** Whether a figure is neither there nor said to be pending, of no concern or nothing to report. */
function isBare(cells: Cells, blanks: Blanks, name: string): boolean {
	return numberIn(cells, name) === null && (blanks[name] ?? 'vacio') === 'vacio';
}

/** The shares of some rows with their sum, and how far from 100 rounding alone may take it. */
export type Shares = {
	readonly shares: readonly number[];
	readonly sum: number;
	/** Half a point, or half the last decimal of each share when that is more. */
	readonly tolerance: number;
};

/** Adds up `porcentaje` over rows; blanks are left out. */
export function sharesOf(rows: readonly Row[]): Shares {
	const shares = rows.flatMap((row) => numberIn(row.cells, 'porcentaje') ?? []);
	const decimals = Math.max(0, ...shares.map(decimalsOf));
	return {
		shares,
		sum: roundTo(
			shares.reduce((sum, share) => sum + share, 0),
			6
		),
		tolerance: Math.max(0.5, shares.length * 0.5 * 10 ** -decimals)
	};
}

/** `62 + 14 + 14 = 90`, for messages. */
export function sumInWords({ shares, sum }: Shares): string {
	return `${shares.map((share) => formatNumber(share)).join(' + ')} = ${formatNumber(sum)}`;
}
