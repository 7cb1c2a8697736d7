import { editDistance, fold } from '#lib/domain/names.ts';
import type { District, Place, Places } from '#lib/domain/place.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { placeFindings } from '../findings/places.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** The registry with what the reader asks of it again and again. */
export type PlaceIndex = {
	readonly places: Places;
	/** Folded district name or other name → places. */
	named(name: string): readonly Place[];
	/** Codes near to one that is not in the registry. */
	near(ubigeo: string): readonly Place[];
	/** Places whose name is spelled nearly so. */
	spelled(name: string): readonly Place[];
	/** The district that RENIEC gives a code to, when it is not the one that INEI gives it to. */
	inReniec(code: string): District | undefined;
	/** The district of a code of INEI, in the registry or not. */
	district(ubigeo: string): District | undefined;
};

/** Asked at most this often for near codes: each asks for the whole registry. */
const mostNear = 200;

export function indexPlaces(places: Places): PlaceIndex {
	let names: Map<string, Place[]> | undefined;
	const nears = new Map<string, readonly Place[]>();
	const { byUbigeo, byReniec } = places.districts ?? {};

	/** At most three places, found once for each text and for no more than `mostNear` texts. */
	function once(text: string, find: () => Place[]): readonly Place[] {
		const before = nears.get(text);
		if (before) return before;
		if (nears.size >= mostNear) return [];
		const found = find().slice(0, 3);
		nears.set(text, found);
		return found;
	}

	return {
		places,
		named(name) {
			if (!names) {
				names = new Map();
				for (const place of places.byUbigeo.values()) {
					for (const key of new Set([place.name, ...place.aliases].map(fold))) {
						const same = names.get(key);
						if (same) same.push(place);
						else names.set(key, [place]);
					}
				}
			}
			return names.get(fold(name)) ?? [];
		},
		near(ubigeo) {
			return once(ubigeo, () =>
				[...places.byUbigeo.values()]
					.filter((place) => editDistance(place.ubigeo, ubigeo) === 1)
					.sort((a, b) => sharedStart(b.ubigeo, ubigeo) - sharedStart(a.ubigeo, ubigeo))
			);
		},
		spelled(name) {
			const typed = fold(name.slice(0, 80));
			if (typed.length < 4) return [];
			return once(typed, () => {
				const far = typed.length < 7 ? 1 : 2;
				return [...places.byUbigeo.values()].filter((place) =>
					[place.name, ...place.aliases].some((own) => editDistance(fold(own), typed) <= far)
				);
			});
		},
		inReniec(code) {
			const district = byReniec?.get(code);
			return district && district.ubigeo !== code ? district : undefined;
		},
		district: (ubigeo) => byUbigeo?.get(ubigeo)
	};
}

function sharedStart(a: string, b: string): number {
	let length = 0;
	while (length < 6 && a[length] === b[length]) length++;
	return length;
}

/** The six digits that Excel left something of: `10101`, `10101.0`, `10,101`, `="010101"`. */
function repaired(
	text: string
): { ubigeo: string; how: 'as-is' | 'padded' | 'repaired' } | undefined {
	if (isUbigeo(text)) return { ubigeo: text, how: 'as-is' };
	if (text.length > 20) return undefined;
	const digits = text
		.replace(/^=?"?'?(.*?)"?$/, '$1')
		.replace(/[.,]0+$/, '')
		.replace(/^(\d{1,3})[.,\s](\d{3})$/, '$1$2')
		.trim();
	if (isUbigeo(digits)) return { ubigeo: digits, how: 'repaired' };
	if (/^\d{5}$/.test(digits)) return { ubigeo: `0${digits}`, how: 'padded' };
	return undefined;
}

/** Reads the code of a municipality. One that the file itself defines need not be in the registry. */
export function readPlace(cell: Cell, index: PlaceIndex, name: string | undefined): Read {
	const { text, spot, column } = cell;
	const { byUbigeo, networks } = index.places;
	if (column.networks && networks.has(text.toUpperCase())) return { value: text.toUpperCase() };

	const read = repaired(text);
	if (read === undefined) return notACode(cell, index);

	const { ubigeo, how } = read;
	const place = byUbigeo.get(ubigeo);
	if (column.type === 'municipality' && !place) {
		return { value: null, finding: unknown(cell, ubigeo, { index, name }) };
	}
	if (how === 'as-is') return { value: ubigeo };
	const finding = how === 'padded' ? placeFindings.padded : placeFindings.repaired;
	return { value: ubigeo, finding: finding(spot, ubigeo, place) };
}

/** A code that the registry does not have: perhaps of RENIEC, perhaps of a place outside the network. */
function unknown(
	{ spot }: Cell,
	ubigeo: string,
	{ index, name }: { index: PlaceIndex; name: string | undefined }
): Finding {
	const named = name === undefined ? [] : index.named(name);
	const other = index.inReniec(ubigeo);
	const meant = other && index.places.byUbigeo.get(other.ubigeo);
	if (meant && (name === undefined || named.includes(meant))) {
		return placeFindings.codeOfReniec(spot, { meant, here: index.district(ubigeo) });
	}
	const district = index.district(ubigeo);
	const alike = name === undefined ? [] : index.spelled(name);
	if (named.length > 0 && named.length <= 3) {
		const [only] = named;
		return placeFindings.unknown(spot, ubigeo, named, named.length === 1 ? only : undefined);
	}
	if (district) return placeFindings.outside(spot, district, alike);
	return placeFindings.unknown(spot, ubigeo, alike.length > 0 ? alike : index.near(ubigeo));
}

function notACode({ text, spot, column }: Cell, index: PlaceIndex): Read {
	const named = /\d/.test(text) ? [] : index.named(text);
	if (named.length > 0) return { value: null, finding: placeFindings.nameInstead(spot, named) };
	const alike = /\d/.test(text) ? [] : index.spelled(text);
	if (alike.length > 0)
		return { value: null, finding: placeFindings.nameSpelledInstead(spot, alike) };

	const example = exampleOf(column);
	const say = (why: string, suggestion?: string): Read => ({
		value: null,
		finding: placeFindings.notAnUbigeo(spot, why, suggestion, example)
	});
	if (/^\d{4}$/.test(text)) return say('Es el código de una provincia.', capital(text, index));
	if (/^\d{3}$/.test(text))
		return say('Es el código de una provincia.', capital(`0${text}`, index));
	if (/^\d{1,2}$/.test(text)) return say('Es el código de un departamento.');
	if (/^\d{7,}$/.test(text)) return say('Tiene más de seis cifras.');
	return say('No es un ubigeo.');
}

/** A provincial municipality has the code of its capital district. */
function capital(province: string, { places }: PlaceIndex): string | undefined {
	const ubigeo = `${province}01`;
	return places.byUbigeo.has(ubigeo) ? ubigeo : undefined;
}
