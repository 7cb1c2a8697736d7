import type { Kysely } from 'kysely';
import type { Period } from '#lib/domain/period.ts';
import type { Quarter } from '#lib/domain/quarter.ts';
import { explain } from '#lib/indicators/index.ts';
import type { Explanation, Indicator } from '#lib/indicators/types.ts';
import { storedCompleteQuarters } from '../compute/complete.ts';
import { gather, nationalFacts } from '../compute/facts.ts';
import { currentMethod } from '../compute/method.ts';
import { basesFrom, memberships } from '../compute/networks.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';

/**
 * One figure of one municipality (or of what a network declares) taken apart by the same code that
 * computed it, with the same base of comparison. Undefined where nothing of it was reported.
 */
export async function takeApart(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		dimension: string;
		municipality: string;
		period: Period;
	}
): Promise<Explanation | undefined> {
	const { indicator, dimension, municipality, period } = options;
	const [[facts], national, method, baseFor] = await Promise.all([
		gather(db, [municipality]),
		nationalFacts(db),
		currentMethod(db),
		basesOf(db, indicator, municipality)
	]);
	return (
		facts &&
		explain(indicator, dimension, { ...facts, national, method: method.options, baseFor }, period)
	);
}

// Only the index looks back to a base, and only the networks of this municipality can give it one.
async function basesOf(
	db: Kysely<Database>,
	{ family }: Indicator,
	municipality: string
): Promise<(quarter: Quarter) => Quarter | undefined> {
	if (family !== 'IDX') return () => undefined;
	const all = await memberships(db);
	const own = new Set(
		all.filter(({ ubigeo }) => ubigeo === municipality).map(({ network }) => network)
	);
	const members = all.filter(({ network }) => own.has(network));
	const bases = basesFrom(members, await storedCompleteQuarters(db, members));
	return (quarter) => bases.of(municipality, quarter);
}
