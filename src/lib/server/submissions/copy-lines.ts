import { createHash } from 'node:crypto';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Blanks, CellValue, Row } from '#lib/domain/record.ts';

/** Columns of a staged row, in the order of its line. */
export const stagedColumns = ['line', 'key', 'municipality', 'period', 'cells', 'blanks'] as const;

/** Distinct cells of a column whose text is kept. */
const mostKept = 20_000;

/** Rows as lines of COPY, as `toRecord` and the commit of small files store them; and their digest. */
export class CopyLines {
	readonly #dataset: Dataset;
	readonly #keys: readonly Written[];
	readonly #rest: readonly Written[];
	readonly #blanks = new WeakMap<Blanks, string>();
	readonly #hash = createHash('sha256');

	constructor(dataset: Dataset) {
		this.#dataset = dataset;
		const all = Object.entries(dataset.columns);
		this.#keys = all.filter(([, { key }]) => key).map(([name]) => new Written(name));
		// The canonical order of a key is that of its names.
		this.#keys = this.#keys.toSorted((a, b) => (a.name < b.name ? -1 : 1));
		this.#rest = all.filter(([, { key }]) => !key).map(([name]) => new Written(name));
	}

	/** The lines of some rows; counted in the digest. */
	lines(rows: readonly Row[]): string {
		let text = '';
		for (const row of rows) text += this.#line(row);
		this.#hash.update(text);
		return text;
	}

	/** What the same rows, in the same order, always give. Once, at the end. */
	digest(): string {
		return this.#hash.update(this.#dataset.id).digest('hex');
	}

	#line({ line, cells, blanks }: Row): string {
		let key = '';
		for (const column of this.#keys) {
			key += (key === '' ? '{' : ',') + column.text(cells[column.name] ?? null);
		}
		let rest = '';
		for (const column of this.#rest) {
			const value = cells[column.name] ?? null;
			// A column without a cell is null: most are, and it halves the table.
			if (value !== null) rest += (rest === '' ? '{' : ',') + column.text(value);
		}
		const { municipality = '', period = '' } = this.#dataset;
		const place = cells[municipality] ?? null;
		const when = cells[period] ?? null;
		return `${line}\t${key}}\t${place === null ? '\\N' : String(place)}\t${when === null ? '\\N' : String(when)}\t${rest === '' ? '{' : rest}}\t${this.#kinds(blanks)}\n`;
	}

	#kinds(blanks: Blanks): string {
		const before = this.#blanks.get(blanks);
		if (before !== undefined) return before;
		const kinds = Object.entries(blanks).filter(([, kind]) => kind !== 'vacio');
		const text = JSON.stringify(Object.fromEntries(kinds));
		this.#blanks.set(blanks, text);
		return text;
	}
}

/** `"column":value` as JSON within a line of COPY, remembered for values that come again. */
class Written {
	readonly name: string;
	readonly #start: string;
	readonly #texts = new Map<CellValue, string>();

	constructor(name: string) {
		this.name = name;
		this.#start = `${JSON.stringify(name)}:`;
	}

	text(value: CellValue): string {
		const before = this.#texts.get(value);
		if (before !== undefined) return before;
		const text = this.#start + JSON.stringify(value).replaceAll('\\', '\\\\');
		if (this.#texts.size < mostKept) this.#texts.set(value, text);
		return text;
	}
}
