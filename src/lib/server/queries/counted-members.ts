import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { anyOf, isMany } from './members.ts';

/** Whose figures describe the whole province and not only their own district; of many, everybody. */
export function provincesAmong(
	db: Kysely<Database>,
	{ members }: { viewer: Viewer; members: readonly string[] }
) {
	return db
		.selectFrom('municipality')
		.where('scope', '=', 'provincia')
		.$if(!isMany(members), (query) => query.where('ubigeo', '=', anyOf(members)))
		.select('ubigeo')
		.orderBy('ubigeo');
}

/**
 * Members that enter a group's sums: where a province reports as a whole, the districts inside it are
 * left out (`nested`), because its figures hold theirs already.
 */
export async function countedMembers(
	db: Kysely<Database>,
	options: { viewer: Viewer; members: readonly string[] }
): Promise<{ members: string[]; nested: string[] }> {
	const asked = new Set(options.members);
	const found = (await provincesAmong(db, options).execute()).map((row) => row.ubigeo);
	const wholes = new Set(found.filter((ubigeo) => asked.has(ubigeo)));
	const provinces = new Set([...wholes].map(provinceOf));
	const isNested = (ubigeo: string) => provinces.has(provinceOf(ubigeo)) && !wholes.has(ubigeo);

	return {
		members: options.members.filter((ubigeo) => !isNested(ubigeo)),
		nested: options.members.filter(isNested)
	};
}

function provinceOf(ubigeo: string): string {
	return ubigeo.slice(0, 4);
}
