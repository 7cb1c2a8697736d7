import { numberIn } from '../datasets/cells.ts';
import type { RowRule, RuleFinding } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';
import { isImplausible, limitsOf, ruralShare, type Limits } from './plausible.ts';

/** A rule for one rate: its message is handed the rate and the limit that it passes. */
function plausible(
	column: string,
	says: string,
	message: (value: number, limits: Limits, cells: Cells) => string
): RowRule {
	return {
		id: 'DQ06',
		severity: 'warning',
		says,
		applies: (cells) => numberIn(cells, column) !== null && limitsOf(column, cells) !== undefined,
		check: (cells): RuleFinding | undefined => {
			const value = numberIn(cells, column);
			const limits = limitsOf(column, cells);
			if (value === null || !limits || !isImplausible(column, cells)) return undefined;
			return {
				column,
				expected: `de ${formatNumber(limits.low)} a ${formatNumber(limits.high, 1)} %`,
				message: `${message(value, limits, cells)} Revise que cada cifra esté en su columna y corríjala, o explique por qué es así.`
			};
		}
	};
}

function beyond(value: number, { low, high }: Limits): string {
	const gap = value < low ? low - value : value - high;
	return `${formatNumber(gap, 1)} puntos ${value < low ? 'menos' : 'más'}`;
}

/** Rates that cannot well be as they are. */
export const DQ06: readonly RowRule[] = [
	plausible(
		'porc_pea_ocupada_15mas',
		'Está ocupada entre la mitad y toda la PEA.',
		(value, limits) =>
			`Dice que está ocupado el ${formatNumber(value)} % de la PEA, y lo normal es de 50 a 100 %: ${beyond(value, limits)}.`
	),
	plausible(
		'tasa_actividad_15mas',
		'La tasa de actividad va de 20 a 90 %.',
		(value, limits) =>
			`La tasa de actividad dice ${formatNumber(value)} %, y lo normal es de 20 a 90 %: ${beyond(value, limits)}.`
	),
	plausible(
		'porc_ocup_agricultura',
		'Los ocupados en agricultura no pasan en más de 30 puntos de la población rural.',
		(value, limits, cells) =>
			`Agricultura ocupa al ${formatNumber(value)} %, y solo el ${formatNumber(ruralShare(cells) ?? 0, 1)} % de la población es rural; se esperaba hasta ${formatNumber(limits.high, 1)} %: ${beyond(value, limits)}.`
	),
	plausible(
		'porc_ocup_servicios',
		'Agricultura y servicios no ocupan juntos a más del 100 %.',
		(value, limits) =>
			`Agricultura ${formatNumber(100 - limits.high)} + servicios ${formatNumber(value)} = ${formatNumber(100 - limits.high + value)} % de los ocupados, y no puede pasar de 100: ${beyond(value, limits)}.`
	)
];
