import { editDistance, fold } from '#lib/domain/names.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Place } from '#lib/domain/place.ts';
import { departments, departmentCode } from '#lib/domain/ubigeo.ts';
import type { PlaceIndex } from './cells/place.ts';
import { companionLabels, type Companion } from './companions.ts';
import { placeFindings } from './findings/places.ts';
import type { Spot } from './findings/words.ts';

/** A name that stands beside a code in a row: as seen, as typed, under which heading. */
export type NamedCell = { text: string; found: string; heading: string };

/**
 * Code and name must be of one place: nearly a thousand codes of RENIEC are the INEI code of another
 * district. A department that alone disagrees, beside a district that agrees, is only doubtful.
 */
export function* namesAgree(
	code: Spot,
	place: Place,
	names: ReadonlyMap<Companion, NamedCell>,
	index: PlaceIndex
): Generator<Finding> {
	const { line } = code;
	const spotOf = (companion: Companion, { found, heading }: NamedCell) => ({
		line,
		label: companionLabels[companion],
		heading,
		found
	});

	const district = names.get('district');
	const province = names.get('province');
	const isOwn =
		!!province &&
		place.province !== null &&
		agreesAbove(place.province, province.text, place, 'province');
	const compared = district && compare(place, district.text, index, isOwn);
	const other =
		compared && !compared.agrees ? meantInReniec(place, district?.text, index) : undefined;
	if (other) {
		yield placeFindings.codeOfReniec(code, { meant: other, here: place });
		return;
	}
	if (district && compared && !compared.exact) {
		const spot = spotOf('district', district);
		if (compared.agrees) yield placeFindings.nameSpelled(spot, place);
		else yield placeFindings.nameDisagrees(spot, place, compared.others, compared.doubtful);
	}

	for (const companion of ['province', 'department'] as const) {
		const cell = names.get(companion);
		const own = companion === 'province' ? place.province : place.department;
		if (!cell || own === null || agreesAbove(own, cell.text, place, companion)) continue;
		const severity = compared?.agrees || compared?.doubtful ? 'warning' : 'error';
		yield placeFindings.upperDisagrees(spotOf(companion, cell), place, own, severity);
	}
}

/** The district that RENIEC gives the code to, when it is the one that the row names. */
function meantInReniec(place: Place, name: string | undefined, index: PlaceIndex) {
	const other = index.inReniec(place.ubigeo);
	if (!other || name === undefined) return undefined;
	const meant = index.places.byUbigeo.get(other.ubigeo);
	return meant && compare(meant, name, index).agrees ? meant : undefined;
}

/** The same where the file itself defines the code: it may give a place another name, but not unnoticed. */
export function* namesChange(
	place: Place,
	name: { line: number; label: string } & NamedCell,
	index: PlaceIndex
): Generator<Finding> {
	const compared = compare(place, name.text, index);
	if (compared.agrees || compared.doubtful) return;
	yield placeFindings.nameChanges(name, place, compared.others);
}

/** Ways in which the institution is written before its place. */
const office =
	/^(municipalidad|municipio|muni|gobierno local|m ?[pd])?( ?(prov|provincial|dist|distrital))?( ?(distrito|provincia))?( ?de(?= ))? /;

type Compared = {
	readonly agrees: boolean;
	readonly exact: boolean;
	/** It may be another name of the place: no other is called so nearby, and something speaks for it. */
	readonly doubtful: boolean;
	/** Other places of that name. */
	readonly others: readonly Place[];
};

/** Compares a name with those of a place; `inProvince` when the row names the place's own province too. */
function compare(place: Place, text: string, index: PlaceIndex, inProvince = false): Compared {
	const typed = fold(withoutNote(text));
	const bare = typed.replace(/ del /, ' de el ').replace(office, '');
	const own = [place.name, ...place.aliases].map(fold);
	// A provincial municipality is called by its province as often as by its capital district.
	if (place.province !== null && place.ubigeo.endsWith('01')) own.push(fold(place.province));
	const same = { agrees: true, doubtful: false, others: [] };
	if (own.includes(typed) || own.includes(bare)) return { ...same, exact: true };

	const others = index.named(text).length > 0 ? index.named(text) : index.named(bare);
	const close = own.some(
		(name) => (name.length > 4 && editDistance(name, bare) <= 2) || abbreviates(name, bare)
	);
	if (close && others.length === 0) return { ...same, exact: false };
	const held = own.some((name) => holds(name, bare) || holds(bare, name));
	const nearby = others.some(({ ubigeo }) => ubigeo.slice(0, 4) === place.ubigeo.slice(0, 4));
	const doubtful = inProvince
		? !nearby && (held || others.length === 0)
		: held && others.length === 0;
	return { agrees: false, exact: false, doubtful, others };
}

/** A name without the number of a footnote, `ANCO 6/`, or what it is, `Lince (dist.)`. */
function withoutNote(text: string): string {
	return text.slice(0, 120).replace(/(\s+\d{1,2}\/)+\s*$|\s*\([^()]*\)\s*$/, '');
}

/** Whether a name begins or ends with all the words of another. */
function holds(name: string, part: string): boolean {
	return part.length > 2 && (name.startsWith(`${part} `) || name.endsWith(` ${part}`));
}

/** Whether a name is another one cut short word by word: «san fco de asis», «carlos f fitzcarrald». */
function abbreviates(name: string, short: string): boolean {
	const whole = name.split(' ');
	const parts = short.split(' ');
	return (
		parts.length > 1 &&
		parts.length === whole.length &&
		parts.every((part, index) => isWithin(part, whole[index] ?? ''))
	);
}

/** Whether the letters of one word stand in another in their order, from the same first letter on. */
function isWithin(part: string, word: string): boolean {
	if (part[0] !== word[0]) return false;
	let at = 0;
	for (const letter of word) if (letter === part[at]) at++;
	return at === part.length;
}

function agreesAbove(own: string, text: string, place: Place, companion: Companion): boolean {
	const typed = fold(withoutNote(text)).replace(
		/^(provincia|departamento|region)( de( la)?)? /,
		''
	);
	if (typed === fold(own)) return true;
	if (companion === 'department') {
		const code = departmentCode(place.ubigeo);
		return (
			typed === code ||
			typed === fold(departments[code] ?? own) ||
			(code === '07' && typed.includes('callao')) ||
			(code === '08' && typed === 'cuzco') ||
			(code === '15' && /^lima (metropolitana|provincias)$/.test(typed))
		);
	}
	return (
		(code(place) === '0701' && typed.includes('callao')) ||
		(own.length > 4 && (editDistance(fold(own), typed) <= 1 || abbreviates(fold(own), typed)))
	);
}

function code({ ubigeo }: Place): string {
	return ubigeo.slice(0, 4);
}
