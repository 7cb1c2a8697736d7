import type { Period } from '../domain/period.ts';
import { addQuarters, isQuarter } from '../domain/quarter.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { amount, capital, fundQuarters, fundsAt, sameFund, type Money } from './funds.ts';
import { measure, type DeclaredMeasure } from './measure.ts';
import { plain, ratio } from './outcome.ts';
import { sum, sumCells, type Quantity } from './quantity.ts';
import type { Input } from './types.ts';

export const fundBasics = {
	family: 'FON',
	frequency: 'quarter',
	source: 'CEPAL/GTZ 2000, I.2.4; CGAP 1999',
	periods: fundQuarters
} as const;

type ShownMoney = { readonly dimension: string; readonly label: string };

const monies: readonly (ShownMoney & { readonly money: Money })[] = [
	{ money: 'converted', dimension: '', label: '' },
	{ money: 'PEN', dimension: 'PEN', label: 'Fondos en soles' },
	{ money: 'USD', dimension: 'USD', label: 'Fondos en dólares' }
];

/** A measure in soles over all funds, and one for the funds of each currency. Two are never added. */
export function perMoney(
	make: (money: Money, shown: ShownMoney) => DeclaredMeasure
): DeclaredMeasure[] {
	return monies.map(({ money, ...shown }) => make(money, shown));
}

/** `S/`, but for the dollars of dollar funds. */
export function moneyUnit(money: Money): string {
	return money === 'USD' ? 'US$' : 'S/';
}

/** A sum over the funds of a quarter; nothing when none was reported. */
export function overFunds(
	facts: Facts,
	quarter: Period,
	money: Money,
	column: string
): Quantity | undefined {
	const funds = fundsAt(facts, quarter, money);
	if (funds.length === 0) return undefined;
	return sum(funds.map(({ row }) => amount(facts, row, column, money)));
}

export const assigned = { label: 'capital asignado', column: 'fondos.capital_asignado' };

/** A fund reported in the quarter before and not in this one: the sum lacks it. */
function lacksFund(facts: Facts, quarter: Period): boolean {
	if (!isQuarter(quarter)) return false;
	const rows = facts.at('fondos', quarter);
	return facts
		.at('fondos', addQuarters(quarter, -1))
		.some((before) => !rows.some((row) => sameFund(row, before)));
}

export const FON01 = defineIndicator({
	...fundBasics,
	id: 'FON01',
	slug: 'capital-de-fondos',
	title: 'Capital asignado a fondos',
	shortTitle: 'Capital de fondos',
	question: '¿Cuánto capital puso la municipalidad en fondos para microempresas?',
	unit: 'S/',
	decimals: 0,
	direction: 'neutral',
	group: 'sum',
	featured: true,
	measures: perMoney((money, shown) =>
		measure({
			...shown,
			formula: 'capital asignado',
			unit: moneyUnit(money),
			inputs: { assigned },
			read: (facts, quarter) => {
				const sums = overFunds(facts, quarter, money, 'capital_asignado');
				const flags = lacksFund(facts, quarter) ? ['parcial', 'falta_un_fondo'] : [];
				return sums && { assigned: { ...sums, flags: [...sums.flags, ...flags] } };
			},
			compute: (values) => plain(values.assigned)
		})
	),
	note: 'Capital al final del trimestre, se haya prestado o no. En soles al tipo de cambio del trimestre; sin él, solo en su moneda.'
});

const others = { label: 'aporte de otros', column: 'fondos.aporte_otros' };

function placement(money: Money, shown: ShownMoney): DeclaredMeasure {
	return measure({
		...shown,
		formula: '100 × saldo de la cartera ÷ (capital asignado + aporte de otros)',
		factor: 100,
		inputs: {
			balance: { label: 'saldo de la cartera', column: 'fondos.saldo_vigente' },
			assigned,
			others
		},
		read: (facts, quarter) => {
			const balance = overFunds(facts, quarter, money, 'saldo_vigente');
			const own = overFunds(facts, quarter, money, 'capital_asignado');
			if (!balance || !own) return undefined;
			const funds = fundsAt(facts, quarter, money);
			const whole = sum(funds.map(({ row }) => capital(facts, row, money)));
			return { balance, assigned: own, others: less(whole, own) };
		},
		compute: (values) => ratio(values.balance, values.assigned + values.others, 100)
	});
}

/** What others put in: all capital less the municipality's own. */
function less(whole: Quantity, own: Quantity): Quantity {
	if (whole.value === null || own.value === null) return whole;
	return { ...whole, value: whole.value - own.value };
}

/** Nothing lent of some capital is 0 %, whatever others put in; no group can add it up. */
function zeroIsZero(declared: DeclaredMeasure): DeclaredMeasure {
	return {
		...declared,
		evaluate: (facts, quarter) => {
			const found = declared.evaluate(facts, quarter);
			const valueOf = ({ label }: Input) =>
				found?.inputs.find((input) => input.label === label)?.quantity.value ?? null;
			const untold = valueOf(others) === null && (valueOf(assigned) ?? 0) > 0;
			const nothingLent = found?.inputs[0]?.quantity.value === 0;
			return found && untold && nothingLent ? { ...found, value: 0, state: 'ok' } : found;
		}
	};
}

export const FON02 = defineIndicator({
	...fundBasics,
	id: 'FON02',
	slug: 'colocacion-de-fondos',
	title: 'Colocación del capital',
	shortTitle: 'Colocación',
	question: '¿Qué parte del capital está prestada?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	featured: true,
	measures: perMoney((money, shown) => zeroIsZero(placement(money, shown))),
	note: 'Si no hay aportes de otros escriba 0: una celda vacía deja el cálculo sin dato.'
});

export const FON05 = defineIndicator({
	...fundBasics,
	id: 'FON05',
	slug: 'cartera-en-riesgo',
	title: 'Cartera en riesgo (más de 30 días)',
	shortTitle: 'Cartera en riesgo',
	question: '¿Qué parte de lo prestado está atrasada más de 30 días?',
	unit: '%',
	decimals: 1,
	direction: 'lower',
	group: 'ratio-of-sums',
	source: 'CGAP 1999',
	measures: perMoney((money, shown) =>
		measure({
			...shown,
			formula: '100 × saldo en mora de más de 30 días ÷ saldo de la cartera',
			factor: 100,
			inputs: {
				late: { label: 'saldo en mora de más de 30 días', column: 'fondos.saldo_mora_30' },
				balance: { label: 'saldo de la cartera', column: 'fondos.saldo_vigente' }
			},
			read: (facts, quarter) => {
				const late = overFunds(facts, quarter, money, 'saldo_mora_30');
				const balance = overFunds(facts, quarter, money, 'saldo_vigente');
				return late && balance && { late, balance };
			},
			compute: ({ late, balance }) => ratio(late, balance, 100)
		})
	),
	note: 'Cuenta el saldo entero de los créditos con una cuota atrasada, no solo la cuota.'
});

const credits = { label: 'número de créditos', column: 'fondos.num_creditos' };

export const FON07 = defineIndicator({
	...fundBasics,
	id: 'FON07',
	slug: 'credito-promedio-y-mujeres',
	title: 'Crédito promedio y créditos a mujeres',
	shortTitle: 'Crédito promedio',
	question: '¿De cuánto es un crédito y cuántos van a mujeres?',
	unit: 'S/',
	decimals: 0,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [
		...perMoney((money, shown) =>
			measure({
				...shown,
				formula: 'monto colocado ÷ número de créditos',
				unit: moneyUnit(money),
				inputs: { lent: { label: 'monto colocado', column: 'fondos.colocado' }, credits },
				read: (facts, quarter) => {
					const lent = overFunds(facts, quarter, money, 'colocado');
					const rows = fundsAt(facts, quarter, money).map(({ row }) => row);
					return lent && { lent, credits: sumCells(rows, 'num_creditos') };
				},
				compute: (values) => ratio(values.lent, values.credits)
			})
		),
		measure({
			dimension: 'mujeres',
			label: 'Créditos a mujeres',
			formula: '100 × créditos a mujeres ÷ número de créditos',
			unit: '%',
			decimals: 1,
			direction: 'higher',
			factor: 100,
			inputs: {
				women: { label: 'créditos a mujeres', column: 'fondos.creditos_mujeres' },
				credits
			},
			read: (facts, quarter) => {
				const rows = fundsAt(facts, quarter, 'converted').map(({ row }) => row);
				if (rows.length === 0) return undefined;
				return {
					women: sumCells(rows, 'creditos_mujeres'),
					credits: sumCells(rows, 'num_creditos')
				};
			},
			compute: ({ women, credits: all }) => ratio(women, all, 100)
		})
	],
	note: 'De los créditos del trimestre.'
});
