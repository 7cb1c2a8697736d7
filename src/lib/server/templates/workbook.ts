import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { Dataset } from '#lib/datasets/types.ts';
import { columnLetters } from '#lib/intake/headings.ts';
import { choicesOf } from '#lib/intake/template-lists.ts';
import { templateTable, type TemplateRow } from '#lib/intake/template.ts';
import { dropDowns, type BookSheet, type DropDown } from './drop-downs.ts';

/** One dataset of a workbook to fill. */
export type TemplateSheet = {
	readonly dataset: Dataset;
	readonly rows: readonly TemplateRow[];
	/** The period to report, in the dataset's own terms. */
	readonly period: string | undefined;
};

export type TemplateBook = {
	readonly sheets: readonly TemplateSheet[];
	/** Names of places by ubigeo, to stand beside the code. */
	readonly names: ReadonlyMap<string, string> | undefined;
	/** What the guide says first: the place and the quarter. */
	readonly title: string;
};

/** Rows ready to be typed in, below those that are filled. */
const emptyRows = 200;

/** The workbook that a person fills: one sheet a dataset, and a short guide after them. */
export async function templateWorkbook(book: TemplateBook): Promise<Buffer> {
	const data = book.sheets.map((sheet) => dataSheet(sheet, book));
	const { feature, lists } = dropDowns(data.map(({ choices }) => choices));
	const sheets = [...data.map(({ sheet }) => sheet), guide(book), ...(lists ? [lists] : [])];
	return writeExcelFile(sheets, { features: [feature] }).toBuffer();
}

function dataSheet({ dataset, rows, period }: TemplateSheet, { names }: TemplateBook) {
	const table = templateTable(dataset, rows, names);
	const types = table.columns.map((name) =>
		name === undefined ? 'text' : dataset.columns[name]?.type
	);
	const blank = types.map((type) => (isNumeric(type) ? null : asText('')));
	const sheet: BookSheet = {
		sheet: sheetName(dataset),
		stickyRowsCount: 1,
		columns: table.headings.map((heading, index) => ({
			width: Math.min(
				40,
				Math.max(12, heading.length, ...table.rows.map((row) => row[index]?.length ?? 0)) + 2
			)
		})),
		data: [
			table.headings.map(
				(value) => ({ value, type: String, fontWeight: 'bold', format: '@' }) as const
			),
			...table.rows.map((row) =>
				row.map((text, index) => (isNumeric(types[index]) ? asNumber(text) : asText(text)))
			),
			...Array.from({ length: emptyRows }, () => blank)
		]
	};
	const last = 1 + rows.length + emptyRows;
	const choices = table.columns.flatMap((name, index): DropDown[] => {
		const column = name === undefined ? undefined : dataset.columns[name];
		const list = column && choicesOf(column, name === dataset.period ? period : undefined);
		const letters = columnLetters(index);
		return list ? [{ range: `${letters}2:${letters}${last}`, choices: list }] : [];
	});
	return { sheet, choices };
}

function isNumeric(type: string | undefined): boolean {
	return (
		type === 'count' ||
		type === 'decimal' ||
		type === 'percent' ||
		type === 'year' ||
		type === 'flag'
	);
}

/** A number as a number, so that Excel can add it up; a kind of blank stays a word. */
function asNumber(text: string): CellObject | null {
	if (text === '') return null;
	return /^-?\d+(\.\d+)?$/.test(text) ? { value: Number(text), type: Number } : asText(text);
}

/** Text to Excel whatever it looks like: no zero of a code is lost and nothing runs as a formula. */
function asText(text: string): CellObject {
	const value = (text.startsWith("'") ? `'${text}` : text).replace(
		/_x[0-9A-Fa-f]{4}_/g,
		'_x005F$&'
	);
	return value === '' ? { type: String, format: '@' } : { value, type: String, format: '@' };
}

/** Name of a dataset's sheet: Excel takes 31 letters and not all signs. */
function sheetName({ title }: Dataset): string {
	return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function guide({ sheets, title }: TemplateBook): BookSheet {
	const lines = [
		title,
		'Llene las filas debajo de los títulos; no cambie los títulos. Puede borrar las filas que no correspondan.',
		'Donde la celda ofrece una lista, elija de ella. Los códigos van completos, con sus ceros.',
		'Números con punto decimal y sin signos: 1250.5. Vacío no es cero: escriba 0 solo si es cero.',
		'Si no hay nada por informar, no corresponde o aún no se sabe, escriba: nada que informar, no aplica o pendiente.',
		'Lo que ya está escrito es lo último que se informó; corrija lo que cambió.',
		sheets.length > 1
			? 'Cada hoja es una tabla; la que no corresponda déjela como está. Suba el libro entero.'
			: 'Guarde el libro y súbalo tal como está, en formato .xlsx.'
	];
	return {
		sheet: 'Guía',
		columns: [{ width: 110 }],
		data: lines.map((value, index) => [
			{ value, type: String, ...(index === 0 && { fontWeight: 'bold' as const }) }
		])
	};
}
