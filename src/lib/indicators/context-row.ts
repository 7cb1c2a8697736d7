import { periodYear, type Period } from '../domain/period.ts';
import type { Fact } from '../domain/record.ts';
import type { Facts } from './facts.ts';
import { keep } from './keep.ts';
import type { Inputs, Readings } from './measure.ts';
import { cell, isTold, numberIn, textIn, type Quantity } from './quantity.ts';

/** Kinds of source of one year, the one that counts first. */
const sourceRank: readonly (string | null)[] = ['censo', 'proyeccion', 'encuesta', 'documento'];

/** Years with any row about the municipality's own territory. */
export const contextYears = (facts: Facts) => facts.periods('contexto');

/** Rows of a year, best source first. */
export const contextRows = keep((facts, year): readonly Fact[] =>
	[...facts.at('contexto', year)].sort((a, b) => rankOf(a) - rankOf(b))
);

function rankOf(row: Fact): number {
	const place = sourceRank.indexOf(textIn(row, 'fuente'));
	return place === -1 ? sourceRank.length : place;
}

/** The best row of a year that has every column: a formula never takes figures from two sources. */
export function completeRow(
	facts: Facts,
	year: Period,
	columns: readonly string[]
): Fact | undefined {
	return contextRows(facts, year).find((row) =>
		columns.every((column) => numberIn(row, column) !== null)
	);
}

/** `fuentes_mixtas` when the figure before in the same series comes from another kind of source. */
export function mixedFlag(facts: Facts, row: Fact, columns: readonly string[]): string[] {
	const earlier = earlierRows(facts, row.period ?? '', columns).next().value;
	return !earlier || sameKind(row, earlier) ? [] : ['fuentes_mixtas'];
}

/** The best rows of the years before one, newest first. */
export function* earlierRows(
	facts: Facts,
	year: string,
	columns: readonly string[]
): Generator<Fact, undefined> {
	const years = contextYears(facts);
	for (let index = years.length - 1; index >= 0; index--) {
		const other = years[index];
		const row = other && other < year ? completeRow(facts, other, columns) : undefined;
		if (row) yield row;
	}
	return undefined;
}

export function sameKind(row: Fact, other: Fact): boolean {
	return textIn(row, 'fuente') === textIn(other, 'fuente');
}

/** Reads every input from one row of `contexto`; a year that tells of none of them gives nothing. */
export function fromContext<Name extends string>(
	facts: Facts,
	year: Period,
	inputs: Inputs<Name>
): Readings<Name> | undefined {
	const names = Object.keys(inputs).filter((name): name is Name => name in inputs);
	const columns = names.map((name) => columnOf(inputs[name].column));
	const row =
		completeRow(facts, year, columns) ??
		contextRows(facts, year).find((candidate) => tellsOf(candidate, columns));
	if (!row) return undefined;

	const flags = mixedFlag(facts, row, columns);
	const read = (name: Name): [Name, Quantity] => [
		name,
		cell(row, columnOf(inputs[name].column), flags)
	];
	return Object.fromEntries(names.map(read)) as Readings<Name>;
}

/** Population of the year nearest to another, at most `apart` years away; the earlier of two as near. */
export function nearestPopulation(facts: Facts, year: Period, apart: number): Fact | undefined {
	const distance = (other: Period) => Math.abs(periodYear(other) - periodYear(year));
	const near = contextYears(facts)
		.filter((other) => distance(other) <= apart)
		.sort((a, b) => distance(a) - distance(b) || periodYear(a) - periodYear(b));
	for (const candidate of near) {
		const row = completeRow(facts, candidate, ['poblacion_total']);
		if (row) return row;
	}
	return undefined;
}

/** Persons of 15 and over in a row: counted, or by their share of the population. */
export function adults(row: Fact): number | null {
	const counted = numberIn(row, 'poblacion_15mas');
	if (counted !== null) return counted;
	const share = numberIn(row, 'porc_15mas');
	const everybody = numberIn(row, 'poblacion_total');
	return share === null || everybody === null ? null : (share * everybody) / 100;
}

/** The column of `contexto.poblacion_total`, without its dataset. */
export function columnOf(address: string): string {
	return address.slice(address.indexOf('.') + 1);
}

function tellsOf(row: Fact, columns: readonly string[]): boolean {
	return columns.some((column) => isTold(row, column));
}
