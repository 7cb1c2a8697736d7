import type { Period } from '../domain/period.ts';
import type { Facts } from './facts.ts';
import type { DeclaredMeasure, Evaluated } from './measure.ts';
import type { ComputedValue, Explanation, Indicator, IndicatorMeta, Input } from './types.ts';

type Derived = 'formula' | 'inputs' | 'measures' | 'staleAfter' | 'completeOnly' | 'featured';

type Declaration = Omit<IndicatorMeta, Derived> &
	Partial<Pick<IndicatorMeta, 'staleAfter' | 'completeOnly' | 'featured'>> & {
		/** Periods at which there may be a value. */
		readonly periods: (facts: Facts) => readonly Period[];
		readonly measures: readonly DeclaredMeasure[];
	};

/** Years that structural data serve when nothing newer exists. */
const usualYears = 5;

/** Declares an indicator: what is shown of it and what runs come from the same measures. */
export function defineIndicator(declaration: Declaration): Indicator {
	const { periods, measures, ...told } = declaration;
	const first = measures[0];
	if (!first) throw new Error(`${told.id}: no measure`);

	return {
		staleAfter: usualYears,
		completeOnly: false,
		featured: false,
		...told,
		formula: first.formula,
		inputs: unique(measures.flatMap(({ inputs }) => inputs)),
		measures,
		pools: Object.fromEntries(
			measures.flatMap(({ dimension, pool }) => (pool ? [[dimension, pool]] : []))
		),
		compute: (facts) =>
			periods(facts).flatMap((period) =>
				measures.flatMap((measure) => {
					const found = measure.evaluate(facts, period);
					return found ? [valueOf(told.id, measure.dimension, period, found)] : [];
				})
			),
		explain: (facts, dimension, period) => {
			const measure = measures.find((candidate) => candidate.dimension === dimension);
			const found = periods(facts).includes(period) ? measure?.evaluate(facts, period) : undefined;
			if (!measure || !found) return undefined;
			return explanationOf(measure.formula, valueOf(told.id, dimension, period, found), found);
		}
	};
}

function valueOf(
	indicator: string,
	dimension: string,
	period: Period,
	{ inputs, ...found }: Evaluated
): ComputedValue {
	const provisional = inputs.some(({ quantity }) =>
		quantity.facts.some((fact) => fact.provisional)
	);
	return { indicator, dimension, period, ...found, provisional };
}

function explanationOf(formula: string, result: ComputedValue, found: Evaluated): Explanation {
	return {
		formula,
		result,
		inputs: found.inputs.map(({ label, column, figure, quantity }) => ({
			label,
			column,
			...(figure && { figure }),
			value: quantity.value,
			...(quantity.value === null && { state: quantity.reason ?? 'no_calculable' }),
			facts: quantity.facts
		}))
	};
}

function unique(inputs: readonly Input[]): Input[] {
	return [...new Map(inputs.map((input) => [`${input.label}|${input.column}`, input])).values()];
}
