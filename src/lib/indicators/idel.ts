import type { ServiceCategory } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import { composite, subIndices, type Composite, type SubIndex } from '../index/idel.ts';
import { businesses } from './businesses.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { stateOf, type DeclaredMeasure, type Evaluated } from './measure.ts';
import { serviceQuarters, reportOf } from './offers.ts';
import { plain } from './outcome.ts';
import { known, unknown, type Quantity } from './quantity.ts';
import { perCategory } from './servicios.ts';
import { methodOf, supplyOf } from './supply.ts';
import type { Input } from './types.ts';

export const indexBasics = {
	family: 'IDX',
	frequency: 'quarter',
	direction: 'higher',
	group: 'weighted',
	completeOnly: true,
	source: 'CEPAL/GTZ 2000, V; metodología IDEL',
	periods: serviceQuarters
} as const;

const availability: Input = { label: 'disponibilidad', column: 'servicios.estado' };
const variety: Input = { label: 'variedad', column: 'servicios.tipo_servicio' };
const density: Input = { label: 'densidad', column: 'servicios.institucion' };

function subIndexOf(facts: Facts, quarter: Period, category: ServiceCategory) {
	const found = supplyOf(facts, quarter);
	const report = reportOf(facts, quarter).get(category);
	const part = found && subIndices(found.supply, methodOf(facts))[category];
	return found && report && part ? { ...found, part, rows: report.rows } : undefined;
}

function subIndexMeasure(shown: { dimension: ServiceCategory; label: string }): DeclaredMeasure {
	return {
		...shown,
		formula: '100 × promedio(disponibilidad; variedad; densidad)',
		inputs: [availability, variety, density, businesses],
		evaluate: (facts, quarter): Evaluated | undefined => {
			const found = subIndexOf(facts, quarter, shown.dimension);
			if (!found) return undefined;
			const { part, rows, businesses: size } = found;
			const outcome = plain(part.value, part.partial ? ['parcial'] : []);
			return {
				value: part.value,
				numerator: null,
				denominator: size.value,
				...stateOf(outcome, [size]),
				inputs: scoreInputs(part, rows, size)
			};
		}
	};
}

function scoreInputs({ scores }: SubIndex, rows: Quantity['facts'], size: Quantity) {
	const score = (value: number | null): Quantity =>
		value === null ? unknown('no_calculable', [], rows) : known(value, rows);
	return [
		{ ...availability, quantity: score(scores.A) },
		{ ...variety, quantity: score(scores.V) },
		{ ...density, quantity: score(scores.D) },
		{ ...businesses, quantity: size }
	];
}

export const IDX01 = defineIndicator({
	...indexBasics,
	id: 'IDX01',
	slug: 'subindice-por-categoria',
	title: 'Subíndice por categoría',
	shortTitle: 'Subíndice',
	question: '¿Cómo está la oferta de cada categoría de servicios?',
	unit: 'de 100',
	decimals: 1,
	measures: perCategory(subIndexMeasure),
	note: 'Tres partes de 0 a 1: si hay servicio, cuántos de los 4 tipos, y cuántos servicios por mil microempresas (5 o más es el máximo; se divide entre 500 microempresas como mínimo). Mide oferta, no resultados.'
});

const subIndexInputs: readonly (Input & { category: ServiceCategory })[] = perCategory(
	subIndexMeasure
).flatMap(({ dimension, label }) =>
	isCategory(dimension)
		? [
				{
					label: `subíndice de ${label.toLowerCase()}`,
					column: 'servicios.estado',
					category: dimension
				}
			]
		: []
);

function isCategory(dimension: string): dimension is ServiceCategory {
	return ['FIN', 'TEC', 'MER', 'CAP', 'ASI'].includes(dimension);
}

type Shown = Pick<DeclaredMeasure, 'dimension' | 'label' | 'formula'> & Partial<DeclaredMeasure>;

function compositeMeasure(
	shown: Shown,
	pick: (index: Composite) => number | null
): DeclaredMeasure {
	return {
		...shown,
		inputs: subIndexInputs.map(({ label, column }) => ({ label, column })),
		evaluate: (facts, quarter): Evaluated | undefined => {
			const found = supplyOf(facts, quarter);
			if (!found) return undefined;
			const parts = subIndices(found.supply, methodOf(facts));
			const index = composite(parts, methodOf(facts));
			const value = pick(index);
			const missing = value === null ? ['faltan_categorias'] : [];
			const flags = value !== null && index.partial ? ['parcial'] : missing;
			return {
				value,
				numerator: null,
				denominator: found.businesses.value,
				...stateOf(plain(value, flags), [{ ...found.businesses, reason: undefined }]),
				inputs: subIndexInputs.map(({ label, column, category }) => {
					const rows = reportOf(facts, quarter).get(category)?.rows ?? [];
					const part = parts[category];
					const figure = { indicator: 'IDX01', dimension: category };
					return { label, column, figure, quantity: part ? known(part.value, rows) : unknown() };
				})
			};
		}
	};
}

export const IDX02 = defineIndicator({
	...indexBasics,
	id: 'IDX02',
	slug: 'indice-idel',
	title: 'Índice IDEL',
	shortTitle: 'Índice IDEL',
	question: '¿Qué tan completa es la oferta de servicios para microempresas?',
	unit: 'de 100',
	decimals: 1,
	featured: true,
	measures: [
		compositeMeasure(
			{
				dimension: '',
				label: '',
				formula:
					'promedio(subíndice de financiamiento; subíndice de tecnología; subíndice de mercado; subíndice de capacitación; subíndice de asistencia técnica)'
			},
			(index) => index.value
		),
		compositeMeasure(
			{
				dimension: 'geometrico',
				label: 'Media geométrica',
				unit: 'de 1 a 100',
				formula: 'media geométrica de 1 + 0.99 × subíndice, de las cinco categorías'
			},
			(index) => index.geometric
		),
		compositeMeasure(
			{
				dimension: 'equilibrio',
				label: 'Equilibrio',
				unit: 'de 0 a 1',
				decimals: 2,
				formula: 'media geométrica ÷ media aritmética de 1 + 0.99 × subíndice'
			},
			(index) => index.balance
		)
	],
	note: 'Mide si hay servicios y cuántos, y cómo cambia eso. No mide el efecto de la UMPE ni la calidad de los servicios. Con cuatro categorías es parcial y no entra en comparaciones. La distancia entre dos puntos de su línea puede diferir de la mejora, que compara con el mismo número de microempresas.'
});
