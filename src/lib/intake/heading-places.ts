import type { Dataset } from '#lib/datasets/types.ts';
import { columnOf, headingsOf, neededColumns, tight, type Headings } from './headings.ts';

/** What tells which heading is which column. */
export type Named = {
	readonly headings: readonly string[];
	/** Their heading → our column, chosen by a person. An empty column means «do not use». */
	readonly columns?: Readonly<Record<string, string>>;
	/** What people of this municipality said before: heading as `tight` → our column, or '' for none. */
	readonly memory?: Readonly<Record<string, string>>;
	/** Columns whose value a person gave for every row. */
	readonly values?: Readonly<Record<string, string>>;
};

/** Headings of the file that a person mapped, as compared: a choice for another row of headings takes nothing. */
function mappedHeadings({ headings, columns = {} }: Named): Map<string, string> {
	const present = new Set(headings.map(tight));
	return new Map(
		Object.entries(columns)
			.map(([heading, column]) => [tight(heading), column] as const)
			.filter(([key]) => present.has(key))
	);
}

/** The places of the columns that a row of headings names, before anything is said about it. */
export function placesOf(dataset: Dataset, given: Named) {
	const own = headingsOf(dataset);
	const decided = mappedHeadings(given);
	const byPerson = new Set(decided.values());
	const mapped = new Map([...remembered(given, own, decided), ...decided]);
	const taken = new Set(mapped.values());
	const places = new Map<string, number[]>();

	given.headings.forEach((heading, index) => {
		const key = tight(heading);
		if (key === '' && !mapped.has(heading.trim())) return;
		// A column that a person assigned is not also taken from a heading that only looks like it.
		const named = columnOf(heading, own);
		const name = mapped.get(key) ?? (named !== undefined && taken.has(named) ? undefined : named);
		if (name === undefined || !Object.hasOwn(dataset.columns, name)) return;
		const before = places.get(name) ?? [];
		// What was said before takes a column once; two headings that a person gives it are asked about.
		if (before.length > 0 && mapped.has(key) && !byPerson.has(name)) return;
		places.set(name, [...before, index]);
	});
	return { places, mapped };
}

/** What was said before of these headings, where no other heading is the column by its own name. */
function remembered(
	{ headings, memory = {} }: Named,
	own: Headings,
	decided: ReadonlyMap<string, string>
): Map<string, string> {
	const open = headings.map(tight).filter((key) => key !== '' && !decided.has(key));
	const said = new Map(
		open.flatMap((key) => (Object.hasOwn(memory, key) ? [[key, memory[key] ?? ''] as const] : []))
	);
	const taken = new Set([
		...decided.values(),
		...headings
			.filter((heading) => !said.has(tight(heading)) && !decided.has(tight(heading)))
			.map((heading) => columnOf(heading, own))
	]);
	const kept = new Map<string, string>();
	for (const [key, name] of said) {
		const isColumn = Object.hasOwn(own.columns, name);
		if (name !== '' && (!isColumn || taken.has(name))) continue;
		kept.set(key, name);
		if (name !== '') taken.add(name);
	}
	return kept;
}

/** Needed columns that neither the headings nor the person's values give, and how many columns there are. */
export function coverage(dataset: Dataset, given: Named): { found: number; missing: string[] } {
	const { places } = placesOf(dataset, given);
	const values = Object.keys(given.values ?? {}).filter((name) =>
		Object.hasOwn(dataset.columns, name)
	);
	const have = new Set([...places.keys(), ...values]);
	return { found: have.size, missing: neededColumns(dataset).filter((name) => !have.has(name)) };
}
