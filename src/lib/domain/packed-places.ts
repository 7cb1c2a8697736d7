import { readDistricts } from './districts.ts';
import type { Place, Places } from './place.ts';

/** What files are checked against, as it travels to a browser: JSON, each place a short row. */
export type PackedPlaces = {
	readonly places: readonly PackedPlace[];
	readonly networks: readonly string[];
	/** The catalogue of districts as its lines. */
	readonly districts: string;
};

type PackedPlace = readonly [
	ubigeo: string,
	name: string,
	province: string | null,
	department: string,
	scope: Place['scope'],
	areaKm2: number | null,
	aliases: readonly string[],
	fictional: boolean,
	since: string | null,
	until: string | null
];

/** Packs the registry; `districts` are the lines that `readDistricts` takes. */
export function packPlaces({ byUbigeo, networks }: Places, districts: string): PackedPlaces {
	return {
		places: [...byUbigeo.values()].map((place) => [
			place.ubigeo,
			place.name,
			place.province,
			place.department,
			place.scope,
			place.areaKm2,
			place.aliases,
			place.fictional,
			place.since ?? null,
			place.until ?? null
		]),
		networks: [...networks],
		districts
	};
}

/** The same places again. */
export function unpackPlaces({ places, networks, districts }: PackedPlaces): Places {
	return {
		byUbigeo: new Map(places.map((packed) => [packed[0], unpack(packed)])),
		networks: new Set(networks),
		districts: readDistricts(districts)
	};
}

function unpack(packed: PackedPlace): Place {
	const [ubigeo, name, province, department, scope, areaKm2, aliases, fictional, since, until] =
		packed;
	return {
		ubigeo,
		name,
		province,
		department,
		scope,
		areaKm2,
		aliases,
		fictional,
		since,
		until
	};
}
