import type { Dataset } from '#lib/datasets/types.ts';
import { indexPlaces } from './cells/place.ts';
import type { CheckOptions } from './check.ts';
import { Collected } from './collect.ts';
import { KnownCells } from './known-cells.ts';
import type { Opened } from './open-file.ts';
import type { ReadRow } from './rows.ts';
import type { RawRow } from './tokenize.ts';

/** Rows that stay in memory together when those of a municipality stand apart. */
const rowsInShare = 30_000;

/** Gathers rows until all those of a municipality are there, as long as they stand together. */
export class PlaceGroups {
	readonly #column: string;
	readonly #scattered: boolean;
	readonly #closed = new Set<string>();
	#current: string | undefined;
	#rows: ReadRow[] = [];
	/** Whether a municipality came back after others. */
	isScattered = false;

	/** @param options.scattered the rows of municipalities stand apart: they are given all at the end */
	constructor({ municipality = '' }: Dataset, { scattered }: { scattered: boolean }) {
		this.#column = municipality;
		this.#scattered = scattered;
	}

	/** Adds rows; gives the rows of the municipalities that are complete. */
	*add(rows: readonly ReadRow[]): Generator<readonly ReadRow[]> {
		for (const read of rows) {
			const code = read.row.cells[this.#column];
			if (!this.#scattered && typeof code === 'string' && code !== this.#current) {
				if (this.#current !== undefined) {
					this.#closed.add(this.#current);
					yield this.last();
				}
				this.#current = code;
				if (this.#closed.has(code)) {
					this.isScattered = true;
					return;
				}
			}
			this.#rows.push(read);
		}
	}

	/** The rows that are left. */
	last(): readonly ReadRow[] {
		const rows = this.#rows;
		this.#rows = [];
		return rows;
	}
}

/** Parts a file by municipality, so that all rows of one are in one share. */
export class Shares {
	readonly count: number;
	readonly #cells: KnownCells;
	readonly #textOf: (row: RawRow, name: string) => string | undefined;
	readonly #column: string;
	readonly #shares = new Map<string, number>();

	constructor(
		{ dataset, header, raw }: Opened,
		{ places, today, bytes, headBytes }: CheckOptions & { bytes: number; headBytes: number },
		textOf: (row: RawRow, name: string) => string | undefined
	) {
		const rows = (raw.length * bytes) / Math.max(1, headBytes);
		this.count = Math.max(1, Math.ceil(rows / rowsInShare));
		this.#textOf = textOf;
		this.#column = dataset.municipality ?? '';
		const column = dataset.columns[this.#column] ?? { label: '', type: 'text' };
		this.#cells = new KnownCells(this.#column, column, {
			around: { today, places: indexPlaces(places), style: undefined, isPeriod: false },
			heading: header.headings[this.#column],
			found: new Collected()
		});
	}

	/** The share of a row; of one without a municipality the first. */
	of(row: RawRow): number {
		const text = this.#textOf(row, this.#column) ?? '';
		const before = this.#shares.get(text);
		if (before !== undefined) return before;
		const { value } = this.#cells.read(row.line, text, {}, undefined);
		const share = typeof value === 'string' ? sum(value) % this.count : 0;
		if (this.#shares.size < 20_000) this.#shares.set(` ${text}`.slice(1), share);
		return share;
	}
}

function sum(text: string): number {
	let total = 7;
	for (let at = 0; at < text.length; at++) total = (total * 31 + text.charCodeAt(at)) % 1_000_003;
	return total;
}
