import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { rowFindings } from './findings/rows.ts';
import { columnOf, headingsOf, tight } from './headings.ts';
import type { Header } from './header.ts';
import type { RawRow } from './tokenize.ts';

/** Tells the rows that say headings again: the same ones, or those of another table pasted below. */
export class HeadingRows {
	readonly #dataset: Dataset;
	readonly #width: number;
	readonly #headings: readonly string[];
	/** Headings as they are compared. */
	readonly #own: ReadonlySet<string>;
	/** What was found of the first texts: those of data come again and again. */
	readonly #asked = new Map<string, boolean>();

	constructor(given: { dataset: Dataset; header: Header; headings: readonly string[] }) {
		this.#dataset = given.dataset;
		this.#width = given.header.width;
		this.#headings = given.headings;
		this.#own = new Set(given.headings.map(tight));
	}

	/** What is said of a row of headings; undefined for any other. */
	find({ line, cells }: RawRow): Finding | undefined {
		// Data begin with a code or a figure, or with a text that is no heading.
		if (startsWithFigure(cells[0])) return undefined;
		const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
		const [first] = filled;
		if (first === undefined || !this.#isHeading(cells[first] ?? '')) return undefined;

		const named = filled.filter((index) => this.#isHeading(cells[index] ?? ''));
		const same = named.filter(
			(index) => tight(cells[index] ?? '') === tight(this.#headings[index] ?? '')
		);
		const isWords = filled.length > 1 && filled.every((index) => !/\d{2}/.test(cells[index] ?? ''));
		const starts = same[0] === first;
		const isRow =
			named.length < Math.min(2, this.#width)
				? isWords && starts
				: named.length * 2 > filled.length || starts;
		if (!isRow) return undefined;

		// A row of words alone is of headings whole; among figures only what is one elsewhere counts.
		const other = (isWords ? filled : named).find((index) => !same.includes(index));
		return other === undefined
			? rowFindings.repeatedHeader(line)
			: rowFindings.otherTable(line, cells[other] ?? '', this.#headings[other] ?? '');
	}

	#isHeading(cell: string): boolean {
		const before = this.#asked.get(cell);
		if (before !== undefined) return before;
		const isOne =
			/\p{L}/u.test(cell) &&
			(this.#own.has(tight(cell)) || columnOf(cell, headingsOf(this.#dataset)) !== undefined);
		if (this.#asked.size < mostAsked) this.#asked.set(cell, isOne);
		return isOne;
	}
}

const mostAsked = 10_000;

function startsWithFigure(text: string | undefined): boolean {
	const first = text?.charCodeAt(0) ?? 0;
	return first >= 0x30 && first <= 0x39;
}
