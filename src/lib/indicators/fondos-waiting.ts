import { median } from '../comparison/summary.ts';
import type { Period } from '../domain/period.ts';
import { isQuarter, quarterIndex, type Quarter } from '../domain/quarter.ts';
import type { Fact } from '../domain/record.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { fundBasics } from './fondos.ts';
import { fundQuarters, fundsAt, sameFund } from './funds.ts';
import { measure } from './measure.ts';
import { plain } from './outcome.ts';
import { known, numberIn, unknown, type Quantity } from './quantity.ts';

/** Rows of one fund up to a quarter, oldest first. */
function historyOf(facts: Facts, quarter: Quarter, row: Fact): Fact[] {
	return fundQuarters(facts)
		.filter((other) => other <= quarter)
		.flatMap((other) => facts.at('fondos', other).filter((fact) => sameFund(fact, row)));
}

/**
 * Quarters from the first capital to the first loan, or up to now when there is none. Unknown when a
 * blank may hide a loan, or when money was out before the first reported loan.
 */
function waitOf(facts: Facts, quarter: Quarter, row: Fact): Quantity {
	const history = historyOf(facts, quarter, row);
	const first = history.findIndex((fact) => (numberIn(fact, 'capital_asignado') ?? 0) > 0);
	if (first === -1) return unknown('no_calculable', [], history);

	const since = history.slice(first);
	const lent = since.findIndex((fact) => (numberIn(fact, 'colocado') ?? 0) > 0);
	const waited = lent === -1 ? since : since.slice(0, lent);
	const doubtful = waited.some(
		(fact) => numberIn(fact, 'colocado') === null || (numberIn(fact, 'saldo_vigente') ?? 0) > 0
	);
	if (doubtful) return unknown('no_calculable', ['colocacion_desconocida'], since);

	const start = indexOf(since[0]);
	const end = lent === -1 ? quarterIndex(quarter) : indexOf(since[lent]);
	const gaps = end - start + 1 > (lent === -1 ? waited.length : lent + 1);
	const flags = [...(lent === -1 ? ['sigue_contando'] : []), ...(gaps ? ['parcial'] : [])];
	return known(end - start, since, flags);
}

function indexOf(fact: Fact | undefined): number {
	const period = fact?.period ?? '';
	return isQuarter(period) ? quarterIndex(period) : NaN;
}

/** The middle of the funds whose wait is known. */
function waitOfFunds(facts: Facts, quarter: Period): Quantity | undefined {
	if (!isQuarter(quarter)) return undefined;
	const funds = fundsAt(facts, quarter, 'converted');
	if (funds.length === 0) return undefined;

	const waits = funds.map(({ row }) => waitOf(facts, quarter, row));
	const middle = median(waits.map(({ value }) => value));
	const rows = waits.flatMap((wait) => wait.facts);
	const flags = [...new Set(waits.flatMap((wait) => wait.flags))];
	if (middle === null) return unknown('no_calculable', flags, rows);
	const some = waits.some(({ value }) => value === null) ? ['parcial'] : [];
	return known(middle, rows, [...flags, ...some]);
}

export const FON08 = defineIndicator({
	...fundBasics,
	id: 'FON08',
	slug: 'trimestres-sin-colocar',
	title: 'Trimestres sin colocar',
	shortTitle: 'Sin colocar',
	question: '¿Cuánto tardó el fondo en dar su primer crédito?',
	unit: 'trimestres',
	decimals: 0,
	direction: 'lower',
	group: 'median',
	source: 'CEPAL/GTZ 2000, I.2.4a',
	measures: [
		measure({
			formula: 'trimestres desde el primer capital hasta el primer crédito',
			inputs: {
				wait: {
					label: 'trimestres desde el primer capital hasta el primer crédito',
					column: 'fondos.colocado'
				}
			},
			read: (facts, quarter) => {
				const wait = waitOfFunds(facts, quarter);
				return wait && { wait };
			},
			compute: ({ wait }) => plain(wait)
		})
	],
	note: 'Sigue contando mientras no haya ningún crédito. Con varios fondos es el del medio.'
});
