import { contexto } from '../datasets/contexto.ts';
import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';
import { isImplausible } from './plausible.ts';

/** Rates in the order in which the tables of INEI print them, one under the other. */
const printedOrder: readonly string[] = [
	'tasa_actividad_15mas',
	'porc_pea_ocupada_15mas',
	'porc_ocup_agricultura',
	'porc_ocup_servicios',
	'porc_asalariados'
];

/** Columns of a run with what each would hold after it moves by one row. */
export type Shift = { readonly columns: readonly string[]; readonly moved: Cells };

/**
 * The run of rates that fits better one row away: at least two of it are implausible as typed, and
 * none after moving. Moved up, it began at its first implausible rate and left a blank at the end;
 * moved down, it left one before it and goes on to the last.
 */
export function findShift(cells: Cells): Shift | undefined {
	// Nearly every row ends here: moving is tried only where two rates are wrong.
	if (printedOrder.filter((column) => isImplausible(column, cells)).length < 2) return undefined;
	for (const order of [printedOrder, printedOrder.toReversed()]) {
		for (let end = 1; end < order.length; end++) {
			if (numberIn(cells, order[end] ?? '') !== null) continue;
			for (let start = 0; start < end; start++) {
				const columns = order.slice(start, end + 1);
				if (order === printedOrder && !isImplausible(columns[0] ?? '', cells)) continue;
				const shift = { columns, moved: move(cells, columns) };
				if (isBetter(cells, shift)) return shift;
			}
		}
	}
	return undefined;
}

/** The cells with each value of a run one column further on; the first becomes blank. */
function move(cells: Cells, columns: readonly string[]): Cells {
	const values = columns.map((column, index) => [
		column,
		index === 0 ? null : numberIn(cells, columns[index - 1] ?? '')
	]);
	return { ...cells, ...Object.fromEntries(values) };
}

function isBetter(cells: Cells, { columns, moved }: Shift): boolean {
	const typed = columns.slice(0, -1);
	if (typed.some((column) => numberIn(cells, column) === null)) return false;
	const wrong = typed.filter((column) => isImplausible(column, cells));
	return wrong.length >= 2 && !printedOrder.some((column) => isImplausible(column, moved));
}

/** Values that slid by one row when the table was copied. */
export const DQ08: RowRule = {
	id: 'DQ08',
	severity: 'notice',
	says: 'Si varias tasas seguidas no son plausibles y lo serían una fila más allá, se propone correrlas.',
	check: (cells) => {
		const shift = findShift(cells);
		if (!shift) return undefined;

		const show = (from: Cells) =>
			[...shift.columns]
				.sort((a, b) => printedOrder.indexOf(a) - printedOrder.indexOf(b))
				.map((column) => {
					const value = numberIn(from, column);
					return `${contexto.columns[column]?.label ?? column} ${value === null ? 'vacía' : formatNumber(value)}`;
				})
				.join('; ');
		return {
			column: shift.columns[0],
			expected: show(shift.moved),
			suggestion: show(shift.moved),
			message: `Los valores parecen corridos una fila. Ahora dice: ${show(cells)}. Corridos quedarían: ${show(shift.moved)}. Compare con la fuente y, si es así, muévalos.`
		};
	}
};
