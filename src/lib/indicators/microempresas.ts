import { businesses, businessesOf, businessYears } from './businesses.ts';
import { shareMeasure } from './business-shares.ts';
import { nearestPopulation } from './context-row.ts';
import { population } from './contexto.ts';
import { defineIndicator } from './define.ts';
import { measure } from './measure.ts';
import { plain, ratio } from './outcome.ts';
import { cell, unknown } from './quantity.ts';

export const businessBasics = {
	family: 'MIC',
	frequency: 'year',
	source: 'CEPAL/GTZ 2000, II.3',
	periods: businessYears
} as const;

export const MIC01 = defineIndicator({
	...businessBasics,
	id: 'MIC01',
	slug: 'microempresas',
	title: 'Microempresas',
	shortTitle: 'Microempresas',
	question: '¿Cuántas microempresas hay?',
	unit: 'microempresas',
	decimals: 0,
	direction: 'neutral',
	group: 'sum',
	featured: true,
	measures: [
		measure({
			formula: 'microempresas',
			inputs: { businesses },
			read: (facts, year) => {
				const counted = businessesOf(facts, year);
				return counted && { businesses: counted };
			},
			compute: (values) => plain(values.businesses)
		})
	],
	note: 'Según el padrón o la encuesta de cada lugar, que no cuentan todos lo mismo.'
});

/** Years that may lie between the count of businesses and that of people. */
const yearsApart = 3;

export const MIC02 = defineIndicator({
	...businessBasics,
	id: 'MIC02',
	slug: 'densidad-empresarial',
	title: 'Densidad empresarial',
	shortTitle: 'Densidad empresarial',
	question: '¿Cuántas microempresas hay por cada mil habitantes?',
	unit: 'por 1,000 hab.',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	featured: true,
	source: 'CEPAL/GTZ 2000, II.1 y II.3',
	measures: [
		measure({
			formula: '1000 × microempresas ÷ población',
			factor: 1000,
			inputs: { businesses, residents: population },
			read: (facts, year) => {
				const counted = businessesOf(facts, year);
				const near = nearestPopulation(facts, year, yearsApart);
				const other = near && near.period !== year ? ['poblacion_de_otro_anio'] : [];
				const residents = near ? cell(near, 'poblacion_total', other) : unknown();
				return counted && { businesses: counted, residents };
			},
			compute: (values) => ratio(values.businesses, values.residents, 1000)
		})
	],
	note: 'Toma la población del año más cercano, a lo sumo a tres años.'
});

export const MIC05 = defineIndicator({
	...businessBasics,
	id: 'MIC05',
	slug: 'titulares-menores-de-40',
	title: 'Titulares menores de 40 años',
	shortTitle: 'Menores de 40',
	question: '¿Qué parte de las microempresas es de una persona menor de 40 años?',
	unit: '%',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [shareMeasure('titular_edad', 'menor_40', { dimension: '', label: '' })],
	note: 'Solo entre las microempresas de cuyo titular se conoce la edad.'
});

export const MIC06 = defineIndicator({
	...businessBasics,
	id: 'MIC06',
	slug: 'titulares-con-educacion-superior',
	title: 'Titulares con educación superior',
	shortTitle: 'Educación de titulares',
	question: '¿Qué estudios tienen los titulares y a cuántas microempresas les compran las grandes?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	measures: [
		shareMeasure('titular_educacion', 'superior', {
			dimension: 'superior',
			label: 'Educación superior'
		}),
		shareMeasure('titular_educacion', 'secundaria', {
			dimension: 'secundaria',
			label: 'Educación secundaria'
		}),
		shareMeasure('articulacion', 'proveedor_gran_empresa', {
			dimension: 'articulacion',
			label: 'Proveedoras de una gran empresa'
		})
	],
	note: 'Los estudios no dicen cómo le va a la microempresa.'
});
