import type { Dataset } from '#lib/datasets/types.ts';
import type { Header } from './header.ts';
import type { RawRow } from './tokenize.ts';

/**
 * A row without a word whose every figure is the sum of those above: a total that nobody named. The sums
 * begin again below each one.
 */
export class SumsAbove {
	readonly #places: readonly number[];
	#sums: number[];
	/** Rows that are not in the sums yet: they are read only where some row may be a total. */
	#waiting: RawRow[] = [];
	#rows = 0;

	constructor({ columns }: Dataset, header: Header) {
		const isFigure = (name: string) =>
			['count', 'decimal', 'percent'].includes(columns[name]?.type ?? '');
		this.#places = [...header.places].filter(([name]) => isFigure(name)).map(([, place]) => place);
		this.#sums = this.#places.map(() => 0);
	}

	add(row: RawRow): void {
		this.#waiting.push(row);
	}

	#settle(): void {
		for (const { cells } of this.#waiting) {
			this.#places.forEach((place, index) => {
				this.#sums[index] = (this.#sums[index] ?? 0) + (figure(cells[place] ?? '') ?? 0);
			});
		}
		this.#rows += this.#waiting.length;
		this.#waiting = [];
	}

	/** The figures of a row that adds up those above, as typed; undefined for any other. */
	of({ cells }: RawRow): string | undefined {
		const isOther = cells.some(
			(cell, index) => cell.trim() !== '' && !this.#places.includes(index)
		);
		if (isOther) return undefined;
		this.#settle();
		if (this.#rows < 2) return undefined;
		const filled = this.#places
			.map((place, index) => ({ text: (cells[place] ?? '').trim(), sum: this.#sums[index] ?? 0 }))
			.filter(({ text }) => text !== '');
		const adds = filled.every(
			({ text, sum }) => sum !== 0 && Math.abs((figure(text) ?? NaN) - sum) < 0.005
		);
		if (filled.length === 0 || !adds) return undefined;
		this.#rows = 0;
		this.#sums = this.#places.map(() => 0);
		return filled.map(({ text }) => text).join('; ');
	}
}

/** A figure however it is written, for comparing with others of its column. */
function figure(text: string): number | undefined {
	const plain = text.trim().replace(/[\s\u00A0\u202F]/g, '');
	if (!/^-?\d[\d.,]*$/.test(plain) || plain.length > 20) return undefined;
	const grouped = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(plain);
	const digits = grouped ? plain.replace(/[.,]/g, '') : plain.replace(/[.,](?=.*[.,])/g, '');
	return Number(digits.replace(',', '.'));
}
