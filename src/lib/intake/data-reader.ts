import type { CheckOptions } from './check.ts';
import { indexPlaces } from './cells/place.ts';
import type { ColumnStyle } from './cells/number-style.ts';
import type { Collected } from './collect.ts';
import type { Opened } from './open-file.ts';
import { RowReader, type ReadRow } from './rows.ts';
import { dataRows } from './structure.ts';
import { Styles } from './styles.ts';
import type { RawRow } from './tokenize.ts';

/** Rows of texts → typed rows: those that hold data, each cell by its column. Rows may come in parts. */
export class DataReader {
	readonly #opened: Opened;
	readonly #options: CheckOptions;
	readonly #found: Collected;
	readonly #leftOut: ReadonlySet<number>;
	readonly #places: ReadonlyMap<string, number>;
	/** Whether a person wrote some cell. */
	readonly #isMended: boolean;
	#reader: RowReader | undefined;

	constructor(opened: Opened, options: CheckOptions, found: Collected) {
		this.#opened = opened;
		this.#options = options;
		this.#found = found;
		this.#leftOut = new Set(options.choices?.leftOut);
		this.#places = opened.header.places;
		const { values, cells } = options.choices ?? {};
		this.#isMended = [values, cells].some((given) => given && Object.keys(given).length > 0);
	}

	/** The rows that hold data, without those that a person left out. */
	usable(raw: readonly RawRow[], { endsOpen }: { endsOpen: boolean }): RawRow[] {
		const { layout } = this.#opened;
		const { headings, headingCells, headerLine, delimiter } = layout;
		const leftOut = this.#leftOut;
		const taken = leftOut.size === 0 ? raw : raw.filter(({ line }) => !leftOut.has(line));
		const given = { ...this.#opened, headings, headingCells, headerLine, delimiter, endsOpen };
		const { rows, findings } = dataRows(taken, given);
		this.#found.addAll(findings);
		return rows;
	}

	/** How the numbers of each column are written, by all the rows there are. */
	styles(usable: readonly RawRow[]): Map<string, ColumnStyle> {
		const gathered = this.gatherStyles(usable);
		return gathered?.decide(this.#options.choices?.numberStyles) ?? new Map();
	}

	/** The same for rows that come in parts: undefined when there is none yet. */
	gatherStyles(usable: readonly RawRow[]): Styles | undefined {
		const [sample] = usable;
		if (!sample) return undefined;
		const styles = new Styles(this.#opened.dataset.columns, sample, this.textOf);
		styles.add(usable);
		return styles;
	}

	/** Reads rows; the first call decides how their numbers are written. */
	read(usable: readonly RawRow[], styles: ReadonlyMap<string, ColumnStyle>): ReadRow[] {
		const reader = (this.#reader ??= this.#rowReader(styles));
		return usable.map((row) => reader.read(row));
	}

	#rowReader(styles: ReadonlyMap<string, ColumnStyle>): RowReader {
		const { dataset, header, layout, reading } = this.#opened;
		const { places, today } = this.#options;
		for (const [name, { style }] of styles) reading.numberStyles[name] = style;
		return new RowReader({
			dataset,
			header,
			headings: layout.headings,
			styles,
			places: indexPlaces(places),
			today,
			textOf: this.textOf,
			isAsTyped: !this.#isMended,
			found: this.#found
		});
	}

	/** A column's cell in a row: what a person wrote for it, or for all rows, or what the file has. */
	readonly textOf = (row: RawRow, name: string): string | undefined => {
		if (this.#isMended) {
			const { values, cells } = this.#options.choices ?? {};
			const corrected = cells?.[row.line];
			if (corrected !== undefined && Object.hasOwn(corrected, name)) return corrected[name];
			if (values !== undefined && Object.hasOwn(values, name)) return values[name];
		}
		const place = this.#places.get(name);
		return place === undefined ? undefined : (row.cells[place] ?? '');
	};
}
