import type { Fact } from '../domain/record.ts';
import type { Period } from '../domain/period.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { IdelMethod } from '../index/method.ts';
import type { Facts } from './facts.ts';

/** Whether more is better: shown in words and colours, none for `neutral`. */
export type Direction = 'higher' | 'lower' | 'neutral';

/**
 * How a group's value follows from its members': never as the mean of ratios. `pooled` pools what
 * the formula takes and computes once; `none` has no group value.
 */
export type GroupRule = 'ratio-of-sums' | 'sum' | 'median' | 'weighted' | 'pooled' | 'none';

/** Why a value is or is not there: `oculto` for a group under its coverage. */
const states = [
	'ok',
	'parcial',
	'no_reporto',
	'no_aplica',
	'no_calculable',
	'vencido',
	'oculto'
] as const;

export type State = (typeof states)[number];

/** Whether a text is one of them. */
export function isState(text: string): text is State {
	return states.some((state) => state === text);
}

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
	/** Goalposts and weights of the index; the defaults when absent. */
	readonly method?: IdelMethod;
};

/** What a formula takes: the word that stands in it and where it comes from (`dataset.columna`). */
export type Input = {
	readonly label: string;
	readonly column: string;
	/** It is itself a figure, of the period of its rows, that is told on a page of its own. */
	readonly figure?: { readonly indicator: string; readonly dimension: string };
};

/** One measure of an indicator. The headline has the empty dimension; not every indicator has one. */
export type Measure = {
	readonly dimension: string;
	/** For people: `Financiamiento`, `Mujeres`. Empty for the headline. */
	readonly label: string;
	/** In words that can be read as arithmetic over the labels of the inputs, where it is arithmetic. */
	readonly formula: string;
	readonly inputs: readonly Input[];
	/** Overrule the indicator's own where the measure differs. */
	readonly unit?: string;
	readonly decimals?: number;
	readonly direction?: Direction;
	readonly group?: GroupRule;
	/** value = factor × numerator ÷ denominator, where the group rule is a ratio of sums. 1 if absent. */
	readonly factor?: number;
};

/** One input of one value, with the rows it was taken from. */
export type ExplainedInput = Input & {
	readonly value: number | null;
	/** Why it is null; absent when there is a value. */
	readonly state?: State;
	/** Rows used: file and line follow from their record. */
	readonly facts: readonly Fact[];
};

/** One value taken apart: what the formula took, from which column of which rows. */
export type Explanation = {
	readonly formula: string;
	readonly result: ComputedValue;
	readonly inputs: readonly ExplainedInput[];
};

/** What a page or the API tells about an indicator: plain data. */
export type IndicatorMeta = {
	readonly id: string;
	/** Part of the address: `densidad-empresarial`. */
	readonly slug: string;
	readonly title: string;
	readonly shortTitle: string;
	readonly question: string;
	/** Of the first measure. */
	readonly formula: string;
	readonly unit: string;
	readonly decimals: number;
	readonly direction: Direction;
	readonly group: GroupRule;
	readonly source: string;
	readonly frequency: 'year' | 'quarter';
	/** `CTX`, `MIC`, `SRV`, `IDX`, `FON`, `UMP`. */
	readonly family: Family;
	/** Among the twelve shown first to the public. */
	readonly featured: boolean;
	/** Years that a value serves after its own, when no newer one exists. */
	readonly staleAfter: number;
	/** Partial values are shown, and never ranked, banded or pooled. */
	readonly completeOnly: boolean;
	/** Every input of every measure, once. */
	readonly inputs: readonly Input[];
	/** The first is the one shown when none is asked for. */
	readonly measures: readonly Measure[];
	/** What the number does not say. */
	readonly note: string;
};

export type Family = 'CTX' | 'MIC' | 'SRV' | 'IDX' | 'FON' | 'UMP';

/** What a member brings to its group's value: one measure at one period. */
export type MemberValue = {
	readonly municipality: string;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly state: State;
	/** Without a value it answered all the same: it does not apply there, or there is nothing to report. */
	readonly answered?: boolean;
	/** Its microenterprises, where the rule weighs by them and the value's own denominator is unknown. */
	readonly weight?: number | null;
};

/** A group's value: null and `oculto` under 60 % of coverage. */
export type GroupResult = {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	/** Members with a value, of `size`. */
	readonly covered: number;
	/** Members without one that answered «no aplica» or «nada que informar»; absent when none did. */
	readonly answered?: number;
	readonly size: number;
	readonly state: State;
};

/** How a measure that pools other measures follows from them: `CTX05` from its water and its drainage. */
export type Pool = {
	/** Measures needed, as `[indicator, dimension]`. */
	readonly parts: readonly (readonly [indicator: string, dimension: string])[];
	/** Members of each part, in the order of `parts`; the number of members of the group. */
	readonly combine: (parts: readonly (readonly MemberValue[])[], size: number) => GroupResult;
};

/** One declared indicator: what it says, how it computes, how it is explained. */
export type Indicator = IndicatorMeta & {
	/** Every value of every period of one municipality; what was not reported at all is left out. */
	readonly compute: (facts: Facts) => ComputedValue[];
	/** Undefined when nothing of it was reported for the period. */
	readonly explain: (facts: Facts, dimension: string, period: Period) => Explanation | undefined;
	/** By dimension, for the measures whose group rule is `pooled`. */
	readonly pools: { readonly [dimension: string]: Pool };
};
