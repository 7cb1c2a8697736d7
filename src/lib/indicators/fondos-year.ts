import type { Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { fundBasics, perMoney } from './fondos.ts';
import { amount, capital, fundsAt, type Fund, type Money } from './funds.ts';
import { measure } from './measure.ts';
import { ratio } from './outcome.ts';
import { sum, times, unknown, type Quantity } from './quantity.ts';

/** Quarters of a year of a fund. */
export const wholeYear = 4;

/** Funds with all four quarters, and whether any fund of the quarter lacks one. */
export function wholeYears(funds: readonly Fund[]): { whole: Fund[]; flags: string[] } {
	const whole = funds.filter(({ year }) => year.length === wholeYear);
	return { whole, flags: whole.length < funds.length ? ['parcial', 'faltan_trimestres'] : [] };
}

/** A sum over every row of some years. */
export function overYears(
	funds: readonly Fund[],
	take: (row: Fact) => Quantity,
	flags: readonly string[] = []
): Quantity {
	const total = sum(funds.flatMap(({ year }) => year.map(take)));
	return { ...total, flags: [...new Set([...total.flags, ...flags])] };
}

function readRotation(facts: Facts, quarter: Period, money: Money) {
	const funds = fundsAt(facts, quarter, money);
	if (funds.length === 0) return undefined;
	const { whole, flags } = wholeYears(funds);
	if (whole.length === 0) {
		const missing = unknown('no_calculable', ['faltan_trimestres']);
		return { lent: missing, mean: missing };
	}
	const stock = overYears(whole, (row) => capital(facts, row, money));
	return {
		lent: overYears(whole, (row) => amount(facts, row, 'colocado', money), flags),
		mean: times(stock, 1 / wholeYear)
	};
}

export const FON03 = defineIndicator({
	...fundBasics,
	id: 'FON03',
	slug: 'rotacion-del-capital',
	title: 'Rotación del capital',
	shortTitle: 'Rotación',
	question: '¿Cuántas veces al año se presta el capital?',
	unit: 'veces al año',
	decimals: 2,
	direction: 'higher',
	group: 'ratio-of-sums',
	source: 'CGAP 1999',
	measures: perMoney((money, shown) =>
		measure({
			...shown,
			formula: 'monto colocado en cuatro trimestres ÷ capital medio',
			inputs: {
				lent: { label: 'monto colocado en cuatro trimestres', column: 'fondos.colocado' },
				mean: { label: 'capital medio', column: 'fondos.capital_asignado' }
			},
			read: (facts, quarter) => readRotation(facts, quarter, money),
			compute: ({ lent, mean }) => ratio(lent, mean)
		})
	),
	note: 'Necesita los cuatro últimos trimestres del fondo. El capital incluye el aporte de otros.'
});

/** Principal collected without prepayments, and principal that fell due, over up to four quarters. */
export function readRecovery(facts: Facts, quarter: Period, money: Money) {
	const funds = fundsAt(facts, quarter, money);
	if (funds.length === 0) return undefined;
	const { flags } = wholeYears(funds);
	const over = (column: string) => overYears(funds, (row) => amount(facts, row, column, money));
	return {
		collected: { ...over('cobrado_capital'), flags },
		early: over('adelantos'),
		due: over('vencido_capital')
	};
}

export const FON04 = defineIndicator({
	...fundBasics,
	id: 'FON04',
	slug: 'recuperacion-corriente',
	title: 'Recuperación corriente',
	shortTitle: 'Recuperación',
	question: '¿Qué parte de lo que venció se cobró?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	source: 'CGAP 1999',
	measures: perMoney((money, shown) =>
		measure({
			...shown,
			formula: '100 × (capital cobrado − adelantos) ÷ capital que venció',
			factor: 100,
			inputs: {
				collected: { label: 'capital cobrado', column: 'fondos.cobrado_capital' },
				early: { label: 'adelantos', column: 'fondos.adelantos' },
				due: { label: 'capital que venció', column: 'fondos.vencido_capital' }
			},
			read: (facts, quarter) => readRecovery(facts, quarter, money),
			compute: ({ collected, early, due }) => ratio(collected - early, due, 100)
		})
	),
	note: 'Suma los cuatro últimos trimestres; con menos es parcial. Pasa de 100 cuando se cobran atrasos. Si no hubo adelantos escriba 0.'
});
