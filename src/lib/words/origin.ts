import type { Column, Dataset } from '#lib/datasets/types.ts';
import type { Blank, Cells, CellValue } from '#lib/domain/record.ts';
import { decimalsOf, formatNumber } from '#lib/domain/number.ts';
import { isPeriod, periodName, type Period } from '#lib/domain/period.ts';

/** Where a figure comes from: the page of a value of a municipality, a network or a group. */
export function valueAddress(figure: {
	/** Of the indicator: `densidad-empresarial`. */
	slug: string;
	/** Ubigeo, network's code or id of a group. */
	of: string;
	period: Period;
	measure?: string | null;
}): string {
	const { slug, of, period, measure } = figure;
	const query = measure ? `?medida=${encodeURIComponent(measure)}` : '';
	return `/origen/${slug}/${of}/${period}${query}`;
}

/** The page of one row of a file that was accepted. */
export function rowAddress(row: { dataset: string; submission: string; line: number }): string {
	return `/origen/fila/${row.dataset}/${row.submission}/${row.line}`;
}

/** Why a cell has no value. None of these is a zero. */
export const blankWords: Readonly<Record<Blank, string>> = {
	vacio: 'Sin dato',
	no_aplica: 'No aplica',
	pendiente: 'Pendiente',
	nada: 'Nada que informar'
};

/** A stored cell as people read it; a blank says of which kind it is. */
export function cellWords(
	column: Column | undefined,
	value: CellValue | undefined,
	blank?: Blank
): string {
	if (value === null || value === undefined) return blankWords[blank ?? 'vacio'];
	if (column?.type === 'year') return String(value);
	if (typeof value === 'number' && column?.type === 'flag') return value === 1 ? 'Sí' : 'No';
	if (typeof value === 'number') return exact(value);
	if (typeof value === 'boolean') return value ? 'Sí' : 'No';
	if (column?.type === 'quarter' && isPeriod(value)) return periodName(value);
	const label = column?.codes?.[value];
	return label && label !== value ? `${label} (${value})` : value;
}

// What proves a figure is not rounded.
function exact(value: number): string {
	const text = String(value);
	return text.includes('e') ? text : formatNumber(value, decimalsOf(value));
}

// The words of a code are enough to know a row by.
function nameOf(column: Column, value: CellValue | undefined): string {
	return (typeof value === 'string' && column.codes?.[value]) || cellWords(column, value);
}

/** What tells a row from the others of its place: `III trimestre 2026 · Categoría: Comercio`. */
export function keyWords(dataset: Dataset, key: Cells): string {
	return Object.entries(dataset.columns)
		.filter(([name, { key: isKey }]) => isKey && name !== dataset.municipality)
		.filter(([name]) => key[name] !== null && key[name] !== undefined)
		.map(([name, column]) => {
			const words = nameOf(column, key[name]);
			return column.type === 'quarter' ? words : `${column.label}: ${words}`;
		})
		.join(' · ');
}

/** Who sent a file, for everybody: the institution, never the person. */
export function senderWords({
	role,
	fictional
}: {
	/** Null when the program itself loaded it. */
	role: string | null;
	fictional: boolean;
}): string {
	if (fictional) return 'Datos inventados de la demostración';
	return role === null ? 'Coordinación de la red (carga inicial)' : 'Coordinación de la red';
}

const operators = /^(\d+(\.\d+)?|mínimo|promedio|[+−×÷^();])/;

/**
 * A formula with the figures in the place of their names: `1000 × 3,000 ÷ 55,892`. Undefined where it
 * is said in words that no figure can stand in for, or a figure is missing.
 */
export function formulaWithNumbers(
	formula: string,
	inputs: readonly { readonly label: string; readonly value: number | null }[]
): string | undefined {
	const known = new Map(inputs.map(({ label, value }) => [label, value]));
	// The longest label first: «viviendas con agua» before «viviendas».
	const labels = [...known.keys()].sort((a, b) => b.length - a.length);
	const parts: string[] = [];
	let used = 0;
	for (let rest = formula.trim(); rest !== '';) {
		const label = labels.find((candidate) => rest.startsWith(candidate));
		const taken = label ?? operators.exec(rest)?.[0];
		if (taken === undefined) return undefined;
		const value = label === undefined ? undefined : known.get(label);
		if (value === null) return undefined;
		if (value !== undefined) used++;
		parts.push(value === undefined ? taken : formatNumber(value).replace('-', '−'));
		rest = rest.slice(taken.length).trim();
	}
	if (used === 0) return undefined;
	return parts
		.join(' ')
		.replaceAll('( ', '(')
		.replaceAll(' )', ')')
		.replaceAll(' ;', ';')
		.replaceAll(/(mínimo|promedio) \(/g, '$1(');
}
