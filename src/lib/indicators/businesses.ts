import { periodYear, type Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import type { Facts } from './facts.ts';
import { keep } from './keep.ts';
import { cell, numberIn, textIn, unknown, type Quantity } from './quantity.ts';
import type { Input } from './types.ts';

/** N of the formulas: microenterprises of the municipality. */
export const businesses: Input = { label: 'microempresas', column: 'microempresas.cantidad' };

/** Years that a count of microenterprises serves when there is no newer one. */
const validYears = 5;

export const businessYears = (facts: Facts) => facts.periods('microempresas');

/** Rows of a year that split the microenterprises in one way (`sector`, `titular_edad`, …). */
export function rowsBy(facts: Facts, year: Period, dimension: string): Fact[] {
	return facts.at('microempresas', year).filter((row) => textIn(row, 'dimension') === dimension);
}

/** The count of one year; undefined when that year has no total. */
export function businessesOf(facts: Facts, year: Period): Quantity | undefined {
	const total = rowsBy(facts, year, 'total')[0];
	return total && cell(total, 'cantidad');
}

/** The newest count that still serves at a period: of its year or up to five before. */
export const businessesAt = keep((facts, period): Quantity => {
	const year = periodYear(period);
	const counted = businessYears(facts)
		.filter((other) => periodYear(other) <= year)
		.reverse()
		.flatMap((other) => rowsBy(facts, other, 'total'))
		.find((row) => numberIn(row, 'cantidad') !== null);
	if (!counted) return unknown('no_calculable', ['sin_microempresas']);

	const age = year - Number(counted.period);
	return age <= validYears ? cell(counted, 'cantidad') : unknown('vencido', ['vencido'], [counted]);
});
