import type { Blank, Cells, CellValue } from '#lib/domain/record.ts';
import type { Column } from '#lib/datasets/types.ts';
import { readCell, type Around } from './cells/cell.ts';
import { isUnread, seen, type Read } from './cells/read.ts';
import type { Collected } from './collect.ts';
import type { Spot } from './findings/words.ts';

/** A distinct text of a column as it was read the first time it came. */
export type Known = {
	readonly value: CellValue;
	readonly blank: Blank | undefined;
	readonly unread: boolean;
	/** Nothing is said of it, wherever it stands. */
	readonly isClean: boolean;
	readonly read: Read;
	/** Other cells of the row that decided how it was read, and what they held. */
	readonly needs: readonly (readonly [string, CellValue | undefined])[];
	/** The same text, read beside other cells. */
	next?: Known | undefined;
};

/** Distinct texts of a column that are remembered; of more, the rest are read each time. */
const mostTexts = 20_000;

/** Cells of one column: a text that came before is not read again. */
export class KnownCells {
	readonly #name: string;
	readonly #column: Column;
	readonly #around: Omit<Around, 'cells' | 'name'>;
	readonly #heading: string | undefined;
	readonly #found: Collected;
	readonly #known = new Map<string, Known>();
	/** Whether the name beside a code may decide how it is read. */
	readonly asksName: boolean;

	constructor(
		name: string,
		column: Column,
		given: { around: Omit<Around, 'cells' | 'name'>; heading: string | undefined; found: Collected }
	) {
		this.#name = name;
		this.#column = column;
		this.#around = given.around;
		this.#heading = given.heading;
		this.#found = given.found;
		this.asksName = column.type === 'municipality' || column.type === 'ubigeo';
	}

	/** Reads a cell and adds what there is to say of it. */
	read(line: number, text: string, cells: Cells, name: string | undefined): Known {
		const key = name === undefined || !this.asksName ? text : `${text}\0${name}`;
		const before = firstThatHolds(this.#known.get(key), cells);
		if (before === undefined) return this.#readNew(key, line, text, cells, name);
		if (before.isClean) return before;
		return this.#readAgain(before, line, text, cells, name);
	}

	#readNew(key: string, line: number, text: string, cells: Cells, name?: string): Known {
		const needs = new Map<string, CellValue | undefined>();
		const watched = this.#column.codesFor ? watch(cells, needs) : cells;
		// A slice of a text keeps the whole text in memory; a short text of its own does not.
		const own = text.length < 13 ? text : ` ${text}`.slice(1);
		const known = knownOf(this.#readCell(line, own, watched, name), needs);
		if (known.read.finding) this.#found.add(known.read.finding, known.read.once);

		const same = this.#known.get(key);
		if (same) {
			known.next = same.next;
			same.next = known;
		} else if (this.#known.size < mostTexts) {
			this.#known.set(key === text ? own : ` ${key}`.slice(1), known);
		}
		return known;
	}

	/** What is said of a text names its row, so it is read anew, until its kind is only counted. */
	#readAgain(before: Known, line: number, text: string, cells: Cells, name?: string): Known {
		const { finding, once } = before.read;
		if (finding && (once !== undefined || this.#found.counted(finding))) return before;
		const read = this.#readCell(line, text, cells, name);
		if (read.finding) this.#found.add(read.finding, read.once);
		return knownOf(read, new Map());
	}

	#readCell(line: number, found: string, cells: Cells, name: string | undefined): Read {
		const spot: Spot = {
			line,
			label: this.#column.label,
			field: this.#name,
			heading: this.#heading,
			found
		};
		const cell = { text: seen(found), spot, column: this.#column };
		const isToldEnough =
			this.#column.type === 'code' &&
			this.#found.isFull({ code: 'unknown-code', severity: 'error', column: spot.label });
		return readCell(cell, { ...this.#around, cells, name, isToldEnough });
	}
}

function knownOf(read: Read, needs: ReadonlyMap<string, CellValue | undefined>): Known {
	const { value, blank, finding } = read;
	const isClean = finding === undefined;
	return {
		value,
		blank,
		unread: isUnread(read),
		isClean,
		read,
		needs: [...needs],
		next: undefined
	};
}

function firstThatHolds(first: Known | undefined, cells: Cells): Known | undefined {
	for (let known = first; known !== undefined; known = known.next) {
		if (known.needs.length === 0 || holds(known.needs, cells)) return known;
	}
	return undefined;
}

function holds(needs: Known['needs'], cells: Cells): boolean {
	for (const [name, value] of needs) if (cells[name] !== value) return false;
	return true;
}

/** The cells, noting in `needs` which are looked at. */
function watch(cells: Cells, needs: Map<string, CellValue | undefined>): Cells {
	return new Proxy(cells, {
		get(all, name) {
			const value = Reflect.get(all, name) as CellValue | undefined;
			if (typeof name === 'string') needs.set(name, value);
			return value;
		}
	});
}
