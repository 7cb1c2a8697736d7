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

/** For a whole country in the background: a few municipalities at a time, others between them. */
type Gently = {
	readonly pause: () => Promise<void>;
	readonly progress: (municipalities: number) => void;
};

/**
 * Computes every value of some municipalities anew from the current records, and of whoever else
 * depends on them: when a network's base quarter moves, all its members. The result is the same as
 * that of computing everything.
 *
 * @returns how many municipalities were computed and how many values they have
 */
export async function recompute(
	trx: Kysely<Database>,
	{ municipalities, gently }: { municipalities: readonly string[] | 'all'; gently?: Gently }
): Promise<{ municipalities: number; values: number }> {
	const atOnce = gently ? 40 : municipalitiesAtOnce;
	const method = await currentMethod(trx);
	const shared = { national: await nationalFacts(trx), method: method.options };
	const members = await memberships(trx);
	const touched = new Set(municipalities === 'all' ? await everybody(trx) : municipalities);

	const before = await storedCompleteQuarters(trx, members);
	const after = new Map(before);
	const movable = members.map(({ ubigeo }) => ubigeo).filter((code) => touched.has(code));
	for (const piece of pieces([...new Set(movable)], atOnce)) {
		for (const data of await gather(trx, piece))
			after.set(data.municipality, completeQuarters({ ...data, ...shared, baseFor: noBase }));
		await gently?.pause();
	}
	for (const code of changedMembers(members, before, after)) touched.add(code);

	const bases = basesFrom(members, after);
	let count = 0;
	let done = 0;
	for (const piece of pieces([...touched].sort(), atOnce)) {
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
		done += piece.length;
		gently?.progress(done);
		await gently?.pause();
	}
	return { municipalities: touched.size, values: count };
}

const noBase = () => undefined;
