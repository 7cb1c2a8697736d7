import { editDistance, fold } from '#lib/domain/names.ts';
import { keyColumns, type Dataset } from '#lib/datasets/types.ts';

/** Words and units that people add to a heading or leave out. */
const fillers = new Set(
	'a de del la las el los en y e o u n no nro num numero por para con'.split(' ')
);

/** A heading as it is compared: no case, accents, signs or spaces. */
export function tight(heading: string): string {
	return fold(heading.slice(0, 200)).replaceAll(' ', '');
}

/** A heading without units in brackets and small words: `Nº de talleres`, `Talleres (N°)` → `talleres`. */
function loose(heading: string): string {
	const words = fold(heading.slice(0, 200).replace(/[([][^)\]]*[)\]]/g, ' ')).split(' ');
	return words.filter((word) => !fillers.has(word)).join('');
}

/** What a dataset's columns are called, to match headings against. */
export type Headings = {
	readonly exact: ReadonlyMap<string, string>;
	readonly loose: ReadonlyMap<string, string>;
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
	for (const [name, words] of calls.flat()) {
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

	const headings = { exact, loose: looseKeys };
	known.set(dataset, headings);
	return headings;
}

/** The column that a heading names; undefined when none does without doubt. */
export function columnOf(heading: string, { exact, loose: near }: Headings): string | undefined {
	return exact.get(tight(heading)) ?? near.get(loose(heading));
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
		for (const [index, name] of exact.get(tight(cell)) ?? []) found.set(index, name);
		for (const [index, name] of found) named.set(index, (named.get(index) ?? new Set()).add(name));
	}
	return Math.max(0, ...[...named.values()].map(({ size }) => size));
}

/** How many different columns a row of headings names. */
export function recognised(cells: readonly string[], headings: Headings): number {
	const names = new Set<string>();
	for (const cell of cells) {
		const name = cell === '' ? undefined : columnOf(cell, headings);
		if (name !== undefined) names.add(name);
	}
	return names.size;
}

/** The candidate nearest in spelling, if it is near enough to be asked about. Never used by itself. */
export function nearest(
	text: string,
	candidates: Iterable<readonly [string, string]>
): string | undefined {
	const wanted = tight(text).slice(0, 60);
	const reach = wanted.length < 6 ? 1 : wanted.length < 12 ? 2 : 3;
	let best: { name: string; distance: number } | undefined;
	for (const [key, name] of candidates) {
		if (Math.abs(key.length - wanted.length) > reach) continue;
		const distance = editDistance(wanted, key);
		if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { name, distance };
	}
	return best?.name;
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
