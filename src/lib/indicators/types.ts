import type { Fact } from '../domain/record.ts';
import type { Period } from '../domain/period.ts';
import type { Quarter } from '../domain/quarter.ts';

/** Whether more is better: shown in words and colours, none for `neutral`. */
export type Direction = 'higher' | 'lower' | 'neutral';

/**
 * How a group's value follows from its members': never as the mean of ratios. `pooled` pools what
 * the formula takes and computes once; `none` has no group value.
 */
export type GroupRule = 'ratio-of-sums' | 'sum' | 'median' | 'weighted' | 'pooled' | 'none';

/** Why a value is or is not there: `oculto` for a group under its coverage. */
export type State =
	'ok' | 'parcial' | 'no_reporto' | 'no_aplica' | 'no_calculable' | 'vencido' | 'oculto';

/** Notes that travel with a value: `parcial`, `vencido`, `fuentes_mixtas`, `base_propia`, … */
export type Flag = string;

/** One value of one municipality, computed. A value that cannot be is null with its reason in `state`. */
export type ComputedValue = {
	readonly indicator: string;
	/** Empty text for the headline. */
	readonly dimension: string;
	readonly period: Period;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly state: State;
	readonly flags: readonly Flag[];
	readonly provisional: boolean;
};

/** Everything the formulas may read about one municipality (or network), and the national series. */
export type MunicipalityFacts = {
	readonly municipality: string;
	/** Area in km² and territory its figures describe; absent for a network. */
	readonly areaKm2: number | null;
	readonly scope: 'distrito' | 'provincia';
	/** Current facts of every dataset with this municipality. */
	readonly facts: readonly Fact[];
	/** Current facts without municipality: `tipo_cambio`. */
	readonly national: readonly Fact[];
	/** The quarter of comparison of its network at a quarter; undefined when the network has none. */
	readonly baseFor: (quarter: Quarter) => Quarter | undefined;
};

/** One measure of an indicator: the headline has the empty dimension. */
export type Measure = {
	readonly dimension: string;
	/** For people: `Financiamiento`, `mujeres`. Empty for the headline. */
	readonly label: string;
	/** Overrule the indicator's own where the measure differs. */
	readonly unit?: string;
	readonly decimals?: number;
	readonly direction?: Direction;
	readonly group?: GroupRule;
};
