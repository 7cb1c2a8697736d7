import type { Blank, Blanks, Cells, CellValue } from '#lib/domain/record.ts';
import { isPeriod } from '#lib/domain/period.ts';
import { isQuarter } from '#lib/domain/quarter.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { TemplateRow } from './template.ts';
import { certainNumber } from './xlsx/numbers.ts';

/** A stored row: its key apart from its other cells. */
export type StoredCells = {
	readonly key: string;
	readonly period: string | null;
	readonly cells: Cells;
	readonly blanks: Blanks;
};

/** How each kind of blank is typed. */
const blankWords: Readonly<Record<Blank, string>> = {
	vacio: '',
	no_aplica: 'no aplica',
	pendiente: 'pendiente',
	nada: 'nada que informar'
};

/** A stored row as it would be typed: what is read back from it is that row. */
export function typedRow(dataset: Dataset, { key, cells, blanks }: StoredCells): TemplateRow {
	const keys: Cells = JSON.parse(key);
	const all = { ...keys, ...cells };
	return Object.fromEntries(
		Object.keys(dataset.columns).map((name) => [
			name,
			typed(all[name] ?? null, blanks[name] ?? 'vacio')
		])
	);
}

function typed(value: CellValue, blank: Blank): string {
	if (value === null) return blankWords[blank];
	if (typeof value === 'boolean') return value ? '1' : '0';
	return typeof value === 'number' ? certainNumber(value) : value;
}

/** A period as a dataset tells it: a quarter as itself or as its year; undefined when it cannot be one. */
export function periodFor(dataset: Dataset, period: string): string | undefined {
	const type = dataset.columns[dataset.period ?? '']?.type;
	if (type === 'quarter') return isQuarter(period) ? period : undefined;
	return type === 'year' && isPeriod(period) ? period.slice(0, 4) : undefined;
}

/**
 * The rows that a template starts with, of one municipality's stored ones: those of the period when it
 * has some; else those of the last quarter before it, as of this one; else one with only what is known.
 * What is told by year comes as of the last year told; a registry comes as it is.
 */
export function startRows(
	dataset: Dataset,
	stored: readonly StoredCells[],
	{ municipality, period: asked }: { municipality?: string; period?: string }
): TemplateRow[] {
	const { period } = dataset;
	const known = {
		...(dataset.municipality !== undefined &&
			municipality !== undefined && { [dataset.municipality]: municipality }),
		...(period !== undefined && asked !== undefined && { [period]: asked })
	};
	if (period === undefined)
		return orKnown(
			stored.map((row) => typedRow(dataset, row)),
			known
		);
	if (asked === undefined) return orKnown([], known);

	const last = stored
		.flatMap((row) => (row.period !== null && row.period <= asked ? [row.period] : []))
		.reduce((latest, one) => (one > latest ? one : latest), '');
	const rows = stored
		.filter((row) => row.period === last)
		.map((row) => typedRow(dataset, row))
		.map((row) => (isQuarter(asked) ? { ...row, [period]: asked } : row));
	return orKnown(rows, known);
}

function orKnown(rows: TemplateRow[], known: TemplateRow): TemplateRow[] {
	return rows.length > 0 || Object.keys(known).length === 0 ? rows : [known];
}
