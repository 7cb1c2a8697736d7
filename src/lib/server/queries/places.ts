import type { Kysely } from 'kysely';
import { networkNames, type Place, type Places } from '#lib/domain/place.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { districts } from '#lib/server/districts.ts';

/** Every municipality and network, as files are checked against them. */
export async function placesFor(db: Kysely<Database>): Promise<Places> {
	const municipalities = await municipalityPlaces(db).execute();
	const aliases = await allAliases(db).execute();
	const networks = await networkCodes(db).execute();

	const aliasesOf = new Map<string, string[]>();
	for (const { ubigeo, alias } of aliases) {
		const list = aliasesOf.get(ubigeo);
		if (list) list.push(alias);
		else aliasesOf.set(ubigeo, [alias]);
	}

	const byUbigeo = new Map<string, Place>();
	for (const { area_km2, ...place } of municipalities)
		byUbigeo.set(place.ubigeo, {
			...place,
			areaKm2: area_km2,
			aliases: aliasesOf.get(place.ubigeo) ?? []
		});

	return {
		byUbigeo,
		networks: new Set([...Object.keys(networkNames), ...networks.map(({ network }) => network)]),
		districts: districts()
	};
}

function municipalityPlaces(db: Kysely<Database>) {
	return db
		.selectFrom('municipality')
		.select([
			'ubigeo',
			'name',
			'province',
			'department',
			'scope',
			'area_km2',
			'fictional',
			'since',
			'until'
		])
		.orderBy('ubigeo');
}

function allAliases(db: Kysely<Database>) {
	return db.selectFrom('municipality_alias').select(['ubigeo', 'alias']).orderBy('alias');
}

function networkCodes(db: Kysely<Database>) {
	return db.selectFrom('membership').select('network').distinct().orderBy('network');
}
