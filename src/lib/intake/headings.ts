import { fold } from '#lib/domain/names.ts';
import { keyColumns, type Column, type Dataset } from '#lib/datasets/types.ts';
import { inSpanish } from './english.ts';

/** Words and units that people add to a heading or leave out. */
const fillers = new Set(
	'a de del la las el los en y e o u un n no nro num numero cantidad cant por para con'.split(' ')
);

/** A heading as it is compared: no case, accents, signs or spaces. */
export function tight(heading: string): string {
	return fold(heading.slice(0, 200)).replaceAll(' ', '');
}

/** The words of a folded text that tell it from others. */
export function keyWords(folded: string): string[] {
	return folded.split(' ').filter((word) => word !== '' && !fillers.has(word));
}

const brackets = /[([]([^)\]]*)[)\]]/g;

/** A heading without units in brackets and small words: `Nº de talleres`, `Talleres (N°)` → `talleres`. */
function loose(heading: string): string {
	return keyWords(fold(heading.slice(0, 200).replace(brackets, ' '))).join('');
}

/** What a dataset's columns are called, to match headings against. */
export type Headings = {
	readonly exact: ReadonlyMap<string, string>;
	readonly loose: ReadonlyMap<string, string>;
	/** Every name, label and alias as written, and whose it is. */
	readonly calls: readonly (readonly [words: string, column: string])[];
	readonly columns: Readonly<Record<string, Column>>;
};

const known = new WeakMap<Dataset, Headings>();

/** Every name, label and alias of the columns, in that order of right when two would be equal. */
export function headingsOf(dataset: Dataset): Headings {
	const before = known.get(dataset);
	if (before) return before;

	const exact = new Map<string, string>();
	const columns = Object.entries(dataset.columns);
	const calls = [
		columns.map(([name]) => [name, name] as const),
		columns.map(([name, column]) => [name, column.label] as const),
		columns.flatMap(([name, column]) =>
			(column.aliases ?? []).map((alias) => [name, alias] as const)
		)
	];
	const near = new Map<string, Set<string>>();
	const all = calls.flat();
	for (const [name, words] of all) {
		const key = tight(words);
		if (key !== '' && !exact.has(key)) exact.set(key, name);
		const rest = loose(words);
		if (rest !== '') near.set(rest, (near.get(rest) ?? new Set()).add(name));
	}

	const looseKeys = new Map<string, string>();
	for (const [key, names] of near) {
		const [only] = names;
		if (names.size === 1 && only !== undefined) looseKeys.set(key, only);
	}

	const headings = {
		exact,
		loose: looseKeys,
		calls: all.map(([name, words]) => [words, name] as const),
		columns: dataset.columns
	};
	known.set(dataset, headings);
	return headings;
}

/**
 * The column that a heading names without doubt: by its name, by the same name without units and small
 * words, by its name in English. What says another unit than the column's is only asked about.
 */
export function columnOf(heading: string, own: Headings): string | undefined {
	const exact = own.exact.get(tight(heading));
	const name = exact ?? spanishColumn(heading, own) ?? own.loose.get(loose(heading));
	if (name === undefined) return undefined;
	return saysUnit(heading, own.columns[name], exact !== undefined) ? name : undefined;
}

/** The same, whatever its unit. */
export function columnIgnoringUnits(heading: string, own: Headings): string | undefined {
	return own.exact.get(tight(heading)) ?? own.loose.get(loose(heading));
}

function spanishColumn(heading: string, { exact }: Headings): string | undefined {
	for (const words of inSpanish(heading)) {
		const name = exact.get(tight(words));
		if (name !== undefined) return name;
	}
	return undefined;
}

/** Whether the units that a heading states, `%` or words in brackets, are those of the column. */
function saysUnit(heading: string, column: Column | undefined, isExact: boolean): boolean {
	const text = heading.slice(0, 200);
	const unit = column?.unit ?? '';
	if (text.includes('%') && column?.type !== 'percent' && !unit.includes('%')) return false;
	if (isExact) return true;
	const own = new Set(fold(unit).split(' '));
	const added = [...text.matchAll(brackets)].flatMap(([, inside = '']) => keyWords(fold(inside)));
	return added.every((word) => own.has(word));
}

type Owners = ReadonlyMap<string, readonly (readonly [dataset: number, column: string])[]>;

const owners = new WeakMap<readonly Dataset[], { exact: Owners; loose: Owners }>();

/** Which columns of which datasets a heading may be: one look-up for all of them. */
function ownersIn(datasets: readonly Dataset[]): { exact: Owners; loose: Owners } {
	const before = owners.get(datasets);
	if (before) return before;
	const exact = new Map<string, (readonly [number, string])[]>();
	const near = new Map<string, (readonly [number, string])[]>();
	datasets.forEach((dataset, index) => {
		const own = headingsOf(dataset);
		for (const [key, name] of own.exact) exact.set(key, [...(exact.get(key) ?? []), [index, name]]);
		for (const [key, name] of own.loose) near.set(key, [...(near.get(key) ?? []), [index, name]]);
	});
	const all = { exact, loose: near };
	owners.set(datasets, all);
	return all;
}

/** How many different columns a row names of the dataset of which it names most. */
export function namedColumns(cells: readonly string[], datasets: readonly Dataset[]): number {
	const { exact, loose: near } = ownersIn(datasets);
	const named = new Map<number, Set<string>>();
	for (const cell of cells) {
		if (!/\p{L}/u.test(cell.slice(0, 200))) continue;
		const found = new Map(near.get(loose(cell)));
		const keys = [...inSpanish(cell).map(tight), tight(cell)];
		for (const [index, name] of keys.flatMap((key) => exact.get(key) ?? [])) found.set(index, name);
		for (const [index, name] of found) named.set(index, (named.get(index) ?? new Set()).add(name));
	}
	return Math.max(0, ...[...named.values()].map(({ size }) => size));
}

/** Columns without which no row can be told from another or be of use. */
export function neededColumns(dataset: Dataset): string[] {
	const keys = new Set(keyColumns(dataset));
	return Object.entries(dataset.columns)
		.filter(([name, column]) => column.required || (keys.has(name) && !column.optional))
		.map(([name]) => name);
}

/** Letters by which a spreadsheet calls a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
	let letters = '';
	for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}
