import { numberIn, textIn } from '../datasets/cells.ts';
import type { Dataset } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';
import type { ContextRule, Rates } from './history.ts';
import { median } from './odd.ts';
import { figuresWithPast } from './past.ts';

/** Quarters in one currency that are needed to know what is usual in it. */
const least = 3;

/** Columns with money in the currency that the row names. */
export function amountColumns(dataset: Dataset): string[] {
	if (!dataset.columns['moneda'] || !dataset.municipality) return [];
	return Object.entries(dataset.columns).flatMap(([name, { type, unit }]) =>
		type === 'decimal' && unit === undefined ? [name] : []
	);
}

/** The rate of a currency in a quarter, or in any quarter of a year; 1 for soles. */
export function rateOf(rates: Rates, currency: string, period: string): number | undefined {
	if (currency === 'PEN') return 1;
	const quarters = period.includes('-T') ? [period] : [4, 3, 2, 1].map((n) => `${period}-T${n}`);
	return quarters.flatMap((quarter) => rates.get(`${currency} ${quarter}`) ?? [])[0];
}

/** Whether a ratio is a rate of exchange, give or take 15 %. */
export function isAboutRate(ratio: number, rate: number): boolean {
	return ratio >= rate * 0.85 - 1e-9 && ratio <= rate * 1.15 + 1e-9;
}

function firstAmount(cells: Cells, dataset: Dataset): string | undefined {
	return amountColumns(dataset).find((column) => (numberIn(cells, column) ?? 0) > 0);
}

/** An amount can be turned into soles, and is in the currency that its row says. */
export const DQ21: ContextRule = {
	id: 'DQ21',
	severity: 'warning',
	says: 'Un monto en dólares tiene tipo de cambio de su trimestre, y no se escriben dólares por soles.',
	applies: (cells, { dataset }) => firstAmount(cells, dataset) !== undefined,
	*check(cells, { dataset, history, rates }) {
		const currency = textIn(cells, 'moneda');
		const period = String(cells[dataset.period ?? ''] ?? '');
		const amount = firstAmount(cells, dataset);
		if (currency === null || amount === undefined) return;

		if (rateOf(rates, currency, period) === undefined)
			yield {
				column: 'moneda',
				expected: `el tipo de cambio de ${period}`,
				message: `Hay ${formatNumber(numberIn(cells, amount) ?? 0)} en ${currency} y no está el tipo de cambio de ${period}: el monto se guarda y no se sumará con otros en soles hasta que la coordinación lo cargue. Revise que no sean soles.`
			};

		const dollars = rateOf(rates, 'USD', period);
		if (dollars === undefined) return;
		const same = history.filter((past) => textIn(past.cells, 'moneda') === currency);
		for (const { column, value, past } of figuresWithPast(cells, same, { dataset, least })) {
			const usual = median(past) ?? 0;
			if (!amountColumns(dataset).includes(column) || usual <= 0 || value <= 0) continue;
			yield* mistaken({ column, value, usual, currency, dollars });
		}
	}
};

type Doubt = {
	readonly column: string;
	readonly value: number;
	/** The middle of the earlier quarters, in the same currency. */
	readonly usual: number;
	readonly currency: string;
	/** Soles for a dollar. */
	readonly dollars: number;
};

/** What makes one take dollars for soles: the figure is a rate of exchange away from its past. */
function* mistaken({ column, value, usual, currency, dollars }: Doubt) {
	const [ratio, other] = currency === 'PEN' ? [usual / value, 'dólares'] : [value / usual, 'soles'];
	if (!isAboutRate(ratio, dollars)) return;
	yield {
		column,
		expected: `cerca de ${formatNumber(usual)}`,
		message: `Dice ${formatNumber(value)} ${currency} y antes era cerca de ${formatNumber(usual)} ${currency}: la razón, ${formatNumber(ratio, 2)}, es la del tipo de cambio (${formatNumber(dollars, 2)}). Revise si el monto está en ${other}.`
	};
}
