import type { Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import {
	adults,
	completeRow,
	contextRows,
	contextYears,
	fromContext,
	mixedFlag
} from './context-row.ts';
import { contextBasics } from './contexto.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure, stateOf, type DeclaredMeasure } from './measure.ts';
import { ratioOfSums } from './members.ts';
import { plain, ratio, type Outcome } from './outcome.ts';
import { cell, isTold, known, numberIn, unknown, type Quantity } from './quantity.ts';
import type { GroupResult, MemberValue } from './types.ts';

const water = { label: 'viviendas con agua', column: 'contexto.viviendas_agua' };
const drainage = { label: 'viviendas con desagüe', column: 'contexto.viviendas_desague' };
const light = { label: 'viviendas con alumbrado', column: 'contexto.viviendas_alumbrado' };
const dwellings = { label: 'viviendas', column: 'contexto.viviendas' };

/** The lower of the two coverages of the group, each a ratio of sums. */
function lowerCoverage(parts: readonly (readonly MemberValue[])[], size: number): GroupResult {
	const [first, second] = parts.map((members) => ratioOfSums(members, size, 100));
	if (!first || !second) return ratioOfSums([], size, 100);
	if (first.value === null || second.value === null) return first.value === null ? first : second;
	return first.value <= second.value ? first : second;
}

export const CTX05 = defineIndicator({
	...contextBasics,
	id: 'CTX05',
	slug: 'agua-y-desague',
	title: 'Cobertura de agua y desagüe',
	shortTitle: 'Agua y desagüe',
	question: '¿Qué parte de las viviendas tiene agua y desagüe?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'pooled',
	measures: [
		measure({
			formula:
				'mínimo(100 × viviendas con agua ÷ viviendas; 100 × viviendas con desagüe ÷ viviendas)',
			inputs: { water, drainage, dwellings },
			read: fromContext,
			compute: (values) => ratio(Math.min(values.water, values.drainage), values.dwellings, 100),
			pool: {
				parts: [
					['CTX05', 'agua'],
					['CTX05', 'desague']
				],
				combine: lowerCoverage
			}
		}),
		measure({
			dimension: 'agua',
			label: 'Agua',
			formula: '100 × viviendas con agua ÷ viviendas',
			group: 'ratio-of-sums',
			factor: 100,
			inputs: { water, dwellings },
			read: fromContext,
			compute: (values) => ratio(values.water, values.dwellings, 100)
		}),
		measure({
			dimension: 'desague',
			label: 'Desagüe',
			formula: '100 × viviendas con desagüe ÷ viviendas',
			group: 'ratio-of-sums',
			factor: 100,
			inputs: { drainage, dwellings },
			read: fromContext,
			compute: (values) => ratio(values.drainage, values.dwellings, 100)
		})
	],
	note: 'Es la menor de las dos coberturas: no sabemos cuántas viviendas tienen ambas.'
});

export const CTX06 = defineIndicator({
	...contextBasics,
	id: 'CTX06',
	slug: 'alumbrado',
	title: 'Cobertura de alumbrado eléctrico',
	shortTitle: 'Alumbrado',
	question: '¿Qué parte de las viviendas tiene alumbrado eléctrico?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	measures: [
		measure({
			formula: '100 × viviendas con alumbrado ÷ viviendas',
			factor: 100,
			inputs: { light, dwellings },
			read: fromContext,
			compute: (values) => ratio(values.light, values.dwellings, 100)
		})
	],
	note: 'Cuenta viviendas particulares.'
});

export const CTX07 = defineIndicator({
	...contextBasics,
	id: 'CTX07',
	slug: 'analfabetismo',
	title: 'Analfabetismo',
	shortTitle: 'Analfabetismo',
	question: '¿Qué parte de las personas de 15 y más años no sabe leer ni escribir?',
	unit: '%',
	decimals: 1,
	direction: 'lower',
	group: 'weighted',
	measures: [
		measure({
			formula: 'tasa de analfabetismo',
			inputs: {
				rate: { label: 'tasa de analfabetismo', column: 'contexto.tasa_analfabetismo' }
			},
			read: fromContext,
			compute: ({ rate }) => plain(rate),
			weight: (facts, year) => {
				const row = completeRow(facts, year, ['tasa_analfabetismo']);
				const people = row ? adults(row) : null;
				return row && people !== null ? known(people, [row]) : unknown();
			}
		})
	],
	note: 'En un grupo se pondera por la población de 15 y más años.'
});

const rate = { label: 'tasa de actividad de 15 y más', column: 'contexto.tasa_actividad_15mas' };
const active = { label: 'PEA de 15 y más', column: 'contexto.pea' };
const grown = { label: 'población de 15 y más', column: 'contexto.poblacion_15mas' };

/** The labour force counts only when it was asked from the age of 15. */
const countsAdults = (row: Fact) => numberIn(row, 'pea_edad_min') === 15;

/** The rate as published, or the labour force of 15 and over among those of that age. */
const activity: DeclaredMeasure = {
	dimension: '',
	label: '',
	formula: 'tasa de actividad de 15 y más; si falta, 100 × PEA de 15 y más ÷ población de 15 y más',
	factor: 100,
	inputs: [rate, active, grown],
	evaluate(facts: Facts, year: Period) {
		const rows = contextRows(facts, year);
		const published = completeRow(facts, year, ['tasa_actividad_15mas']);
		const counted = rows.find((candidate) => countsAdults(candidate) && adults(candidate));
		// Without any figure, what somebody said of the rate: that it does not apply, or is not yet known.
		const said = rows.find((candidate) => isTold(candidate, 'tasa_actividad_15mas'));
		const row = published ?? counted ?? said;
		if (!row) return undefined;

		const isPublished = row !== counted || published !== undefined;
		const flags = mixedFlag(facts, row, isPublished ? ['tasa_actividad_15mas'] : ['pea']);
		const people = adults(row);
		const given = cell(row, 'tasa_actividad_15mas', flags);
		const force = cell(row, 'pea', flags);
		const base: Quantity = people === null ? unknown() : known(people, [row]);
		const used = isPublished ? [given] : [force, base];
		const outcome = isPublished ? ofRate(given.value, people) : ofCount(force.value, people);
		return {
			...outcome,
			...stateOf(outcome, used),
			inputs: isPublished
				? [{ ...rate, quantity: given }]
				: [
						{ ...active, quantity: force },
						{ ...grown, quantity: base }
					]
		};
	}
};

function ofRate(value: number | null, people: number | null): Outcome {
	const numerator = value === null || people === null ? null : (value * people) / 100;
	return { value, numerator, denominator: people };
}

function ofCount(force: number | null, people: number | null): Outcome {
	return force === null || people === null ? plain(null) : ratio(force, people, 100);
}

export const CTX08 = defineIndicator({
	...contextBasics,
	periods: contextYears,
	id: 'CTX08',
	slug: 'tasa-de-actividad',
	title: 'Tasa de actividad',
	shortTitle: 'Tasa de actividad',
	question: '¿Qué parte de las personas de 15 y más años trabaja o busca trabajo?',
	unit: '%',
	decimals: 1,
	direction: 'neutral',
	group: 'ratio-of-sums',
	measures: [activity],
	note: 'La PEA contada desde otra edad (por ejemplo 6 años) no sirve para calcularla.'
});
