import { numberIn, textIn } from '../datasets/cells.ts';
import type { Severity } from '../domain/finding.ts';
import { periodYear } from '../domain/period.ts';
import { isQuarter } from '../domain/quarter.ts';
import type { Cells } from '../domain/record.ts';

/** Two figures that cannot both be right, of rows that came apart. */
export type Clash = {
	/** Our column in the row that was looked at, and its figure. */
	readonly column: string;
	readonly value: number;
	/** The other row's column and figure. */
	readonly otherColumn: string;
	readonly otherValue: number;
};

/** A rule over two rows of one municipality: of two datasets, or of two files of one. */
export type CrossRule = {
	readonly id: string;
	readonly severity: Severity;
	readonly says: string;
	/** Dataset of the row that is looked at, and of those that it is held to. */
	readonly dataset: string;
	readonly other: string;
	/** What is wrong, in words that go before both figures. */
	readonly wrong: string;
	/** Null where the two have nothing to say of each other; false where they agree. */
	readonly compare: (row: Cells, other: Cells) => Clash | false | null;
};

const licences = [
	'licencia_provisional',
	'licencia_definitiva',
	'licencia_indeterminada',
	'licencia_temporal'
];

/** Whether a year's count of businesses still serves in a quarter. */
function serves(quarter: string | null, year: number | null): boolean {
	if (quarter === null || year === null || !isQuarter(quarter)) return false;
	const age = periodYear(quarter) - year;
	return age >= 0 && age <= 5;
}

function noMoreThan(
	[row, column]: readonly [Cells, string],
	[other, otherColumn]: readonly [Cells, string]
): Clash | false | null {
	const value = numberIn(row, column);
	const otherValue = numberIn(other, otherColumn);
	if (value === null || otherValue === null) return null;
	return value > otherValue && { column, value, otherColumn, otherValue };
}

const isTotal = (cells: Cells) => cells['dimension'] === 'total';
const isLicence = (cells: Cells) => licences.includes(textIn(cells, 'tramite') ?? '');

/** Other sources of the same territory and year. */
function sameYear(row: Cells, other: Cells): boolean {
	return (
		row['ambito_datos'] === other['ambito_datos'] &&
		row['anio'] === other['anio'] &&
		row['fuente'] !== other['fuente']
	);
}

/** Share by which two sources of a population may differ: a projection is not a census. */
const sourcesApart = 0.05;

export const crossRules: readonly CrossRule[] = [
	{
		id: 'licencias-y-empresas',
		severity: 'warning',
		says: 'Las licencias de un trimestre no pasan de las microempresas que hay.',
		dataset: 'formalizacion',
		other: 'microempresas',
		wrong: 'Hay más licencias que microempresas',
		compare: (row, other) =>
			isLicence(row) && isTotal(other) && serves(textIn(row, 'periodo'), numberIn(other, 'anio'))
				? noMoreThan([row, 'otorgadas'], [other, 'cantidad'])
				: null
	},
	{
		id: 'licencias-y-empresas',
		severity: 'warning',
		says: 'Las microempresas no son menos que las licencias de un trimestre.',
		dataset: 'microempresas',
		other: 'formalizacion',
		wrong: 'Hay menos microempresas que licencias',
		compare: (row, other) => {
			if (!isTotal(row) || !isLicence(other)) return null;
			if (!serves(textIn(other, 'periodo'), numberIn(row, 'anio'))) return null;
			const clash = noMoreThan([other, 'otorgadas'], [row, 'cantidad']);
			return (
				clash && {
					column: clash.otherColumn,
					value: clash.otherValue,
					otherColumn: clash.column,
					otherValue: clash.value
				}
			);
		}
	},
	{
		id: 'usuarios-y-empresas',
		severity: 'notice',
		says: 'Un servicio no atiende a más microempresas que las que hay.',
		dataset: 'servicios',
		other: 'microempresas',
		wrong: 'Atendió a más microempresas que las que hay',
		compare: (row, other) =>
			isTotal(other) && serves(textIn(row, 'periodo'), numberIn(other, 'anio'))
				? noMoreThan([row, 'usuarios'], [other, 'cantidad'])
				: null
	},
	{
		id: 'pea-y-poblacion',
		severity: 'warning',
		says: 'La PEA de una fuente no pasa de la población de otra del mismo año.',
		dataset: 'contexto',
		other: 'contexto',
		wrong: 'La PEA pasa de la población de otra fuente',
		compare: (row, other) =>
			sameYear(row, other) ? noMoreThan([row, 'pea'], [other, 'poblacion_total']) : null
	},
	{
		id: 'otra-fuente-otro-total',
		severity: 'warning',
		says: 'La población de dos fuentes del mismo año difiere en 5 % como máximo.',
		dataset: 'contexto',
		other: 'contexto',
		wrong: 'Otra fuente da otro total de población',
		compare: (row, other) => {
			const column = 'poblacion_total';
			const value = numberIn(row, column);
			const otherValue = numberIn(other, column);
			if (!sameYear(row, other) || value === null || !otherValue) return null;
			const apart = Math.abs(value - otherValue) / otherValue;
			return apart > sourcesApart + 1e-9 && { column, value, otherColumn: column, otherValue };
		}
	}
];

/**
 * The first row that a row clashes with. Those to be held to come newest first: of the businesses of
 * several years the newest that serves decides.
 */
export function firstClash<Other extends { readonly cells: Cells }>(
	rule: CrossRule,
	row: Cells,
	others: readonly Other[]
): { clash: Clash; other: Other } | undefined {
	for (const other of others) {
		const clash = rule.compare(row, other.cells);
		if (clash) return { clash, other };
		if (clash === false && rule.other === 'microempresas') return undefined;
	}
	return undefined;
}
