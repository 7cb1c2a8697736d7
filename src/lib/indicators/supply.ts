import type { ServiceCategory } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import { isQuarter, type Quarter } from '../domain/quarter.ts';
import type { Fact } from '../domain/record.ts';
import { baseQuarter } from '../index/base.ts';
import { composite, subIndices, type Offering, type Supply } from '../index/idel.ts';
import { defaultMethod, type IdelMethod } from '../index/method.ts';
import { businessesAt } from './businesses.ts';
import type { Facts } from './facts.ts';
import { keep } from './keep.ts';
import { reportOf, serviceQuarters, typesIn } from './offers.ts';
import type { Quantity } from './quantity.ts';

/** What the index takes in one quarter, and the rows it comes from. */
export type QuarterSupply = {
	readonly supply: Supply;
	readonly businesses: Quantity;
	readonly rows: readonly Fact[];
};

export function methodOf(facts: Facts): IdelMethod {
	return facts.about.method ?? defaultMethod;
}

/** The supply of services of a quarter; undefined when nothing was reported. */
export const supplyOf = keep((facts, quarter): QuarterSupply | undefined => {
	const report = reportOf(facts, quarter);
	if (report.size === 0) return undefined;

	const businesses = businessesAt(facts, quarter);
	const categories: { [category in ServiceCategory]?: Offering } = {};
	for (const [category, told] of report)
		categories[category] = { offers: told.offers.size, types: typesIn(told) };
	const rows = [...report.values()].flatMap((told) => told.rows);
	return { supply: { businesses: businesses.value, categories }, businesses, rows };
});

/** Whether the index of a quarter exists and lacks nothing. */
const isComplete = keep((facts, quarter): boolean => {
	const found = supplyOf(facts, quarter);
	if (!found) return false;
	const method = methodOf(facts);
	const { value, partial } = composite(subIndices(found.supply, method), method);
	return value !== null && !partial;
});

/** Quarters with a complete index: what a network's base quarter is chosen by. */
function completeQuarters(facts: Facts): Quarter[] {
	return serviceQuarters(facts).filter((quarter) => isComplete(facts, quarter));
}

/** The quarter that `quarter` is compared with as its base, and whether it is the municipality's own. */
export function baseOf(
	facts: Facts,
	quarter: Period
): { quarter: Quarter; own: boolean } | undefined {
	if (!isQuarter(quarter)) return undefined;
	const shared = facts.about.baseFor(quarter);
	if (shared) return { quarter: shared, own: false };
	const own = baseQuarter(completeQuarters(facts), quarter);
	return own && { quarter: own, own: true };
}
