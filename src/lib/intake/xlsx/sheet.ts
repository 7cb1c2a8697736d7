import { columnLetters } from '../headings.ts';
import { workbookFindings } from '../findings/workbook.ts';
import { maxColumns } from '../tokenize.ts';
import { numberText, plainFormat } from './numbers.ts';
import {
	BadWorkbook,
	isTrue,
	withEscapes,
	xmlFault,
	type SheetPart,
	type Workbook
} from './workbook.ts';
import { XmlReader } from './xml.ts';

/** A row with something in it, as text: its number and its cells from column A. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

/** What a sheet has besides its rows. Complete once all rows were read. */
export type SheetNotes = {
	hiddenRows: number;
	readonly hiddenColumns: string[];
	/** Zones of several rows that are one cell: `A3:A7`. */
	readonly merged: { line: number; range: string }[];
	readonly withoutValue: { line: number; column: string; formula: string }[];
	withoutValueCount: number;
};

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Reads the rows of a sheet one by one, in their order. @throws BadWorkbook */
export class SheetReader {
	readonly notes: SheetNotes = {
		hiddenRows: 0,
		hiddenColumns: [],
		merged: [],
		withoutValue: [],
		withoutValueCount: 0
	};
	readonly #book: Workbook;
	readonly #path: string;
	readonly #reader: XmlReader;
	#line = 0;

	constructor(book: Workbook, { path }: SheetPart) {
		this.#book = book;
		this.#path = path;
		this.#reader = new XmlReader(book.part(path));
	}

	*rows(): Generator<SheetRow> {
		const reader = this.#reader;
		for (;;) {
			const event = reader.next();
			if (event === 'end') return;
			if (event === 'fault') throw xmlFault(this.#path, reader);
			if (event !== 'open') continue;
			if (reader.name === 'row') {
				const row = this.#row();
				if (reader.fault) throw xmlFault(this.#path, reader);
				if (row) yield row;
			} else if (reader.name === 'col') this.#column();
			else if (reader.name === 'mergeCell') this.#mergedCell(reader.attribute('ref') ?? '');
		}
	}

	#row(): SheetRow | undefined {
		const reader = this.#reader;
		const own = reader.attribute('r');
		const line = own === undefined ? this.#line + 1 : Number(own);
		if (!(line > this.#line && line <= lastRow)) throw this.#damaged();
		this.#line = line;
		const hidden = isTrue(reader.attribute('hidden'));

		const cells: string[] = [];
		let next = 0;
		for (
			let event = reader.next();
			event !== 'close' || reader.name !== 'row';
			event = reader.next()
		) {
			if (event === 'end' || event === 'fault') throw this.#broken();
			if (event !== 'open' || reader.name !== 'c') continue;
			const reference = reader.attribute('r');
			const index = reference === undefined ? next : columnIndex(reference);
			if (!(index >= 0 && index < lastColumn)) throw this.#damaged();
			next = index + 1;
			const text = this.#cell(line, index);
			if (text === '') continue;
			// Beyond the last column that is read it only matters that there is something.
			const place = Math.min(index, maxColumns);
			while (cells.length < place) cells.push('');
			cells[place] = text;
		}
		if (cells.length === 0) return undefined;
		if (hidden) this.notes.hiddenRows++;
		return { line, cells };
	}

	#cell(line: number, index: number): string {
		const reader = this.#reader;
		const type = reader.attribute('t') ?? 'n';
		const style = Number(reader.attribute('s') ?? 0);
		let value: string | undefined;
		let formula: string | undefined;
		let inside = '';
		let aside = false;
		for (
			let event = reader.next();
			event !== 'close' || reader.name !== 'c';
			event = reader.next()
		) {
			if (event === 'end' || event === 'fault') throw this.#broken();
			if (event === 'open') {
				inside = reader.name;
				if (inside === 'rPh') aside = true;
				if (inside === 'f') formula ??= '';
			} else if (event === 'close') {
				if (reader.name === 'rPh') aside = false;
				inside = '';
			} else if (inside === 'v' || (inside === 't' && !aside)) value = (value ?? '') + reader.text;
			else if (inside === 'f') formula = reader.text;
		}
		if (formula !== undefined && value === undefined && type !== 'str')
			this.#withoutValue({ line, column: columnLetters(index), formula });
		return value === undefined ? '' : this.#text(type, value, style);
	}

	#text(type: string, value: string, style: number): string {
		switch (type) {
			case 's':
				return this.#book.texts[Number(value)] ?? '';
			case 'str':
			case 'inlineStr':
				return withEscapes(value);
			case 'b':
				return isTrue(value.trim()) ? 'VERDADERO' : 'FALSO';
			case 'e':
				return errors[value] ?? value;
			case 'd':
				return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
			default: {
				const number = value.trim() === '' ? NaN : Number(value);
				if (!Number.isFinite(number)) return value;
				return numberText(number, this.#book.formats[style] ?? plainFormat, this.#book.from1904);
			}
		}
	}

	#column(): void {
		const reader = this.#reader;
		if (!isTrue(reader.attribute('hidden'))) return;
		const first = Number(reader.attribute('min'));
		const last = Math.min(Number(reader.attribute('max')), first + maxColumns);
		for (let column = first; column <= last; column++)
			this.notes.hiddenColumns.push(columnLetters(column - 1));
	}

	#mergedCell(range: string): void {
		const [from = '', to = ''] = range.split(':');
		const line = rowNumber(from);
		// Across columns it is nearly always a title; down rows it hides what the lower ones say.
		if (rowNumber(to) > line) this.notes.merged.push({ line, range });
	}

	#withoutValue(place: SheetNotes['withoutValue'][number]): void {
		this.notes.withoutValueCount++;
		if (this.notes.withoutValue.length === 0) this.notes.withoutValue.push(place);
	}

	#damaged(): BadWorkbook {
		return new BadWorkbook(workbookFindings.damaged(this.#path));
	}

	#broken(): BadWorkbook {
		return this.#reader.fault ? xmlFault(this.#path, this.#reader) : this.#damaged();
	}
}

/** Errors as Excel shows them in Spanish: a workbook keeps them in English. */
const errors: Readonly<Record<string, string>> = {
	'#DIV/0!': '#¡DIV/0!',
	'#N/A': '#N/D',
	'#NAME?': '#¿NOMBRE?',
	'#NULL!': '#¡NULO!',
	'#NUM!': '#¡NUM!',
	'#REF!': '#¡REF!',
	'#VALUE!': '#¡VALOR!'
};

/** Place of a column from a reference: `A1` 0, `AB12` 27. */
function columnIndex(reference: string): number {
	let index = 0;
	for (let at = 0; at < reference.length; at++) {
		const letter = reference.charCodeAt(at);
		if (letter < 65 || letter > 90) break;
		index = index * 26 + letter - 64;
	}
	return index - 1;
}

function rowNumber(reference: string): number {
	return Number(reference.replace(/^\$?[A-Z]+\$?/, ''));
}
