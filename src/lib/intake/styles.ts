import type { Column } from '#lib/datasets/types.ts';
import { isNumber, StyleEvidence, type ColumnStyle } from './cells/number-style.ts';
import type { Style } from './cells/number-shape.ts';
import { seen } from './cells/read.ts';
import type { RawRow } from './tokenize.ts';

/** Distinct texts of a column that are remembered; a column of more is judged cell by cell. */
const mostTexts = 20_000;

type TextOf = (row: RawRow, name: string) => string | undefined;

/** What the columns of numbers of a file say of how they are written, gathered from rows in parts. */
export class Styles {
	readonly #columns: readonly Gathering[];
	readonly #textOf: TextOf;

	/** @param sample any row: what it has no text for is not in the file */
	constructor(columns: Readonly<Record<string, Column>>, sample: RawRow, textOf: TextOf) {
		this.#textOf = textOf;
		this.#columns = Object.entries(columns)
			.filter(([name, column]) => isNumber(column) && textOf(sample, name) !== undefined)
			.map(([name, column]) => ({
				name,
				column,
				texts: new Map(),
				rest: new StyleEvidence(column)
			}));
	}

	add(rows: readonly RawRow[]): void {
		for (const { name, texts, rest } of this.#columns) {
			let last: string | undefined;
			let known: { times: number } | undefined;
			for (const row of rows) {
				const text = this.#textOf(row, name) ?? '';
				if (text !== last || known === undefined) {
					known = texts.get(text);
					last = text;
				}
				if (known) known.times++;
				else if (texts.size < mostTexts) texts.set(text, { line: row.line, times: 1 });
				else rest.add(row.line, seen(text));
			}
		}
	}

	/** How each column is written, by all that was added. */
	decide(chosen: Readonly<Record<string, Style>> = {}): Map<string, ColumnStyle> {
		return new Map(
			this.#columns.map(({ name, texts, rest }) => {
				for (const [text, { line, times }] of texts) rest.add(line, seen(text), times);
				texts.clear();
				return [name, rest.decide(Object.hasOwn(chosen, name) ? chosen[name] : undefined)];
			})
		);
	}
}

type Gathering = {
	readonly name: string;
	readonly column: Column;
	/** Where each text first stands, and how often it comes. */
	readonly texts: Map<string, { line: number; times: number }>;
	readonly rest: StyleEvidence;
};

/** How each column of numbers is written, decided from all its cells. */
export function decideStyles(
	columns: Readonly<Record<string, Column>>,
	rows: readonly RawRow[],
	textOf: TextOf,
	chosen?: Readonly<Record<string, Style>>
): Map<string, ColumnStyle> {
	const [sample] = rows;
	if (!sample) return new Map();
	const styles = new Styles(columns, sample, textOf);
	styles.add(rows);
	return styles.decide(chosen);
}
