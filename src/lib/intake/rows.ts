import type { CellValue, Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { ColumnStyle } from './cells/number-style.ts';
import type { PlaceIndex } from './cells/place.ts';
import { seen } from './cells/read.ts';
import { BlankKinds } from './blank-kinds.ts';
import type { Collected } from './collect.ts';
import type { Companion } from './companions.ts';
import { checkCurrency } from './currency.ts';
import type { Spot } from './findings/words.ts';
import type { Header } from './header.ts';
import { inForce } from './in-force.ts';
import { KnownCells, type Known } from './known-cells.ts';
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
	/** Whether that is always what the file has in the column's place. */
	readonly isAsTyped: boolean;
	readonly found: Collected;
};

/** Reads rows one by one: every declared column gets a value or a kind of blank. */
export class RowReader {
	readonly #given: Given;
	readonly #columns: readonly ColumnReader[];
	readonly #kinds: BlankKinds;
	readonly #checks: Checks;
	readonly #names: (raw: RawRow) => ReadonlyMap<Companion, NamedCell>;
	/** The row before: most cells of a row are as they were there. Every column in the order declared. */
	#cells: Readonly<Record<string, CellValue>>;
	#typed: Readonly<Record<string, string>> = {};
	#blanks: ReturnType<BlankKinds['with']>;

	constructor(given: Given) {
		const { dataset, header, found, today, places, styles } = given;
		const declared = Object.keys(dataset.columns);
		this.#given = given;
		this.#cells = Object.fromEntries(declared.map((name) => [name, null]));
		this.#kinds = new BlankKinds(declared);
		this.#blanks = this.#kinds.none;
		this.#names = header.companions.size > 0 ? (raw) => namesIn(raw, given) : () => noNames;
		this.#checks = checksFor(given);
		this.#columns = readingOrder(dataset).flatMap((name) => {
			const column = dataset.columns[name];
			if (!column) return [];
			const isPeriod = name === dataset.period;
			const around = { today, places, style: styles.get(name), isPeriod };
			const heading = header.headings[name];
			const known = new KnownCells(name, column, { around, heading, found });
			const isNamed = known.asksName && header.companions.size > 0;
			const asksRow = column.codesFor !== undefined || isNamed;
			return [
				{
					name,
					known,
					position: declared.indexOf(name),
					place: given.isAsTyped ? header.places.get(name) : undefined,
					asksRow,
					text: undefined,
					last: nothing
				}
			];
		});
	}

	read(raw: RawRow): ReadRow {
		const { textOf } = this.#given;
		const cells: Record<string, CellValue> = { ...this.#cells };
		const typed: Record<string, string> = { ...this.#typed };
		const names = this.#names(raw);
		const district = names.get('district')?.text;
		let areBlanksNew = false;
		let hasUnread = false;

		for (const column of this.#columns) {
			const { name, place, last } = column;
			const text = place === undefined ? textOf(raw, name) : (raw.cells[place] ?? '');
			let known = last;
			if (text !== column.text || !last.isClean || column.asksRow) {
				if (text !== undefined) {
					known = column.known.read(raw.line, text, cells, district);
					if (text !== column.text) typed[name] = text;
				} else {
					known = absent;
					if (column.text !== undefined) delete typed[name];
				}
				if (known !== last) {
					if (known.value !== last.value) cells[name] = known.value;
					areBlanksNew ||= known.blank !== last.blank;
					column.last = known;
				}
				column.text = text;
			}
			hasUnread ||= known.unread;
		}

		this.#cells = cells;
		this.#typed = typed;
		if (areBlanksNew) this.#blanks = this.#blanksNow();
		const row: Row = { line: raw.line, cells, blanks: this.#blanks.blanks, typed };
		for (const check of this.#checks) check(row, names);
		return { row, unread: hasUnread ? this.#unreadNow() : none };
	}

	#blanksNow() {
		let blanks = this.#kinds.none;
		for (const { position, last } of this.#columns) {
			if (last.blank !== undefined) blanks = this.#kinds.with(blanks, position, last.blank);
		}
		return blanks;
	}

	#unreadNow(): ReadonlySet<string> {
		return new Set(this.#columns.flatMap(({ name, last }) => (last.unread ? [name] : [])));
	}
}

type ColumnReader = {
	readonly name: string;
	readonly known: KnownCells;
	readonly position: number;
	/** Its cell in the file, where nobody wrote another. */
	readonly place: number | undefined;
	/** Whether other cells of the row may decide how one is read. */
	readonly asksRow: boolean;
	/** The cell of the row before, and how it was read. */
	text: string | undefined;
	last: Known;
};

type Checks = readonly ((row: Row, names: ReadonlyMap<Companion, NamedCell>) => void)[];

/** What is asked of the cells of a row together, where the file has something to ask it of. */
function checksFor(given: Given): Checks {
	const { dataset, header, found, places } = given;
	const checks: ((row: Row, names: ReadonlyMap<Companion, NamedCell>) => void)[] = [];
	if (header.companions.size > 0)
		checks.push((row, names) => found.addAll(checkNames(row, names, given)));
	const isRegistry = dataset.columns[dataset.municipality ?? '']?.type === 'ubigeo';
	if (isRegistry && dataset.columns['nombre'])
		checks.push((row) => found.addAll(checkOwnName(row, given)));
	const dated = [...places.places.byUbigeo.values()].some(({ since, until }) => since || until);
	if (dated) checks.push((row) => checkForce(row, given));
	if (dataset.columns['moneda']) checks.push((row) => checkCurrency(row, given));
	return checks;
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

/** Before the first row, and where the file has no such column. */
const nothing: Known = {
	value: null,
	blank: undefined,
	unread: false,
	isClean: false,
	read: { value: null },
	needs: []
};
const absent: Known = { ...nothing, blank: 'vacio', isClean: true };
const noNames: ReadonlyMap<Companion, NamedCell> = new Map();

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

function checkNames(row: Row, names: ReadonlyMap<Companion, NamedCell>, given: Given) {
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
