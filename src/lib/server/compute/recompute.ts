import type { Kysely } from 'kysely';
import type { Quarter } from '#lib/domain/quarter.ts';
import { computeMunicipality } from '#lib/indicators/index.ts';
import { pieces } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { replaceQuality } from '#lib/server/quality/replace.ts';
import { completeQuarters, storedCompleteQuarters } from './complete.ts';
import { everybody, gather, nationalFacts } from './facts.ts';
import { currentMethod } from './method.ts';
import { basesFrom, changedMembers, memberships } from './networks.ts';
import { replaceValues } from './values.ts';

const municipalitiesAtOnce = 400;

/**
 * Computes every value of some municipalities anew from the current records, and of whoever else
 * depends on them: when a network's base quarter moves, all its members. The result is the same as
 * that of computing everything.
 *
 * @returns how many municipalities were computed and how many values they have
 */
export async function recompute(
	trx: Kysely<Database>,
	{ municipalities }: { municipalities: readonly string[] | 'all' }
): Promise<{ municipalities: number; values: number }> {
	const method = await currentMethod(trx);
	const shared = { national: await nationalFacts(trx), method: method.options };
	const members = await memberships(trx);
	const touched = new Set(municipalities === 'all' ? await everybody(trx) : municipalities);

	const before = await storedCompleteQuarters(trx, members);
	const after = new Map(before);
	const movable = members.map(({ ubigeo }) => ubigeo).filter((code) => touched.has(code));
	for (const piece of pieces([...new Set(movable)], municipalitiesAtOnce))
		for (const data of await gather(trx, piece))
			after.set(data.municipality, completeQuarters({ ...data, ...shared, baseFor: noBase }));
	for (const code of changedMembers(members, before, after)) touched.add(code);

	const bases = basesFrom(members, after);
	let count = 0;
	for (const piece of pieces([...touched].sort(), municipalitiesAtOnce)) {
		const gathered = await gather(trx, piece);
		const values = gathered.flatMap((data) => {
			const baseFor = (quarter: Quarter) => bases.of(data.municipality, quarter);
			return computeMunicipality({ ...data, ...shared, baseFor }).map((value) => ({
				...value,
				municipality: data.municipality,
				method: method.id
			}));
		});
		await replaceValues(trx, piece, values);
		await replaceQuality(trx, gathered, shared.national);
		count += values.length;
	}
	return { municipalities: touched.size, values: count };
}

const noBase = () => undefined;
