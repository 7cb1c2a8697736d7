import type { Blank, Blanks } from '#lib/domain/record.ts';

const kinds: readonly Blank[] = ['vacio', 'no_aplica', 'pendiente', 'nada'];

/** Kinds of blank of a row, and those that have one more column blank, by column and kind. */
type Pattern = { readonly blanks: Blanks; readonly more: Map<number, Pattern> };

/** Kinds of blank by column, one object for all rows that are blank alike. */
export class BlankKinds {
	readonly #names: readonly string[];
	readonly none: Pattern = { blanks: {}, more: new Map() };

	/** @param names columns in the order declared, in which they are listed */
	constructor(names: readonly string[]) {
		this.#names = names;
	}

	with(pattern: Pattern, position: number, kind: Blank): Pattern {
		const key = position * kinds.length + kinds.indexOf(kind);
		const before = pattern.more.get(key);
		if (before) return before;

		const name = this.#names[position] ?? '';
		const all: Record<string, Blank> = { ...pattern.blanks, [name]: kind };
		const blanks = Object.fromEntries(
			this.#names.flatMap((one) => (all[one] === undefined ? [] : [[one, all[one]]]))
		);
		const made: Pattern = { blanks, more: new Map() };
		pattern.more.set(key, made);
		return made;
	}
}
