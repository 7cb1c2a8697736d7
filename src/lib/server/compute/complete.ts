import type { Kysely } from 'kysely';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { computeMunicipality, findIndicator } from '#lib/indicators/index.ts';
import type { MunicipalityFacts } from '#lib/indicators/types.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** Quarters in which a municipality has a complete index, by municipality. */
export type CompleteQuarters = ReadonlyMap<string, ReadonlySet<Quarter>>;

/** The index whose completeness decides a network's base quarter. */
const index = 'IDX02';

/** Quarters with a complete index, computed from facts: the base of comparison plays no part in it. */
export function completeQuarters(data: MunicipalityFacts): Set<Quarter> {
	const indicator = findIndicator(index);
	if (!indicator) return new Set();
	const values = computeMunicipality(data, [indicator]);
	return new Set(
		values
			.filter(({ dimension, state }) => dimension === '' && state === 'ok')
			.map(({ period }) => period)
			.filter(isQuarter)
	);
}

/** The same as it was stored by the computation before. */
export async function storedCompleteQuarters(
	trx: Kysely<Database>,
	members: readonly { ubigeo: string }[]
): Promise<Map<string, Set<Quarter>>> {
	const rows = await trx
		.selectFrom('indicator_value')
		.where('indicator', '=', index)
		.where('dimension', '=', '')
		.where('state', '=', 'ok')
		.where('municipality', 'in', textList([...new Set(members.map(({ ubigeo }) => ubigeo))]))
		.select(['municipality', 'period'])
		.execute();

	const found = new Map<string, Set<Quarter>>();
	for (const { municipality, period } of rows) {
		if (!isQuarter(period)) continue;
		const quarters = found.get(municipality) ?? new Set();
		found.set(municipality, quarters.add(period));
	}
	return found;
}
