import type { Period } from '../domain/period.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { fundBasics, perMoney } from './fondos.ts';
import { overYears, readRecovery, wholeYear, wholeYears } from './fondos-year.ts';
import { amount, fundsAt, type Money } from './funds.ts';
import { measure } from './measure.ts';
import { hidden } from './members.ts';
import { plain, ratio, type Outcome } from './outcome.ts';
import { cell, known, sum, times, unknown, type Quantity } from './quantity.ts';
import { ratioOfSums } from './members.ts';
import type { GroupResult, Input, MemberValue } from './types.ts';

const recovery: Input = { label: 'recuperación', column: 'fondos.cobrado_capital' };
const term: Input = { label: 'plazo en meses', column: 'fondos.plazo_promedio_meses' };

/**
 * Share of the portfolio lost in a year, in percent: what is not recovered, over the term, twice
 * (an average loan is half repaid).
 *
 * @param crr current recovery rate, in percent
 * @param months average term of the loans
 */
export function yearlyLoss(crr: number, months: number): number | null {
	return months > 0 ? (100 * (1 - crr / 100) * 2) / (months / 12) : null;
}

/** Terms of the funds, weighed by what fell due; and that weight. */
function readTerm(facts: Facts, quarter: Period, money: Money) {
	const funds = fundsAt(facts, quarter, money);
	if (funds.length === 0) return undefined;
	const due = funds.map((fund) =>
		overYears([fund], (row) => amount(facts, row, 'vencido_capital', money))
	);
	const months = funds.map(({ row }) => cell(row, 'plazo_promedio_meses'));
	const weighed = months.map((quantity, index): Quantity => {
		const weight = due[index];
		if (!weight || weight.value === null) return unknown();
		return times(quantity, weight.value);
	});
	return { months: sum(weighed), due: sum(due) };
}

function readLoss(facts: Facts, quarter: Period, money: Money) {
	const paid = readRecovery(facts, quarter, money);
	const terms = readTerm(facts, quarter, money);
	if (!paid || !terms) return undefined;
	return {
		recovery: divided(sum([paid.collected, times(paid.early, -1)]), paid.due, 100),
		term: divided(terms.months, terms.due)
	};
}

function divided(part: Quantity, whole: Quantity, factor = 1): Quantity {
	const both = sum([part, whole]);
	if (part.value === null || whole.value === null) return both;
	const { value, flags = [] } = ratio(part.value, whole.value, factor);
	if (value === null) return unknown('no_calculable', flags, both.facts);
	return known(value, both.facts, part.flags);
}

function loss(values: { recovery: number; term: number }): Outcome {
	return plain(yearlyLoss(values.recovery, values.term));
}

/** The loss that follows from the group's own recovery and its mean term. */
function pooledLoss(
	[recovered = [], terms = []]: readonly (readonly MemberValue[])[],
	size: number
): GroupResult {
	const crr = ratioOfSums(recovered, size, 100);
	const months = ratioOfSums(terms, size, 1);
	if (crr.value === null || months.value === null) return hidden(crr);
	return { ...crr, value: yearlyLoss(crr.value, months.value), numerator: null, denominator: null };
}

function readWriteOff(facts: Facts, quarter: Period) {
	const funds = fundsAt(facts, quarter, 'converted');
	if (funds.length === 0) return undefined;
	const { whole, flags } = wholeYears(funds);
	if (whole.length === 0) {
		const missing = unknown('no_calculable', ['faltan_trimestres']);
		return { lost: missing, mean: missing };
	}
	const over = (column: string) =>
		overYears(whole, (row) => amount(facts, row, column, 'converted'), flags);
	return { lost: over('castigado'), mean: times(over('saldo_vigente'), 1 / wholeYear) };
}

export const FON06 = defineIndicator({
	...fundBasics,
	id: 'FON06',
	slug: 'perdida-anual-implicita',
	title: 'Pérdida anual implícita',
	shortTitle: 'Pérdida anual',
	question: '¿Qué parte de la cartera se perdería en un año a este ritmo de cobro?',
	unit: '% al año',
	decimals: 1,
	direction: 'lower',
	group: 'pooled',
	source: 'CGAP 1999',
	measures: [
		...perMoney((money, shown) =>
			measure({
				...shown,
				formula: '100 × (1 − recuperación ÷ 100) ÷ (plazo en meses ÷ 12) × 2',
				group: money === 'converted' ? 'pooled' : 'none',
				inputs: { recovery, term },
				read: (facts, quarter) => readLoss(facts, quarter, money),
				compute: loss,
				...(money === 'converted' && {
					pool: {
						parts: [
							['FON04', ''],
							['FON06', 'plazo']
						],
						combine: pooledLoss
					}
				})
			})
		),
		measure({
			dimension: 'castigado',
			label: 'Castigado en un año',
			formula: '100 × castigado en cuatro trimestres ÷ saldo medio',
			unit: '%',
			group: 'ratio-of-sums',
			factor: 100,
			inputs: {
				lost: { label: 'castigado en cuatro trimestres', column: 'fondos.castigado' },
				mean: { label: 'saldo medio', column: 'fondos.saldo_vigente' }
			},
			read: readWriteOff,
			compute: ({ lost, mean }) => ratio(lost, mean, 100)
		}),
		measure({
			dimension: 'plazo',
			label: 'Plazo medio',
			formula: 'plazo por capital que venció ÷ capital que venció',
			unit: 'meses',
			direction: 'neutral',
			group: 'ratio-of-sums',
			inputs: {
				months: { label: 'plazo por capital que venció', column: term.column },
				due: { label: 'capital que venció', column: 'fondos.vencido_capital' }
			},
			read: (facts, quarter) => readTerm(facts, quarter, 'converted'),
			compute: ({ months, due }) => ratio(months, due)
		})
	],
	note: 'Un fondo que cobra el 95 % de lo que vence, a seis meses, pierde el 20 % de su cartera en un año.'
});
