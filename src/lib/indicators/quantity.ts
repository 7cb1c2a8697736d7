import type { Fact } from '../domain/record.ts';
import type { Flag, State } from './types.ts';

/** Why a figure is missing. */
export type Reason = Extract<State, 'no_aplica' | 'no_calculable' | 'vencido'>;

/** A figure that a formula takes, with the rows it comes from. Null is «not known», never zero. */
export type Quantity = {
	readonly value: number | null;
	readonly reason?: Reason;
	readonly flags: readonly Flag[];
	readonly facts: readonly Fact[];
};

/** A figure that is there. */
export function known(
	value: number,
	facts: readonly Fact[],
	flags: readonly Flag[] = []
): Quantity {
	return { value, flags, facts };
}

/** A figure that is missing, and why. */
export function unknown(
	reason: Reason = 'no_calculable',
	flags: readonly Flag[] = [],
	facts: readonly Fact[] = []
): Quantity {
	return { value: null, reason, flags, facts };
}

/** The number in a cell; null when blank. */
export function numberIn(fact: Fact, column: string): number | null {
	const value = fact.cells[column];
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The text in a cell; null when blank. */
export function textIn(fact: Fact, column: string): string | null {
	const value = fact.cells[column];
	return typeof value === 'string' && value !== '' ? value : null;
}

/** One cell. */
export function cell(fact: Fact, column: string, flags: readonly Flag[] = []): Quantity {
	const value = numberIn(fact, column);
	if (value !== null) return known(value, [fact], flags);
	return unknown(reasonOf(fact, column), flags, [fact]);
}

/** Sum of a column over rows. One blank makes it unknown. */
export function sumCells(facts: readonly Fact[], column: string): Quantity {
	return sum(facts.map((fact) => cell(fact, column)));
}

/** Sum of figures. One that is missing makes it unknown; of nothing at all it is unknown too. */
export function sum(parts: readonly Quantity[]): Quantity {
	const facts = [...new Set(parts.flatMap((part) => part.facts))];
	const flags = [...new Set(parts.flatMap((part) => part.flags))];
	const missing = parts.find(({ value }) => value === null);
	if (missing || parts.length === 0) return unknown(missing?.reason, flags, facts);
	return known(
		parts.reduce((total, { value }) => total + (value ?? 0), 0),
		facts,
		flags
	);
}

/** A figure times a number that is known. */
export function times(quantity: Quantity, factor: number): Quantity {
	return quantity.value === null ? quantity : { ...quantity, value: quantity.value * factor };
}

function reasonOf(fact: Fact, column: string): Reason {
	return fact.blanks[column] === 'no_aplica' ? 'no_aplica' : 'no_calculable';
}
