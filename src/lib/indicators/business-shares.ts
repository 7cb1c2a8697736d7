import { businessCategories } from '../datasets/microempresas-codes.ts';
import type { Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import { businesses, businessesOf, businessYears, rowsBy } from './businesses.ts';
import type { Facts } from './facts.ts';
import { stateOf, type DeclaredMeasure, type Evaluated } from './measure.ts';
import { plain, ratio, type Outcome } from './outcome.ts';
import { cell, numberIn, sumCells, textIn, unknown, type Quantity } from './quantity.ts';

const part = { label: 'microempresas de la parte', column: 'microempresas.cantidad' };
const whole = { label: 'microempresas de todas las partes', column: 'microempresas.cantidad' };
const declared = { label: 'porcentaje declarado', column: 'microempresas.porcentaje' };

const shareFormula =
	'100 × microempresas de la parte ÷ microempresas de todas las partes; si no hay cantidades, el porcentaje declarado';

/** Counts that fall short of the year's total by more than this share are only part of it. */
const tolerance = 0.005;

/** A measure that is one part of the microenterprises: `shareMeasure('sector', 'pesca', 'Pesca')`. */
export function shareMeasure(
	dimension: string,
	category: string,
	shown: { readonly dimension: string; readonly label: string }
): DeclaredMeasure {
	return {
		...shown,
		formula: shareFormula,
		factor: 100,
		inputs: [part, whole, declared],
		evaluate: (facts, year) =>
			shareOf(facts, year, dimension, category) ?? leftOut(facts, year, dimension, category)
	};
}

/**
 * A part that earlier years had and a newer split does not: not reported any more. Without this the
 * part of the older year would stand beside the others of the newer one.
 */
function leftOut(
	facts: Facts,
	year: Period,
	dimension: string,
	category: string
): Evaluated | undefined {
	const has = (row: Fact) => textIn(row, 'categoria') === category;
	const rows = rowsBy(facts, year, dimension);
	const before = businessYears(facts).filter((other) => other < year);
	if (rows.length === 0 || !before.some((other) => rowsBy(facts, other, dimension).some(has)))
		return undefined;

	const inputs = [{ ...part, quantity: unknown('no_calculable', [], rows) }];
	return { ...evaluated(plain(null), inputs), state: 'no_reporto' };
}

/** One part of the microenterprises of a year, in percent; undefined when it has no row. */
export function shareOf(
	facts: Facts,
	year: Period,
	dimension: string,
	category: string
): Evaluated | undefined {
	const rows = rowsBy(facts, year, dimension);
	const row = rows.find((candidate) => textIn(candidate, 'categoria') === category);
	if (!row) return undefined;

	const total = businessesOf(facts, year) ?? unknown();
	const counts = wholeOf(rows, dimension, total);
	const count = cell(row, 'cantidad');
	if (count.value !== null && counts.value !== null)
		return evaluated(ratio(count.value, counts.value, 100), [
			{ ...part, quantity: count },
			{ ...whole, quantity: counts }
		]);

	const share = cell(row, 'porcentaje');
	return evaluated(ofShare(share.value, total.value), [
		{ ...declared, quantity: share },
		...(total.value === null ? [] : [{ ...businesses, quantity: total }])
	]);
}

/**
 * What the counts are divided by: their own sum when every part is there, else the year's total. With
 * neither, one part alone would pass for everything.
 */
function wholeOf(rows: readonly Fact[], dimension: string, total: Quantity): Quantity {
	const own = sumCells(rows, 'cantidad');
	if (dimension === 'sector' && own.value !== null) {
		const short =
			total.value !== null && Math.abs(own.value - total.value) > tolerance * total.value;
		return short ? { ...own, flags: [...own.flags, 'parcial', 'no_suma_el_total'] } : own;
	}
	return own.value !== null && hasEveryPart(rows, dimension) ? own : total;
}

function hasEveryPart(rows: readonly Fact[], dimension: string): boolean {
	const given = rows.map((row) => textIn(row, 'categoria'));
	return Object.keys(businessCategories[dimension] ?? {})
		.filter((category) => category !== 'otra')
		.every((category) => given.includes(category));
}

// The count behind a declared share is what lets a group add it up.
function ofShare(share: number | null, total: number | null): Outcome {
	if (share === null || total === null) return plain(share);
	return { value: share, numerator: (share * total) / 100, denominator: total };
}

function evaluated(outcome: Outcome, inputs: Evaluated['inputs']): Evaluated {
	const { value, numerator, denominator } = outcome;
	const quantities = inputs.map(({ quantity }) => quantity);
	return { value, numerator, denominator, ...stateOf(outcome, quantities), inputs };
}

/** Categories of a dimension with a row that says something, in the order of the rows. */
export function categoriesWithData(facts: Facts, year: Period, dimension: string): string[] {
	return rowsBy(facts, year, dimension)
		.filter((row) => numberIn(row, 'cantidad') !== null || numberIn(row, 'porcentaje') !== null)
		.flatMap((row) => textIn(row, 'categoria') ?? []);
}
