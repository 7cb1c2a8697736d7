import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';

/** A part in percent of its whole; null when either is blank or the whole is 0. */
export function percentOf(part: number | null, whole: number | null): number | null {
	return part === null || !whole ? null : (100 * part) / whole;
}

/** Whether a share is outside 0-100 %, or beyond what is usual for it. */
export function isOdd(share: number, { low, high } = { low: 0, high: 100 }): boolean {
	return share < low || share > high;
}

type Ratio = {
	readonly part: string;
	readonly whole: (cells: Cells) => number | null;
	readonly low: number;
	readonly high: number;
	/** Both in words, for the message. */
	readonly partName: string;
	readonly wholeName: string;
};

function sumOf(cells: Cells, columns: readonly string[]): number | null {
	const first = numberIn(cells, columns[0] ?? '');
	return first === null
		? null
		: columns.slice(1).reduce((sum, column) => sum + (numberIn(cells, column) ?? 0), first);
}

function oddRatio({ part, whole, low, high, partName, wholeName }: Ratio): RowRule {
	const shareIn = (cells: Cells) => percentOf(numberIn(cells, part), whole(cells));
	return {
		id: 'DQ16',
		severity: 'notice',
		says: `${partName} va de ${low} a ${high} % de ${wholeName}.`,
		check: (cells) => {
			const share = shareIn(cells);
			if (share === null || !isOdd(share, { low, high })) return undefined;
			return {
				column: part,
				expected: `de ${low} a ${high} %`,
				message: `${partName} (${formatNumber(numberIn(cells, part) ?? 0)}) es el ${formatNumber(share, 1)} % de ${wholeName} (${formatNumber(whole(cells) ?? 0)}); lo usual es de ${low} a ${high} %. Revise las dos cifras.`
			};
		}
	};
}

/** Shares that two columns of a row give and that are rarely so. */
export const DQ16: Readonly<Record<string, readonly RowRule[]>> = {
	fondos: [
		oddRatio({
			part: 'saldo_vigente',
			whole: (cells) => sumOf(cells, ['capital_asignado', 'aporte_otros']),
			low: 0,
			high: 100,
			partName: 'El saldo de la cartera',
			wholeName: 'capital y aportes'
		})
	],
	umpe: [
		oddRatio({
			part: 'presupuesto_asignado',
			whole: (cells) => numberIn(cells, 'presupuesto_municipal'),
			low: 0,
			high: 30,
			partName: 'El presupuesto de la unidad',
			wholeName: 'presupuesto municipal'
		})
	],
	contexto: [
		oddRatio({
			part: 'poblacion_15mas',
			whole: (cells) => numberIn(cells, 'poblacion_total'),
			low: 40,
			high: 100,
			partName: 'La población de 15 y más',
			wholeName: 'la población'
		})
	]
};
