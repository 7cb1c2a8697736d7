import { fold } from '#lib/domain/names.ts';

/** Headings in English → ours, tried in order: tables of cooperation agencies bring them. */
const words: Readonly<Record<string, readonly string[]>> = {
	year: ['Año'],
	quarter: ['Trimestre'],
	period: ['Trimestre', 'Año'],
	source: ['Fuente'],
	'data source': ['Fuente'],
	notes: ['Nota', 'Observaciones'],
	note: ['Nota', 'Observaciones'],
	remarks: ['Nota', 'Observaciones'],
	comments: ['Nota', 'Observaciones'],
	verified: ['Verificado'],
	currency: ['Moneda'],
	status: ['Estado'],
	category: ['Categoría'],
	dimension: ['Dimensión'],
	institution: ['Institución'],
	organization: ['Institución'],
	'type of institution': ['Tipo de institución'],
	'institution type': ['Tipo de institución'],
	'service type': ['Tipo de servicio'],
	'type of service': ['Tipo de servicio'],
	users: ['usuarios'],
	percentage: ['Porcentaje'],
	percent: ['Porcentaje'],
	count: ['Cantidad'],
	quantity: ['Cantidad'],
	population: ['Población total'],
	'total population': ['Población total'],
	inhabitants: ['Población total'],
	'urban population': ['Población urbana'],
	'rural population': ['Población rural'],
	men: ['Hombres'],
	male: ['Hombres'],
	women: ['Mujeres'],
	female: ['Mujeres'],
	dwellings: ['Viviendas'],
	housing: ['Viviendas'],
	'labor force': ['PEA'],
	'labour force': ['PEA'],
	illiteracy: ['Tasa de analfabetismo'],
	'illiteracy rate': ['Tasa de analfabetismo'],
	'growth rate': ['Tasa de crecimiento'],
	density: ['Densidad declarada'],
	'population density': ['Densidad declarada'],
	'municipality code': ['Ubigeo'],
	'district code': ['Ubigeo'],
	'ubigeo code': ['Ubigeo'],
	name: ['Nombre'],
	type: ['Tipo'],
	department: ['Departamento'],
	latitude: ['lat'],
	longitude: ['lon'],
	scope: ['Ámbito de los datos'],
	'fund code': ['fondo_id'],
	network: ['Red']
};

const counting = /^(number|count|total number|no|num) of (the )?/;

const byHeading = new Map(Object.entries(words));

/** What a heading in English may be called in ours; empty when it is none that we know. */
export function inSpanish(heading: string): readonly string[] {
	const text = fold(heading.slice(0, 200));
	return byHeading.get(text) ?? byHeading.get(text.replace(counting, '')) ?? [];
}

/** Every heading that is translated, for the tests. */
export const translated: readonly (readonly [string, readonly string[]])[] = [...byHeading];
