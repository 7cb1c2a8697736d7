import type { Kysely } from 'kysely';
import type { Quarter } from '#lib/domain/quarter.ts';
import { baseQuarter, servesAsBase } from '#lib/index/base.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { CompleteQuarters } from './complete.ts';

/** A municipality that owes reports to a network, from one quarter to another where they are known. */
export type Membership = {
	readonly ubigeo: string;
	readonly network: string;
	readonly since: string | null;
	readonly until: string | null;
};

/** The quarter of comparison of whoever is in a network. */
export type Bases = { of(municipality: string, quarter: Quarter): Quarter | undefined };

/** Members of every network, in an order that is always the same. */
export async function memberships(trx: Kysely<Database>): Promise<Membership[]> {
	return trx
		.selectFrom('membership')
		.where('relation', 'in', ['miembro', 'umpe'])
		.select(['ubigeo', 'network', 'since', 'until'])
		.orderBy('network')
		.orderBy('ubigeo')
		.orderBy('relation')
		.execute();
}

/**
 * Base quarters by network. Who is in several at a quarter has the base of the first that has one; who
 * has left a network, or is not yet in it, none of its.
 */
export function basesFrom(members: readonly Membership[], complete: CompleteQuarters): Bases {
	const serving = servingQuarters(members, complete);
	const membershipsOf = new Map<string, Membership[]>();
	for (const member of members)
		membershipsOf.set(member.ubigeo, [...(membershipsOf.get(member.ubigeo) ?? []), member]);

	return {
		of(municipality, quarter) {
			for (const membership of membershipsOf.get(municipality) ?? []) {
				if (!isIn(membership, quarter)) continue;
				const base = baseQuarter(serving.get(membership.network) ?? [], quarter);
				if (base) return base;
			}
			return undefined;
		}
	};
}

/** Members of the networks in which other quarters serve as base than did before. */
export function changedMembers(
	members: readonly Membership[],
	before: CompleteQuarters,
	after: CompleteQuarters
): string[] {
	const old = servingQuarters(members, before);
	const now = servingQuarters(members, after);
	const changed = (network: string) =>
		String(old.get(network)?.sort()) !== String(now.get(network)?.sort());
	const networks = new Set([...now.keys()].filter(changed));
	return members.filter(({ network }) => networks.has(network)).map(({ ubigeo }) => ubigeo);
}

/** Quarters in which enough members of a network have a complete index, by network. */
function servingQuarters(
	members: readonly Membership[],
	complete: CompleteQuarters
): Map<string, Quarter[]> {
	const byNetwork = new Map<string, Membership[]>();
	for (const member of members)
		byNetwork.set(member.network, [...(byNetwork.get(member.network) ?? []), member]);

	return new Map(
		[...byNetwork].map(([network, list]) => {
			const quarters = new Set(list.flatMap(({ ubigeo }) => [...(complete.get(ubigeo) ?? [])]));
			return [network, [...quarters].filter((quarter) => serves(list, quarter, complete))];
		})
	);
}

function serves(list: readonly Membership[], quarter: Quarter, complete: CompleteQuarters) {
	const present = new Set(
		list.filter((member) => isIn(member, quarter)).map(({ ubigeo }) => ubigeo)
	);
	const done = [...present].filter((ubigeo) => complete.get(ubigeo)?.has(quarter));
	return servesAsBase(done.length, present.size);
}

function isIn({ since, until }: Membership, quarter: Quarter): boolean {
	return (since ?? quarter) <= quarter && (until ?? quarter) >= quarter;
}
