import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';

/** Persons of 15 and more: as counted, else the share of the total. Null when neither is known. */
export function residents15(cells: Cells): number | null {
	const counted = numberIn(cells, 'poblacion_15mas');
	if (counted !== null) return counted;
	const share = numberIn(cells, 'porc_15mas');
	const total = numberIn(cells, 'poblacion_total');
	return share === null || total === null ? null : (share / 100) * total;
}

/** Labour force of 15 and more that the activity rate implies; null when a figure is blank. */
export function active15(cells: Cells): number | null {
	const rate = numberIn(cells, 'tasa_actividad_15mas');
	const residents = residents15(cells);
	return rate === null || residents === null ? null : (rate / 100) * residents;
}

/** The labour force from 15 is part of the one from a lower age. */
export const DQ07: RowRule = {
	id: 'DQ07',
	severity: 'error',
	says: 'La tasa de actividad por la población de 15 y más no pasa de la PEA contada desde una edad menor.',
	applies: (cells) =>
		active15(cells) !== null &&
		numberIn(cells, 'pea') !== null &&
		(numberIn(cells, 'pea_edad_min') ?? 15) < 15,
	check: (cells) => {
		const active = active15(cells);
		const force = numberIn(cells, 'pea');
		const age = numberIn(cells, 'pea_edad_min');
		if (active === null || force === null || age === null || age >= 15 || active <= force)
			return undefined;
		return {
			column: 'tasa_actividad_15mas',
			expected: `${formatNumber((100 * force) / (residents15(cells) ?? 1), 1)} o menos`,
			message: `${formatNumber(numberIn(cells, 'tasa_actividad_15mas') ?? 0)} % de ${formatNumber(residents15(cells) ?? 0, 0)} personas de 15 y más son ${formatNumber(active, 0)} activas, más que toda la PEA de ${age} y más, ${formatNumber(force)}: sobran ${formatNumber(active - force, 0)}. Revise la tasa, la PEA y la población de 15 y más.`
		};
	}
};
