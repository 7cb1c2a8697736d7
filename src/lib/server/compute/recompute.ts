import type { Kysely } from 'kysely';
import type { Quarter } from '#lib/domain/quarter.ts';
import { computeMunicipality } from '#lib/indicators/index.ts';
import { pieces } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { qualityRows, replaceQuality, type QualityRows } from '#lib/server/quality/replace.ts';
import { completeQuarters, storedCompleteQuarters } from './complete.ts';
import { everybody, gather, nationalFacts } from './facts.ts';
import { currentMethod } from './method.ts';
import { basesFrom, changedMembers, memberships } from './networks.ts';
import { replaceValues, type OwnedValue } from './values.ts';

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
	const atOnce = gently ? 20 : municipalitiesAtOnce;
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
	const all = pieces([...touched].sort(), atOnce);
	let count = 0;
	let done = 0;
	let reading = gather(trx, all[0] ?? []);
	let writing: Promise<void> = Promise.resolve();
	try {
		for (const [index, piece] of all.entries()) {
			const gathered = await reading;
			const values: OwnedValue[] = [];
			const quality: QualityRows[] = [];
			for (const data of gathered) {
				const { municipality } = data;
				const baseFor = (quarter: Quarter) => bases.of(municipality, quarter);
				for (const value of computeMunicipality({ ...data, ...shared, baseFor }))
					values.push({ ...value, municipality, method: method.id });
				await gently?.pause();
				quality.push(qualityRows(data, shared.national));
				await gently?.pause();
			}
			// The database writes one piece while the next is computed.
			await writing;
			reading = gather(trx, all[index + 1] ?? []);
			writing = write(trx, piece, { values, quality });
			writing.catch(() => undefined);
			reading.catch(() => undefined);
			count += values.length;
			done += piece.length;
			gently?.progress(done);
		}
		await writing;
	} finally {
		await Promise.allSettled([reading, writing]);
	}
	return { municipalities: touched.size, values: count };
}

async function write(
	trx: Kysely<Database>,
	municipalities: readonly string[],
	{ values, quality }: { values: readonly OwnedValue[]; quality: readonly QualityRows[] }
): Promise<void> {
	await replaceValues(trx, municipalities, values);
	await replaceQuality(trx, municipalities, quality);
}

const noBase = () => undefined;
