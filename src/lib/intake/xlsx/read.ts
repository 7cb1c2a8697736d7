import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { companionOf } from '../companions.ts';
import { workbookFindings } from '../findings/workbook.ts';
import { guessDataset } from '../guess.ts';
import { columnOf, headingsOf } from '../headings.ts';
import { delimiters, findLayout } from '../layout.ts';
import { maxRows, tokenize } from '../tokenize.ts';
import { SheetReader, type SheetNotes, type SheetRow } from './sheet.ts';
import { BadWorkbook, openWorkbook, type SheetPart, type Workbook } from './workbook.ts';

/** A sheet as the text of a table, which is then read like any other. */
export type SheetText = {
	readonly sheet: string;
	readonly text: string;
	/** What separates the cells; undefined where the sheet holds a CSV in its first column. */
	readonly delimiter?: string;
	readonly findings: readonly Finding[];
};

type Asked = {
	readonly datasets: readonly Dataset[];
	/** Sheet that a person chose. */
	readonly sheet?: string;
	/** Dataset that a person chose. */
	readonly dataset?: string;
	readonly headerLine?: number;
};

/** Sheets of our templates that hold no table. */
const ownSheets = new Set(['Guía', 'Listas']);

/**
 * The sheet that is asked for, or the only one with a table that we know, as text. Whatever is wrong
 * with the workbook is a finding; nothing is inflated before its list of contents was found harmless.
 */
export function readSheet(bytes: Uint8Array, asked: Asked): SheetText | { refusal: Finding } {
	return refusing(() => {
		const book = openWorkbook(bytes);
		const { part, others } = chooseSheet(book, asked);
		const { rows, notes } = wholeSheet(book, part);
		const [first] = notes.withoutValue;
		if (first) {
			const { line, column, formula } = first;
			const rest = notes.withoutValueCount - 1;
			return { refusal: workbookFindings.formulaWithoutValue(line, column, formula, rest) };
		}
		const alone = oneColumn(rows);
		return {
			sheet: part.name,
			text: alone ? linesOf(rows) : textOf(rows, asked.headerLine),
			...(!alone && { delimiter: '\t' }),
			findings: [
				...said(book, part, { others, notes }),
				...(alone ? [workbookFindings.oneColumn(part.name)] : [])
			]
		};
	});
}

/** A sheet as it is offered to choose from. */
export type SheetSummary = {
	readonly name: string;
	/** Whose table it is; null for a guide, an empty sheet or a table that we do not know. */
	readonly dataset: string | null;
	/** Rows that tell something besides whose and of when they are; without a table, rows with anything. */
	readonly rows: number;
};

/** The visible sheets of a workbook with the table that each holds, or why it is not opened. */
export function sheetsOf(
	bytes: Uint8Array,
	{ datasets }: { datasets: readonly Dataset[] }
): readonly SheetSummary[] | { refusal: Finding } {
	return refusing(() => {
		const book = openWorkbook(bytes);
		return visible(book).map((part) => {
			const { rows } = wholeSheet(book, part);
			const known = tableIn(rows, datasets);
			const below = known ? rows.filter((row) => isFilled(row, known)) : rows;
			return { name: part.name, dataset: known?.dataset.id ?? null, rows: below.length };
		});
	});
}

function refusing<Result>(read: () => Result): Result | { refusal: Finding } {
	try {
		return read();
	} catch (error) {
		if (error instanceof BadWorkbook) return { refusal: error.finding };
		throw error;
	}
}

function visible({ sheets }: Workbook): readonly SheetPart[] {
	return sheets.filter(({ hidden }) => !hidden);
}

/** @throws BadWorkbook when no sheet can be told to be the one */
function chooseSheet(book: Workbook, asked: Asked): { part: SheetPart; others: readonly string[] } {
	const sheets = visible(book);
	const others = (part: SheetPart) =>
		sheets.map(({ name }) => name).filter((name) => name !== part.name);
	if (asked.sheet !== undefined) {
		const chosen = book.sheets.find(({ name }) => name === asked.sheet);
		const names = sheets.map(({ name }) => name);
		if (!chosen) throw new BadWorkbook(workbookFindings.noSuchSheet(asked.sheet, names));
		return { part: chosen, others: [] };
	}

	const filled = sheets
		.map((part) => ({ part, rows: firstRows(book, part) }))
		.filter(({ rows }) => rows.length > 0)
		.map(({ part, rows }) => ({ part, dataset: tableIn(rows, asked.datasets)?.dataset.id }));
	const known = filled.filter(({ dataset }) => dataset !== undefined);
	const wanted = known.filter(({ dataset }) => dataset === asked.dataset);
	const fitting = wanted.length > 0 ? wanted : known.length > 0 ? known : filled;
	const [first] = fitting;
	if (!first) throw new BadWorkbook(workbookFindings.noSheets());
	if (fitting.length > 1)
		throw new BadWorkbook(workbookFindings.whichSheet(fitting.map(({ part }) => part.name)));
	return { part: first.part, others: others(first.part) };
}

const rowsLooked = 40;

function firstRows(book: Workbook, part: SheetPart): SheetRow[] {
	const rows: SheetRow[] = [];
	for (const row of new SheetReader(book, part).rows()) {
		rows.push(row);
		if (rows.length === rowsLooked) break;
	}
	return rows;
}

function wholeSheet(book: Workbook, part: SheetPart): { rows: SheetRow[]; notes: SheetNotes } {
	const reader = new SheetReader(book, part);
	const rows: SheetRow[] = [];
	for (const row of reader.rows()) {
		rows.push(row);
		// Who reads the text refuses so many.
		if (rows.length > maxRows + rowsLooked) break;
	}
	return { rows, notes: reader.notes };
}

type Table = {
	readonly dataset: Dataset;
	readonly headerLine: number;
	readonly headings: readonly string[];
	/** A CSV in the first column. */
	readonly alone: boolean;
};

/** Whose table the rows are and where its headings stand; undefined when they are no table that we know. */
function tableIn(rows: readonly SheetRow[], datasets: readonly Dataset[]): Table | undefined {
	const first = rows.slice(0, rowsLooked);
	const alone = oneColumn(first);
	const text = alone ? linesOf(first) : textOf(first);
	const layout = findLayout(text, datasets, alone ? {} : { delimiter: '\t' });
	const { headings, headerLine, known } = layout;
	if (known < 2) return undefined;
	const { dataset } = guessDataset(datasets, { headings });
	return dataset && { dataset, headerLine, headings, alone };
}

/** Whether a row was filled: a template comes with its place and period, and those alone tell nothing. */
function isFilled(
	{ line, cells }: SheetRow,
	{ dataset, headerLine, headings, alone }: Table
): boolean {
	if (line <= headerLine || alone) return line > headerLine;
	const { municipality, period } = dataset;
	return cells.some((cell, index) => {
		const heading = headings[index] ?? '';
		if (cell.trim() === '' || companionOf(dataset, heading) !== undefined) return false;
		const column = columnOf(heading, headingsOf(dataset));
		return column === undefined || (column !== municipality && column !== period);
	});
}

/** Rows as lines of a table, blank ones included, so that each keeps its number. */
function textOf(rows: readonly SheetRow[], headerLine = 0): string {
	// A row without its last cells is as wide as the headings; a lone note far out widens nothing.
	const width = rows
		.filter(({ line }, index) => index < rowsLooked || line <= headerLine)
		.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
	const lines: string[] = [];
	for (const { line, cells } of rows) {
		while (lines.length < line - 1) lines.push('');
		const missing = Math.max(0, width - cells.length);
		lines.push(cells.map(quoted).join('\t') + '\t'.repeat(missing));
	}
	return `${lines.join('\n')}\n`;
}

function quoted(cell: string): string {
	if (!/["\t\r\n]/.test(cell)) return cell;
	return `"${cell.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`;
}

/** Whether a CSV stands in the first column, as when Excel opens one by the wrong separator. */
function oneColumn(rows: readonly SheetRow[]): boolean {
	const first = rows.slice(0, rowsLooked);
	if (first.length < 2 || first.some(({ cells }) => cells.length > 1)) return false;
	const counts = delimiters.map(
		(delimiter) =>
			first.filter(({ cells }) =>
				tokenize(cells[0] ?? '', delimiter).rows.some((row) => row.cells.length > 1)
			).length
	);
	return counts.some((count) => count >= 2 && count >= first.length * 0.8);
}

function linesOf(rows: readonly SheetRow[]): string {
	const lines: string[] = [];
	for (const { line, cells } of rows) {
		while (lines.length < line - 1) lines.push('');
		lines.push(cells[0] ?? '');
	}
	return `${lines.join('\n')}\n`;
}

function* said(
	book: Workbook,
	part: SheetPart,
	{ others, notes }: { others: readonly string[]; notes: SheetNotes }
): Generator<Finding> {
	const left = others.filter((name) => !ownSheets.has(name));
	if (left.length > 0) yield workbookFindings.otherSheets(part.name, left);
	const sheets = book.sheets
		.filter((sheet) => sheet.hidden && sheet !== part)
		.map(({ name }) => name);
	const { hiddenRows, hiddenColumns, merged } = notes;
	if (sheets.length + hiddenRows + hiddenColumns.length > 0)
		yield workbookFindings.hidden({ sheets, rows: hiddenRows, columns: hiddenColumns });
	const [first] = merged;
	if (first) yield workbookFindings.merged(first.line, first.range, merged.length - 1);
}
