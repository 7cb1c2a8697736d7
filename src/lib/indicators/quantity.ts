import type { Blank, Fact } from '../domain/record.ts';
import type { Flag, State } from './types.ts';

/** Why a figure is missing. */
export type Reason = Extract<State, 'no_aplica' | 'no_calculable' | 'no_reporto' | 'vencido'>;

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
	const blank = blankIn(fact, column);
	return unknown(reasons[blank], [...flags, ...(blankFlags[blank] ?? [])], [fact]);
}

/** Whether somebody said something in a cell: a figure, or of which kind its blank is. */
export function isTold(fact: Fact, column: string): boolean {
	return numberIn(fact, column) !== null || blankIn(fact, column) !== 'vacio';
}

/** Whether a figure is owed: «no aplica» and «nada que informar» are answers, an empty cell is none. */
export function isOwed(fact: Fact, column: string): boolean {
	if (numberIn(fact, column) !== null) return false;
	return ['vacio', 'pendiente'].includes(blankIn(fact, column));
}

/** Sum of a column over rows. One blank makes it unknown. */
export function sumCells(facts: readonly Fact[], column: string): Quantity {
	return sum(facts.map((fact) => cell(fact, column)));
}

/** Sum of figures. One that is missing makes it unknown; of nothing at all it is unknown too. */
export function sum(parts: readonly Quantity[]): Quantity {
	const facts = [...new Set(parts.flatMap((part) => part.facts))];
	const flags = [...new Set(parts.flatMap((part) => part.flags))];
	const missing = parts.filter(({ value }) => value === null);
	if (missing.length > 0 || parts.length === 0)
		return unknown(mainReason(missing.map(({ reason }) => reason)), flags, facts);
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

/** Of several figures that are missing for different reasons, the reason that is told. */
export function mainReason(given: readonly (Reason | undefined)[]): Reason {
	return weightiest.find((reason) => given.includes(reason)) ?? 'no_calculable';
}

const weightiest: readonly Reason[] = ['vencido', 'no_aplica', 'no_reporto'];

function blankIn(fact: Fact, column: string): Blank {
	return fact.blanks[column] ?? 'vacio';
}

// A blank is never a zero, of whatever kind: who means zero writes 0.
const reasons: Readonly<Record<Blank, Reason>> = {
	vacio: 'no_calculable',
	no_aplica: 'no_aplica',
	pendiente: 'no_reporto',
	nada: 'no_calculable'
};

const blankFlags: Partial<Record<Blank, readonly Flag[]>> = {
	pendiente: ['pendiente'],
	nada: ['nada_que_informar']
};
