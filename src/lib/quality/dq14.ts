import { textIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { editDistance, fold } from '../domain/names.ts';
import type { District, Districts } from '../domain/place.ts';
import { isInvented } from '../domain/ubigeo.ts';

/** What is wrong with a name that is said to be a municipality of a department. */
export type Misplaced =
	| { readonly kind: 'other-department'; readonly districts: readonly District[] }
	| { readonly kind: 'not-a-municipality' };

const known = new WeakMap<Districts, Map<string, District[]>>();

/** Districts and capitals of provinces by name, without accents or case. */
function byName(districts: Districts): Map<string, District[]> {
	const before = known.get(districts);
	if (before) return before;
	const names = new Map<string, District[]>();
	for (const district of districts.byUbigeo.values()) {
		const own = [district.name, ...district.aliases];
		if (district.ubigeo.endsWith('01') && district.province) own.push(district.province);
		for (const name of new Set(own.map(fold)))
			names.set(name, [...(names.get(name) ?? []), district]);
	}
	known.set(districts, names);
	return names;
}

/** Whether a name is a municipality of the department; undefined when it is. */
export function misplaced(
	name: string,
	department: string,
	districts: Districts
): Misplaced | undefined {
	const found = byName(districts).get(fold(name)) ?? [];
	if (found.length === 0) return { kind: 'not-a-municipality' };
	const here = found.some((district) => fold(district.department) === fold(department));
	return here ? undefined : { kind: 'other-department', districts: found };
}

/** A municipality of the registry is a district of the country, under its own name and code. */
export const DQ14: RowRule = {
	id: 'DQ14',
	severity: 'warning',
	says: 'El lugar es una municipalidad y está en el departamento que se dice.',
	applies: (cells, { places }) => isChecked(textIn(cells, 'municipio_id'), places?.districts),
	check: (cells, { places }) => {
		const districts = places?.districts;
		const ubigeo = textIn(cells, 'municipio_id');
		const name = textIn(cells, 'nombre');
		const department = textIn(cells, 'departamento');
		if (!districts || !ubigeo || !name || !department || !isChecked(ubigeo, districts))
			return undefined;
		if (cells['tipo'] === 'mancomunidad') return undefined;

		const own = districts.byUbigeo.get(ubigeo);
		const names = own ? [own.name, own.province ?? own.name, ...own.aliases] : [];
		if (names.some((each) => editDistance(fold(each), fold(name)) <= 2)) return undefined;
		const wrong = misplaced(name, department, districts);
		if (!wrong) {
			if (!own) return undefined;
			return {
				column: 'nombre',
				expected: own.name,
				message: `El ubigeo ${ubigeo} es de ${own.name} (${own.department}), y la fila dice ${name}. Corrija el código o el nombre.`
			};
		}
		const other = wrong.kind === 'other-department' ? wrong.districts[0] : undefined;
		return {
			column: other ? 'departamento' : 'nombre',
			expected: other ? other.department : 'el nombre de un distrito',
			message: other
				? `${name} está en ${other.department} (ubigeo ${other.ubigeo}), y la fila lo pone en ${department}. Corrija el departamento o el nombre.`
				: `No hay ninguna municipalidad que se llame ${name}. Si es un puerto, un anexo o un centro poblado, escriba el distrito al que pertenece.`
		};
	}
};

function isChecked(ubigeo: string | null, districts: Districts | undefined): boolean {
	return districts !== undefined && ubigeo !== null && !isInvented(ubigeo);
}
