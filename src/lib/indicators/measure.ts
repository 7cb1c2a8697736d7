import type { Period } from '../domain/period.ts';
import type { Facts } from './facts.ts';
import type { Outcome } from './outcome.ts';
import { mainReason, type Quantity } from './quantity.ts';
import type { Flag, GroupRule, Input, Measure, Pool, State } from './types.ts';

/** A measure's value at a period, and every figure that went into it. */
export type Evaluated = {
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly state: State;
	readonly flags: readonly Flag[];
	readonly inputs: readonly (Input & { readonly quantity: Quantity })[];
};

/** A measure that can be computed. Undefined means that nothing of it was reported. */
export type DeclaredMeasure = Measure & {
	readonly evaluate: (facts: Facts, period: Period) => Evaluated | undefined;
	readonly pool?: Pool;
};

export type Inputs<Name extends string> = { readonly [name in Name]: Input };
export type Readings<Name extends string> = { readonly [name in Name]: Quantity };

type Declaration<Name extends string> = Omit<Measure, 'dimension' | 'label' | 'inputs'> & {
	/** Empty when absent: the headline. */
	readonly dimension?: string;
	readonly label?: string;
	readonly inputs: Inputs<Name>;
	/** The figures at a period; undefined when none of them was reported. */
	readonly read: (
		facts: Facts,
		period: Period,
		inputs: Inputs<NoInfer<Name>>
	) => Readings<NoInfer<Name>> | undefined;
	/** The formula that runs. It is only asked when every figure is there. */
	readonly compute: (values: { readonly [name in Name]: number }, period: Period) => Outcome;
	/** What the value weighs in a group whose rule is `weighted`: stored as denominator. */
	readonly weight?: (facts: Facts, period: Period) => Quantity;
	readonly pool?: Pool;
};

/** Notes under which a value is only part of what it should be. */
const partialFlags: readonly Flag[] = ['parcial'];

/** Declares a measure: a missing figure makes the value null, with the reason of that figure. */
export function measure<Name extends string>(declaration: Declaration<Name>): DeclaredMeasure {
	const { inputs, read, compute, weight, ...shown } = declaration;
	const names = keysOf(inputs);

	return {
		dimension: '',
		label: '',
		...shown,
		inputs: names.map((name) => inputs[name]),
		evaluate(facts, period) {
			const readings = read(facts, period, inputs);
			if (!readings) return undefined;

			const taken = names.map((name) => ({ ...inputs[name], quantity: readings[name] }));
			const quantities = taken.map(({ quantity }) => quantity);
			const outcome = quantities.some(({ value }) => value === null)
				? nothing
				: compute(valuesOf(names, readings), period);
			const heavy = weight?.(facts, period);
			return {
				value: outcome.value,
				numerator: outcome.numerator,
				denominator: heavy ? heavy.value : outcome.denominator,
				...stateOf(outcome, quantities),
				inputs: taken
			};
		}
	};
}

const nothing: Outcome = { value: null, numerator: null, denominator: null };

/** State and notes of a value, from its own and those of the figures behind it. */
export function stateOf(
	outcome: Outcome,
	quantities: readonly Quantity[]
): { state: State; flags: Flag[] } {
	const noted = [...quantities.flatMap(({ flags }) => flags), ...(outcome.flags ?? [])];
	const flags = [...new Set(noted)].sort();
	if (outcome.value !== null)
		return { state: flags.some((flag) => partialFlags.includes(flag)) ? 'parcial' : 'ok', flags };

	return { state: mainReason(quantities.map(({ reason }) => reason)), flags };
}

function keysOf<Name extends string>(inputs: Inputs<Name>): Name[] {
	const names: Name[] = [];
	for (const name in inputs) names.push(name);
	return names;
}

function valuesOf<Name extends string>(
	names: readonly Name[],
	readings: Readings<Name>
): { [name in Name]: number } {
	// Every name of a declaration is filled here, which the type of the start cannot say.
	const values = {} as { [name in Name]: number };
	for (const name of names) values[name] = readings[name].value ?? NaN;
	return values;
}

/** The rule of a measure: its own, or its indicator's. */
export function groupRule(indicator: { group: GroupRule }, { group }: Measure): GroupRule {
	return group ?? indicator.group;
}
