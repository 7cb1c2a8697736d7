import Papa from 'papaparse';
import { maxColumns, type QuoteFault, type RawRow } from './tokenize.ts';

/** Letters that one row may have when its file comes in parts: a quote that nobody closes ends there. */
const longestRow = 4 * 1024 * 1024;

/** A text in parts → rows, blank ones left out. Line ends are `\n`; the rules are those of Papa Parse. */
export class Tokenizer {
	readonly #delimiter: string;
	#text = '';
	#at = 0;
	#isLast = false;
	#line: number;
	/** Where the next quote of the text stands; past its end when there is none. */
	#quote = -1;
	/** Quotes that do not pair, the first fifty. */
	readonly quotes: QuoteFault[] = [];

	/** @param firstLine number of the first row */
	constructor(delimiter: string, firstLine = 1) {
		this.#delimiter = delimiter;
		this.#line = firstLine - 1;
	}

	/** Rows met so far, blank ones too. */
	get line(): number {
		return this.#line;
	}

	/** Adds text after what is there. */
	push(text: string, isLast: boolean): void {
		this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text;
		this.#at = 0;
		this.#quote = -1;
		this.#isLast = isLast;
	}

	/** The next rows, at most `most`; fewer when the text has no more whole ones. */
	take(most: number): RawRow[] {
		const rows: RawRow[] = [];
		while (rows.length < most && this.#at < this.#text.length) {
			const cells = this.#next();
			if (cells === undefined) break;
			this.#line++;
			const width = cells.length;
			let length = width;
			while (length > 0 && isBlank(cells[length - 1] ?? '')) length--;
			if (length === 0) continue;
			if (length < width || length > maxColumns) cells.length = Math.min(length, maxColumns + 1);
			rows.push({ line: this.#line, cells, width });
		}
		return rows;
	}

	/** Cells of the next row; undefined when it is not whole yet. */
	#next(): string[] | undefined {
		const text = this.#text;
		const end = text.indexOf('\n', this.#at);
		if (end < 0 && !this.#isLast && text.length - this.#at < longestRow) return undefined;
		const stop = end < 0 ? text.length : end;
		if (this.#quote < this.#at) {
			const quote = text.indexOf('"', this.#at);
			this.#quote = quote < 0 ? text.length : quote;
		}
		if (this.#quote >= stop) {
			const cells = text.slice(this.#at, stop).split(this.#delimiter);
			this.#at = stop + 1;
			return cells;
		}
		return this.#quotedRow() ?? this.#oddRow();
	}

	/** A row in which every quote stands around a cell; undefined for any other. */
	#quotedRow(): string[] | undefined {
		const text = this.#text;
		const cells: string[] = [];
		for (let at = this.#at; ;) {
			let end: number;
			if (text.charCodeAt(at) === 0x22) {
				let close = text.indexOf('"', at + 1);
				let doubled = false;
				while (close >= 0 && text.charCodeAt(close + 1) === 0x22) {
					doubled = true;
					close = text.indexOf('"', close + 2);
				}
				if (close < 0) return undefined;
				const inner = text.slice(at + 1, close);
				cells.push(doubled ? inner.replaceAll('""', '"') : inner);
				end = close + 1;
			} else {
				const comma = text.indexOf(this.#delimiter, at);
				const newline = text.indexOf('\n', at);
				const stop = newline < 0 ? text.length : newline;
				end = comma >= 0 && comma < stop ? comma : stop;
				cells.push(text.slice(at, end));
			}
			if (end >= text.length) {
				if (!this.#isLast) return undefined;
				this.#at = end + 1;
				return cells;
			}
			const after = text[end];
			if (after === '\n') {
				this.#at = end + 1;
				return cells;
			}
			if (after !== this.#delimiter) return undefined;
			at = end + 1;
		}
	}

	/** A row with a quote that does not pair, or that is not whole yet, as Papa Parse reads it. */
	#oddRow(): string[] | undefined {
		let found: { cells: string[]; end: number } | undefined;
		const rest = this.#text.slice(this.#at);
		const parser = new Papa.Parser({
			delimiter: this.#delimiter,
			newline: '\n',
			step: ({ data, errors, meta }) => {
				parser.abort();
				const cells = data[0] ?? [];
				const [fault] = errors;
				const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
				const end = isOpen ? rest.length : meta.cursor;
				const isWhole = !isOpen && rest[end - 1] === '\n';
				if (!isWhole && !this.#isLast && rest.length < longestRow) return;
				found = { cells, end };
				if (fault && this.quotes.length < 50) this.#note(cells, fault.code !== 'MissingQuotes');
			}
		});
		parser.parse(rest, 0, false);
		if (!found) return undefined;
		this.#at += found.end;
		return found.cells;
	}

	#note(cells: readonly string[], closed: boolean): void {
		const index = closed ? cells.findIndex((cell) => cell.includes('"')) : cells.length - 1;
		const found = (cells[index] ?? '').slice(0, 200);
		this.quotes.push({ line: this.#line + 1, index, found, closed });
	}
}

function isBlank(cell: string): boolean {
	return cell === '' || cell.trim() === '';
}
