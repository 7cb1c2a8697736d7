import type { Finding } from '#lib/domain/finding.ts';
import type { District, Place } from '#lib/domain/place.ts';
import { aboutCell, listed, shown, type Spot } from './words.ts';

/** Everything that can be said of a municipality's code and name. */

type Named = Pick<District, 'ubigeo' | 'name' | 'province' | 'department'>;

/** `Ilo (Ilo, Moquegua)`. */
export function placeWords({ name, province, department }: Named): string {
	return `${name} (${[province, department].filter(Boolean).join(', ')})`;
}

function withCode(place: Named): string {
	return `${place.ubigeo} ${placeWords(place)}`;
}

const expected = 'el ubigeo del INEI: seis cifras';

export const placeFindings = {
	notAnUbigeo: (
		spot: Spot,
		why: string,
		suggestion: string | undefined,
		example: string
	): Finding =>
		aboutCell(spot, 'not-an-ubigeo', 'error', {
			says: `${why} Escriba ${expected}.`,
			expected,
			...(suggestion === undefined ? {} : { suggestion, replacement: suggestion }),
			example: suggestion ?? example
		}),

	padded: (spot: Spot, ubigeo: string, place: Place | undefined): Finding =>
		aboutCell(spot, 'ubigeo-padded', 'notice', {
			says: `Faltaba el cero inicial; lo cambiamos a ${place ? withCode(place) : ubigeo}.`,
			expected,
			suggestion: ubigeo,
			replacement: ubigeo
		}),

	repaired: (spot: Spot, ubigeo: string, place: Place | undefined): Finding =>
		aboutCell(spot, 'ubigeo-repaired', 'notice', {
			says: `Excel le agregó signos; lo leímos como ${place ? withCode(place) : ubigeo}.`,
			expected,
			suggestion: ubigeo,
			replacement: ubigeo
		}),

	/** `named` is the one place that the row names beside the code. */
	unknown: (spot: Spot, ubigeo: string, near: readonly Place[], named?: Place): Finding =>
		aboutCell(spot, 'unknown-municipality', 'error', {
			says:
				near.length === 0
					? `El ubigeo ${shown(ubigeo)} no está en el registro de municipalidades (códigos del INEI). Revíselo; si es un distrito nuevo, pida a la coordinación que lo agregue.`
					: `El ubigeo ${shown(ubigeo)} no está en el registro de municipalidades (códigos del INEI). ¿Quiso decir ${listed(near.map(withCode), 'o')}?`,
			expected: 'un ubigeo del INEI que esté en el registro',
			...(near[0] === undefined ? {} : { suggestion: near[0].ubigeo }),
			...(named === undefined ? {} : { replacement: named.ubigeo }),
			example: near[0]?.ubigeo ?? '180301'
		}),

	/** The code is another district's in the system of the INEI: both are named. */
	codeOfReniec: (spot: Spot, { meant, here }: { meant: Place; here: Named | undefined }): Finding =>
		aboutCell(spot, 'reniec-code', 'error', {
			says: `Es un código de RENIEC: el de ${placeWords(meant)}. ${
				here ? `Para el INEI, ${here.ubigeo} es ${placeWords(here)}` : 'El INEI no tiene ese código'
			}. Si informa ${meant.name}, escriba ${meant.ubigeo}.`,
			expected,
			suggestion: meant.ubigeo,
			replacement: meant.ubigeo,
			example: meant.ubigeo
		}),

	/** A district of the country that is not in the registry. */
	outside: (spot: Spot, district: Named, near: readonly Place[]): Finding =>
		aboutCell(spot, 'unknown-municipality', 'error', {
			says: `El ubigeo ${withCode(district)} no está en el registro de municipalidades de la red. ${
				near.length === 0
					? 'Revíselo; si debe estar, pida a la coordinación que lo agregue.'
					: `¿Quiso decir ${listed(near.map(withCode), 'o')}?`
			}`,
			expected: 'un ubigeo del INEI que esté en el registro',
			...(near[0] === undefined ? {} : { suggestion: near[0].ubigeo }),
			...(near.length === 1 && near[0] ? { replacement: near[0].ubigeo } : {}),
			example: near[0]?.ubigeo ?? '180301'
		}),

	nameSpelledInstead: (spot: Spot, alike: readonly Place[]): Finding =>
		aboutCell(spot, 'not-an-ubigeo', 'error', {
			says: `Es un nombre y hace falta el código. ¿Quiso decir ${listed(alike.map(withCode), 'o')}?`,
			expected,
			...(alike.length === 1 && alike[0]
				? { suggestion: alike[0].ubigeo, replacement: alike[0].ubigeo }
				: {}),
			example: alike[0]?.ubigeo ?? '180301'
		}),

	/** Figures of a district from before it was made, or after it was merged. */
	notInForce: (
		spot: Spot,
		place: Place,
		{ period, since, until }: { period: string; since?: string; until?: string }
	): Finding =>
		aboutCell(spot, 'place-not-in-force', until === undefined ? 'warning' : 'error', {
			says:
				until === undefined
					? `${placeWords(place)} existe desde ${since}, y la fila informa ${period}. Revise el ubigeo o el periodo.`
					: `${placeWords(place)} existió hasta ${until}, y la fila informa ${period}. Escriba el ubigeo del distrito que lo reemplaza.`,
			expected: 'un ubigeo que exista en el periodo de la fila',
			example: place.ubigeo
		}),

	nameInstead: (spot: Spot, found: readonly Place[]): Finding =>
		aboutCell(spot, 'not-an-ubigeo', 'error', {
			says: `Es un nombre y hace falta el código. ${found.length === 1 ? 'Escriba' : 'Con ese nombre hay'} ${listed(found.slice(0, 4).map(withCode), 'y')}.`,
			expected,
			...(found.length === 1 && found[0]
				? { suggestion: found[0].ubigeo, replacement: found[0].ubigeo }
				: {}),
			example: found[0]?.ubigeo ?? '180301'
		}),

	nameDisagrees: (spot: Spot, place: Place, named: readonly Place[], doubtful: boolean): Finding =>
		aboutCell(spot, 'name-disagrees', doubtful ? 'warning' : 'error', {
			says: doubtful
				? `El registro llama al ubigeo ${place.ubigeo} de otro modo: ${placeWords(place)}. Si es el mismo lugar, no cambie nada; usamos el código.`
				: named.length === 0
					? `El ubigeo ${place.ubigeo} es de ${placeWords(place)}. Corrija el nombre o el código.`
					: `El ubigeo ${place.ubigeo} es de ${placeWords(place)}, y ese nombre es de ${listed(named.slice(0, 3).map(withCode), 'o')}. Corrija uno de los dos; el ubigeo debe ser el del INEI, no el de RENIEC.`,
			expected: placeWords(place),
			...(named.length === 1 && named[0] ? { suggestion: named[0].ubigeo } : {}),
			example: place.name
		}),

	/** In the file that defines the codes: a name that is not the one the registry has now. */
	nameChanges: (spot: Spot, place: Place, named: readonly Place[]): Finding =>
		aboutCell(spot, 'name-changes', 'warning', {
			says: `El ubigeo ${place.ubigeo} es hoy ${placeWords(place)}${named[0] ? `, y ese nombre es de ${listed(named.slice(0, 3).map(withCode), 'o')}` : ''}. Si confirma, cambiará de nombre; revise que los códigos sean del INEI y no de RENIEC.`,
			expected: placeWords(place),
			...(named.length === 1 && named[0] ? { suggestion: named[0].ubigeo } : {}),
			example: place.name
		}),

	nameSpelled: (spot: Spot, place: Place): Finding =>
		aboutCell(spot, 'name-spelled-differently', 'notice', {
			says: `El registro lo escribe «${place.name}» (ubigeo ${place.ubigeo}). Usamos el código.`,
			expected: place.name,
			suggestion: place.name
		}),

	upperDisagrees: (spot: Spot, place: Place, own: string, severity: 'error' | 'warning'): Finding =>
		aboutCell(spot, 'name-disagrees', severity, {
			says: `El ubigeo ${place.ubigeo} es de ${placeWords(place)}. ${severity === 'error' ? 'Corrija el nombre o el código.' : 'Usamos el código; revise esa columna.'}`,
			expected: own,
			suggestion: own,
			example: own
		})
};
