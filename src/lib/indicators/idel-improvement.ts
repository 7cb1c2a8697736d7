import { categoryOrder, serviceCategories, type ServiceCategory } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import { addQuarters, isQuarter, type Quarter } from '../domain/quarter.ts';
import { improvement, sizeEffect, type Improvement } from '../index/improve.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { indexBasics } from './idel.ts';
import { keep } from './keep.ts';
import { stateOf, type DeclaredMeasure } from './measure.ts';
import { plain, type Outcome } from './outcome.ts';
import { known, unknown, type Quantity } from './quantity.ts';
import { baseOf, methodOf, supplyOf, type QuarterSupply } from './supply.ts';
import type { Flag, Input } from './types.ts';

/** The quarter to compare with; undefined when there is none. */
type Against = (facts: Facts, quarter: Quarter) => { quarter: Quarter; flags: Flag[] } | undefined;

type Compared = {
	readonly now: QuarterSupply;
	readonly before: QuarterSupply | undefined;
	readonly change: Improvement | null;
	readonly flags: readonly Flag[];
};

/** One way to look back. */
type Comparison = {
	/** Ending of the dimensions: `contribucion_anio TEC`. The quarter before has none. */
	readonly suffix: string;
	readonly label: string;
	/** Both quarters; undefined when the later one was not reported. */
	readonly compare: (facts: Facts, quarter: Period) => Compared | undefined;
};

const yearBefore: Comparison = {
	suffix: '_anio',
	label: 'en un año',
	compare: comparing((_, quarter) => ({ quarter: addQuarters(quarter, -4), flags: [] }))
};

const quarterBefore: Comparison = {
	suffix: '',
	label: 'en un trimestre',
	compare: comparing((_, quarter) => ({ quarter: addQuarters(quarter, -1), flags: [] }))
};

const sinceBase: Comparison = {
	suffix: '_base',
	label: 'desde la línea de base',
	compare: comparing((facts, quarter) => {
		const base = baseOf(facts, quarter);
		if (!base) return undefined;
		const flags = [
			...(base.own ? ['base_propia'] : []),
			...(base.quarter === quarter ? ['es_base'] : [])
		];
		return { quarter: base.quarter, flags };
	})
};

function comparing(against: Against) {
	return keep((facts, quarter): Compared | undefined => {
		const now = supplyOf(facts, quarter);
		if (!now || !isQuarter(quarter)) return undefined;
		const other = against(facts, quarter);
		const before = other && supplyOf(facts, other.quarter);
		const change = before ? improvement(now.supply, before.supply, methodOf(facts)) : null;
		const missing = before ? 'faltan_categorias' : 'sin_trimestre_de_comparacion';
		const flags = change ? (change.partial ? ['parcial'] : []) : [missing];
		return { now, before, change, flags: [...(other?.flags ?? []), ...flags] };
	});
}

const index = { column: 'servicios.estado', figure: { indicator: 'IDX02', dimension: '' } };
const indexNow: Input = { label: 'índice del trimestre', ...index };
const indexBefore: Input = { label: 'índice comparado', ...index };

/** A measure that follows from a comparison. */
function compared(
	comparison: Comparison,
	shown: Pick<DeclaredMeasure, 'dimension' | 'label' | 'formula'> & Partial<DeclaredMeasure>,
	pick: (found: Compared, facts: Facts) => Outcome | undefined
): DeclaredMeasure {
	return {
		...shown,
		inputs: [indexNow, indexBefore],
		evaluate: (facts, quarter) => {
			const found = comparison.compare(facts, quarter);
			const outcome = found && pick(found, facts);
			if (!found || !outcome) return undefined;
			const { now, before, change } = found;
			const at = (value: number | undefined, rows: Quantity['facts'] = []): Quantity =>
				value === undefined ? unknown('no_calculable', [], rows) : known(value, rows);
			return {
				value: outcome.value,
				numerator: outcome.numerator,
				denominator: outcome.denominator,
				...stateOf({ ...outcome, flags: [...found.flags, ...(outcome.flags ?? [])] }, []),
				inputs: [
					{ ...indexNow, quantity: at(change?.now, now.rows) },
					{ ...indexBefore, quantity: at(change?.before, before?.rows) }
				]
			};
		}
	};
}

/** Weighs by the microenterprises of the later quarter. */
function weighed(value: number | null, { now }: Compared): Outcome {
	return { value, numerator: null, denominator: now.businesses.value };
}

const differenceFormula = 'índice del trimestre − índice comparado';

function difference(comparison: Comparison, dimension: string): DeclaredMeasure {
	const label = dimension === '' ? '' : `Mejora ${comparison.label}`;
	return compared(comparison, { dimension, label, formula: differenceFormula }, (found) =>
		weighed(found.change?.delta ?? null, found)
	);
}

function contribution(comparison: Comparison, category: ServiceCategory): DeclaredMeasure {
	const shown = {
		dimension: `contribucion${comparison.suffix} ${category}`,
		label: `Aporte de ${serviceCategories[category].toLowerCase()} ${comparison.label}`,
		formula: 'peso × (subíndice del trimestre − subíndice comparado)'
	};
	return compared(comparison, shown, (found) => {
		if (!found.now.supply.categories[category]) return undefined;
		return weighed(found.change?.contributions[category]?.total ?? null, found);
	});
}

function denominatorEffect(comparison: Comparison): DeclaredMeasure {
	const shown = {
		dimension: `efecto_denominador${comparison.suffix}`,
		label: `Efecto del número de microempresas ${comparison.label}`,
		formula: 'índice del trimestre − el mismo índice con las microempresas del comparado',
		direction: 'neutral' as const
	};
	return compared(comparison, shown, (found, facts) => {
		const { now, before } = found;
		const effect = before && sizeEffect(now.supply, before.supply.businesses, methodOf(facts));
		return weighed(effect ?? null, found);
	});
}

const comparisons = [quarterBefore, yearBefore, sinceBase];

export const IDX03 = defineIndicator({
	...indexBasics,
	id: 'IDX03',
	slug: 'mejora-del-indice',
	title: 'Mejora del índice IDEL',
	shortTitle: 'Mejora',
	question: '¿Cuánto mejoró la oferta de servicios?',
	unit: 'puntos',
	decimals: 1,
	featured: true,
	measures: [
		difference(yearBefore, ''),
		difference(yearBefore, 'anio'),
		difference(quarterBefore, 'trimestre'),
		difference(sinceBase, 'base'),
		...comparisons.flatMap((comparison) =>
			categoryOrder.map((category) => contribution(comparison, category))
		),
		...comparisons.map(denominatorEffect)
	],
	note: 'Compara lo que se conoce en los dos trimestres, con el mismo número de microempresas. Menos de un punto es «sin cambio». No dice a qué se debe.'
});

export const IDX04 = defineIndicator({
	...indexBasics,
	id: 'IDX04',
	slug: 'brecha-cerrada',
	title: 'Brecha cerrada desde la línea de base',
	shortTitle: 'Brecha cerrada',
	question: '¿Qué parte de lo que faltaba al inicio ya se logró?',
	unit: '%',
	decimals: 1,
	group: 'ratio-of-sums',
	measures: [
		compared(
			sinceBase,
			{
				dimension: '',
				label: '',
				formula: '100 × (índice del trimestre − índice comparado) ÷ (100 − índice comparado)',
				factor: 100
			},
			({ change, now }) => (change ? gapClosed(change, now.businesses.value) : plain(null))
		)
	],
	note: 'Negativa si la oferta bajó. Sin valor si la línea de base ya era 100.'
});

/** Both parts weigh by microenterprises, so that a group's is that of its own index. */
function gapClosed({ delta, before }: Improvement, businesses: number | null): Outcome {
	const gap = 100 - before;
	if (gap <= 1e-9) return plain(null, ['base_completa']);
	const weighed = (points: number) => (businesses === null ? null : businesses * points);
	return { value: (100 * delta) / gap, numerator: weighed(delta), denominator: weighed(gap) };
}
