import type { Blank, CellValue, Row } from '#lib/domain/record.ts';
import { currencies, type Currency } from '#lib/domain/codes.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { readCell } from './cells/cell.ts';
import type { ColumnStyle } from './cells/number-style.ts';
import { signsOf } from './cells/number-signs.ts';
import type { PlaceIndex } from './cells/place.ts';
import { isUnread, seen } from './cells/read.ts';
import type { Collected } from './collect.ts';
import type { Companion } from './companions.ts';
import { numberFindings } from './findings/numbers.ts';
import type { Spot } from './findings/words.ts';
import type { Header } from './header.ts';
import { inForce } from './in-force.ts';
import { namesAgree, namesChange, type NamedCell } from './names-agree.ts';
import type { RawRow } from './tokenize.ts';

/** A row with the columns that hold something which could not be read. */
export type ReadRow = { readonly row: Row; readonly unread: ReadonlySet<string> };

type Given = {
	readonly dataset: Dataset;
	readonly header: Header;
	readonly headings: readonly string[];
	readonly styles: ReadonlyMap<string, ColumnStyle>;
	readonly places: PlaceIndex;
	readonly today: string;
	/** A column's cell in a row, or the value that a person gave for all; undefined when it has neither. */
	readonly textOf: (row: RawRow, name: string) => string | undefined;
	readonly found: Collected;
};

/** Reads the rows one by one: every declared column gets a value or a kind of blank. */
export function readRows(raw: readonly RawRow[], given: Given): ReadRow[] {
	const order = readingOrder(given.dataset);
	return raw.map((row) => readRow(row, order, given));
}

/** Codes that depend on other columns come after them. */
function readingOrder({ columns }: Dataset): string[] {
	const names = Object.keys(columns);
	return [
		...names.filter((name) => !columns[name]?.codesFor),
		...names.filter((name) => columns[name]?.codesFor)
	];
}

const none: ReadonlySet<string> = new Set();

function readRow(raw: RawRow, order: readonly string[], given: Given): ReadRow {
	const { dataset, header, found } = given;
	const cells: Record<string, CellValue> = {};
	const blanks: Record<string, Blank> = {};
	const typed: Record<string, string> = {};
	const names = namesIn(raw, given);
	let unread: Set<string> | undefined;

	// Every column in the order declared, so that two files with one content give equal rows.
	for (const name of Object.keys(dataset.columns)) cells[name] = null;
	for (const name of order) {
		const column = dataset.columns[name];
		if (!column) continue;
		const text = given.textOf(raw, name);
		if (text === undefined) {
			blanks[name] = 'vacio';
			continue;
		}
		typed[name] = text;
		const spot: Spot = {
			line: raw.line,
			label: column.label,
			field: name,
			heading: header.headings[name],
			found: text
		};
		const read = readCell(
			{ text: seen(text), spot, column },
			{
				today: given.today,
				places: given.places,
				style: given.styles.get(name),
				isPeriod: name === dataset.period,
				cells,
				name: names.get('district')?.text
			}
		);
		cells[name] = read.value;
		if (read.blank !== undefined) blanks[name] = read.blank;
		if (read.finding) found.add(read.finding, read.once);
		if (isUnread(read)) (unread ??= new Set()).add(name);
	}

	const row: Row = { line: raw.line, cells, blanks: ordered(blanks, dataset), typed };
	found.addAll(checkNames(row, names, given));
	found.addAll(checkOwnName(row, given));
	checkForce(row, given);
	checkCurrency(row, given);
	return { row, unread: unread ?? none };
}

function ordered(blanks: Record<string, Blank>, { columns }: Dataset): Record<string, Blank> {
	const result: Record<string, Blank> = {};
	for (const name of Object.keys(columns)) {
		const blank = blanks[name];
		if (blank !== undefined) result[name] = blank;
	}
	return result;
}

/** The names that stand beside the code in a row, blank ones left out. */
function namesIn(raw: RawRow, { header, headings }: Given): Map<Companion, NamedCell> {
	const names = new Map<Companion, NamedCell>();
	for (const [companion, index] of header.companions) {
		const found = raw.cells[index] ?? '';
		const text = seen(found);
		if (text !== '') names.set(companion, { text, found, heading: headings[index] ?? '' });
	}
	return names;
}

function checkNames(row: Row, names: Map<Companion, NamedCell>, given: Given) {
	const { cells } = row;
	const code = given.dataset.municipality && cells[given.dataset.municipality];
	const place = typeof code === 'string' ? given.places.places.byUbigeo.get(code) : undefined;
	if (!place || names.size === 0) return [];
	return namesAgree(codeSpot(row, given), place, names, given.places);
}

/** Whether the place existed in the period of the row. */
function checkForce(row: Row, given: Given): void {
	const { municipality, period } = given.dataset;
	const code = municipality && row.cells[municipality];
	const when = period && row.cells[period];
	const place = typeof code === 'string' ? given.places.places.byUbigeo.get(code) : undefined;
	if (!place || (!place.since && !place.until) || when === null || when === undefined) return;
	const finding = inForce(codeSpot(row, given), place, String(when));
	if (finding) given.found.add(finding);
}

/** The cell with the row's code. */
function codeSpot({ line, typed }: Row, { dataset, header }: Given): Spot {
	const field = dataset.municipality ?? '';
	const label = dataset.columns[field]?.label ?? field;
	return { line, label, field, heading: header.headings[field], found: typed[field] ?? '' };
}

/** The name that a registry gives to a code which already has one. */
function checkOwnName({ line, cells, typed }: Row, { dataset, header, places }: Given) {
	const code = dataset.municipality && cells[dataset.municipality];
	const column = dataset.columns['nombre'];
	const text = cells['nombre'];
	const isRegistry = dataset.columns[dataset.municipality ?? '']?.type === 'ubigeo';
	const place = typeof code === 'string' ? places.places.byUbigeo.get(code) : undefined;
	if (!isRegistry || !column || !place || typeof text !== 'string') return [];
	const heading = header.headings['nombre'] ?? '';
	const cell = { text, found: typed['nombre'] ?? text, heading, line, label: column.label };
	return namesChange(place, cell, places);
}

function isCurrency(code: CellValue | undefined): code is Currency {
	return typeof code === 'string' && Object.hasOwn(currencies, code);
}

/** `US$` typed in a row that says soles: amounts of two currencies are never taken one for the other. */
function checkCurrency({ line, cells, typed }: Row, { dataset, header, found }: Given): void {
	const currency = cells['moneda'];
	if (!isCurrency(currency)) return;
	for (const [name, text] of Object.entries(typed)) {
		const column = dataset.columns[name];
		if (column?.type !== 'decimal' || cells[name] === null || !/[$a-z]/i.test(text)) continue;
		const own = signsOf(seen(text)).currency;
		// An exchange rate is in soles whatever currency its row is about.
		if (own === undefined || own === (column.unit === 'S/' ? 'PEN' : currency)) continue;
		const spot = {
			line,
			label: column.label,
			field: name,
			heading: header.headings[name],
			found: text
		};
		const label = dataset.columns['moneda']?.label ?? 'moneda';
		found.add(numberFindings.otherCurrency(spot, own, label, currency));
	}
}
