import { contextYears, fromContext } from './context-row.ts';
import { defineIndicator } from './define.ts';
import { measure } from './measure.ts';
import { plain, ratio } from './outcome.ts';
import { known, unknown } from './quantity.ts';

/** What the context of a municipality is. Structural data: they serve 15 years. */
export const contextBasics = {
	family: 'CTX',
	frequency: 'year',
	staleAfter: 15,
	source: 'CEPAL/GTZ 2000, II.2; INEI',
	periods: contextYears
} as const;

export const population = { label: 'población', column: 'contexto.poblacion_total' };

export const CTX01 = defineIndicator({
	...contextBasics,
	id: 'CTX01',
	slug: 'poblacion',
	title: 'Población',
	shortTitle: 'Población',
	question: '¿Cuántas personas viven en el territorio?',
	unit: 'habitantes',
	decimals: 0,
	direction: 'neutral',
	group: 'sum',
	featured: true,
	measures: [
		measure({
			formula: 'población',
			inputs: { residents: population },
			read: fromContext,
			compute: ({ residents }) => plain(residents)
		})
	],
	note: 'Describe el territorio, no la gestión. Si un año tiene varias fuentes vale primero el censo, luego la proyección, la encuesta y el documento.'
});

export const CTX02 = defineIndicator({
	...contextBasics,
	id: 'CTX02',
	slug: 'densidad-poblacional',
	title: 'Densidad poblacional',
	shortTitle: 'Densidad',
	question: '¿Cuántas personas viven en cada kilómetro cuadrado?',
	unit: 'hab./km²',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [
		measure({
			formula: 'población ÷ superficie en km²',
			inputs: {
				residents: population,
				area: { label: 'superficie en km²', column: 'municipios.superficie_km2' }
			},
			read: (facts, year) => {
				const { areaKm2 } = facts.about;
				const read = fromContext(facts, year, { residents: population });
				return read && { ...read, area: areaKm2 === null ? unknown() : known(areaKm2, []) };
			},
			compute: ({ residents, area }) => ratio(residents, area)
		})
	],
	note: 'La superficie es la del territorio cuyas cifras informa la municipalidad (distrito o provincia).'
});

export const CTX03 = defineIndicator({
	...contextBasics,
	id: 'CTX03',
	slug: 'urbanizacion',
	title: 'Población urbana',
	shortTitle: 'Urbanización',
	question: '¿Qué parte de la población vive en zona urbana?',
	unit: '%',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [
		measure({
			formula: '100 × población urbana ÷ (población urbana + población rural)',
			inputs: {
				urban: { label: 'población urbana', column: 'contexto.poblacion_urbana' },
				rural: { label: 'población rural', column: 'contexto.poblacion_rural' }
			},
			factor: 100,
			read: fromContext,
			compute: ({ urban, rural }) => ratio(urban, urban + rural, 100)
		})
	],
	note: 'Divide entre la suma de urbana y rural, no entre el total impreso.'
});

export const CTX09 = defineIndicator({
	...contextBasics,
	id: 'CTX09',
	slug: 'mujeres-en-la-pea',
	title: 'Mujeres en la PEA',
	shortTitle: 'Mujeres en la PEA',
	question: '¿Qué parte de la población económicamente activa son mujeres?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	measures: [
		measure({
			formula: '100 × PEA de mujeres ÷ (PEA de mujeres + PEA de hombres)',
			inputs: {
				women: { label: 'PEA de mujeres', column: 'contexto.pea_mujeres' },
				men: { label: 'PEA de hombres', column: 'contexto.pea_hombres' }
			},
			factor: 100,
			read: fromContext,
			compute: ({ women, men }) => ratio(women, women + men, 100)
		})
	],
	note: 'La PEA (población económicamente activa) cuenta a quien trabaja o busca trabajo; no mide el trabajo del hogar.'
});
