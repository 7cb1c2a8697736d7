import type { Currency } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import { addQuarters, isQuarter, type Quarter } from '../domain/quarter.ts';
import type { Fact } from '../domain/record.ts';
import type { Facts } from './facts.ts';
import { cell, known, sum, textIn, times, unknown, type Quantity } from './quantity.ts';

/** In what an amount is told: its own currency, or everything in soles (the headline). */
export type Money = Currency | 'converted';

/** One fund in one currency, in the quarter asked for and in those before it. */
export type Fund = {
	readonly row: Fact;
	/** The last four quarters that were reported, oldest first; the row is the last of them. */
	readonly year: readonly Fact[];
};

export function fundQuarters(facts: Facts): Quarter[] {
	return facts.periods('fondos').filter(isQuarter);
}

/** Funds with a row in a quarter: all of them, or those in one currency. */
export function fundsAt(facts: Facts, quarter: Period, money: Money): Fund[] {
	if (!isQuarter(quarter)) return [];
	const wanted = facts
		.at('fondos', quarter)
		.filter((row) => money === 'converted' || currencyOf(row) === money);
	const quarters = [-3, -2, -1, 0].map((step) => addQuarters(quarter, step));
	return wanted.map((row) => ({
		row,
		year: quarters.flatMap(
			(at) => facts.at('fondos', at).find((other) => sameFund(row, other)) ?? []
		)
	}));
}

export function sameFund(row: Fact, other: Fact): boolean {
	const same = (column: string) => textIn(row, column) === textIn(other, column);
	return same('fondo_id') && same('moneda');
}

export function currencyOf(row: Fact): string | null {
	return textIn(row, 'moneda');
}

/** An amount of a row, in its own currency or in soles at the average rate of the same quarter. */
export function amount(facts: Facts, row: Fact, column: string, money: Money): Quantity {
	return inMoney(facts, row, cell(row, column), money);
}

/** All capital of a row: the municipality's own and that of others. */
export function capital(facts: Facts, row: Fact, money: Money): Quantity {
	const own = cell(row, 'capital_asignado');
	return inMoney(facts, row, sum([own, orNothing(row, 'aporte_otros')]), money);
}

/** A cell in which «no aplica» and «nada que informar» say that there is none. A blank does not. */
function orNothing(row: Fact, column: string): Quantity {
	const blank = row.blanks[column];
	return blank === 'no_aplica' || blank === 'nada' ? known(0, [row]) : cell(row, column);
}

function inMoney(facts: Facts, row: Fact, quantity: Quantity, money: Money): Quantity {
	const currency = currencyOf(row);
	if (money !== 'converted' || currency === 'PEN' || quantity.value === null) return quantity;

	const rates = row.period && isQuarter(row.period) ? facts.at('tipo_cambio', row.period) : [];
	const rate = rates.find((fact) => textIn(fact, 'moneda') === currency);
	const soles = rate ? cell(rate, 'soles_por_unidad') : unknown();
	const used = [...quantity.facts, ...soles.facts];
	if (soles.value === null) return unknown('no_calculable', ['sin_tipo_de_cambio'], used);
	return { ...times(quantity, soles.value), facts: used };
}
