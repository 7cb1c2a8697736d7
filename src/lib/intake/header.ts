import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { companionOf, type Companion } from './companions.ts';
import { headerFindings } from './findings/header.ts';
import { columnLetters, columnOf, headingsOf, nearest, neededColumns, tight } from './headings.ts';
import type { RawRow } from './tokenize.ts';

/** Which cell of a row belongs to which column of the dataset. */
export type Header = {
	/** Our column → place in the row. */
	readonly places: ReadonlyMap<string, number>;
	/** Our column → the heading it has in the file. */
	readonly headings: Readonly<Record<string, string>>;
	readonly companions: ReadonlyMap<Companion, number>;
	/** Headings that are not used. */
	readonly ignored: readonly string[];
	/** Columns that a row must reach, titles without data at the end aside. */
	readonly width: number;
	readonly findings: readonly Finding[];
};

type Given = {
	readonly line: number;
	readonly headings: readonly string[];
	readonly rows: readonly RawRow[];
	/** Their heading → our column, chosen by a person. An empty column means «do not use». */
	readonly columns?: Readonly<Record<string, string>>;
	/** Columns whose value a person gave for every row. */
	readonly values?: Readonly<Record<string, string>>;
};

/** Columns that our own list of errors adds to a file; it may come back with them. */
const ours = new Set(['fila_original', 'problema', 'como_corregir'].map(tight));

/** Headings that a person mapped, by heading as compared. */
function mappedHeadings(columns: Readonly<Record<string, string>> = {}): Map<string, string> {
	return new Map(Object.entries(columns).map(([heading, column]) => [tight(heading), column]));
}

/** The places of the columns that a row of headings names, before anything is said about it. */
function placesOf(dataset: Dataset, given: Pick<Given, 'headings' | 'columns'>) {
	const mapped = mappedHeadings(given.columns);
	const taken = new Set(mapped.values());
	const places = new Map<string, number[]>();

	given.headings.forEach((heading, index) => {
		const key = tight(heading);
		if (key === '' && !mapped.has(heading.trim())) return;
		// A column that a person assigned is not also taken from a heading that only looks like it.
		const own = columnOf(heading, headingsOf(dataset));
		const name = mapped.get(key) ?? (own !== undefined && taken.has(own) ? undefined : own);
		if (name !== undefined && Object.hasOwn(dataset.columns, name)) {
			places.set(name, [...(places.get(name) ?? []), index]);
		}
	});
	return { places, mapped };
}

/** Needed columns that neither the headings nor the person's values give, and how many columns there are. */
export function coverage(
	dataset: Dataset,
	given: Pick<Given, 'headings' | 'columns' | 'values'>
): { found: number; missing: string[] } {
	const { places } = placesOf(dataset, given);
	const values = Object.keys(given.values ?? {}).filter((name) =>
		Object.hasOwn(dataset.columns, name)
	);
	const have = new Set([...places.keys(), ...values]);
	return { found: have.size, missing: neededColumns(dataset).filter((name) => !have.has(name)) };
}

/** Matches the headings of a file with the columns of its dataset. */
export function matchHeader(dataset: Dataset, given: Given): Header {
	const findings: Finding[] = [];
	const { places: all, mapped } = placesOf(dataset, given);
	const label = (name: string) => dataset.columns[name]?.label ?? name;
	const values = given.values ?? {};

	const places = new Map<string, number>();
	for (const [name, indexes] of all) {
		const names = indexes.map((index) => given.headings[index] ?? '');
		if (indexes.length > 1 && values[name] === undefined) {
			findings.push(headerFindings.duplicateColumn(given.line, label(name), names));
		}
		const [first] = indexes;
		if (first !== undefined) places.set(name, first);
	}

	const free = given.headings.flatMap((heading, index) => {
		const used = [...all.values()].some((indexes) => indexes.includes(index));
		return used || tight(heading) === '' ? [] : [{ heading, index }];
	});
	const companions = new Map<Companion, number>();
	const unknown = free.filter(({ heading, index }) => {
		const companion = mapped.has(tight(heading)) ? undefined : companionOf(dataset, heading);
		if (companion === undefined || companions.has(companion)) return true;
		companions.set(companion, index);
		return false;
	});

	const missing = coverage(dataset, given).missing;
	findings.push(
		...missingColumns(dataset, missing, unknown),
		...unknownColumns(dataset, given, unknown, places, mapped),
		...wrongMappings(dataset, given),
		...blankHeadings(given)
	);

	return {
		places,
		headings: Object.fromEntries(
			[...places].map(([name, index]) => [name, (given.headings[index] ?? '').trim()])
		),
		companions,
		ignored: unknown.map(({ heading }) => heading.trim()),
		width: given.headings.findLastIndex((heading) => heading.trim() !== '') + 1,
		findings
	};
}

type Free = { heading: string; index: number };

function* missingColumns(dataset: Dataset, missing: readonly string[], unknown: readonly Free[]) {
	for (const name of missing) {
		const { exact } = headingsOf(dataset);
		const calls = [...exact].filter(([, column]) => column === name);
		const near = unknown.find(({ heading }) => nearest(heading, calls) !== undefined);
		yield headerFindings.missingColumn(dataset.columns[name]?.label ?? name, name, near?.heading);
	}
}

function* unknownColumns(
	dataset: Dataset,
	given: Given,
	unknown: readonly Free[],
	places: ReadonlyMap<string, number>,
	mapped: ReadonlyMap<string, string>
): Generator<Finding> {
	const open = [...headingsOf(dataset).exact].filter(([, name]) => !places.has(name));
	const filled = new Set<number>();
	for (const { cells } of given.rows) {
		for (const { index } of unknown) if ((cells[index] ?? '').trim() !== '') filled.add(index);
		if (filled.size === unknown.length) break;
	}

	for (const { heading, index } of unknown) {
		if (mapped.has(tight(heading)) || ours.has(tight(heading))) continue;
		const near = nearest(heading, open);
		const decided = given.columns !== undefined || !filled.has(index);
		yield headerFindings.unknownColumn(given.line, heading, near, decided);
	}
}

function* wrongMappings(dataset: Dataset, given: Given): Generator<Finding> {
	const present = new Set(given.headings.map(tight));
	const names = Object.keys(dataset.columns);
	for (const [heading, column] of Object.entries(given.columns ?? {})) {
		if (column !== '' && !Object.hasOwn(dataset.columns, column)) {
			yield headerFindings.unknownMapping(heading, column, names);
		} else if (!present.has(tight(heading))) {
			yield headerFindings.mappingWithoutHeading(heading, given.headings);
		}
	}
	for (const column of Object.keys(given.values ?? {})) {
		if (!Object.hasOwn(dataset.columns, column)) {
			yield headerFindings.unknownValue(column, names);
		}
	}
}

function* blankHeadings(given: Given): Generator<Finding> {
	const last = given.headings.findLastIndex((heading) => heading.trim() !== '');
	for (let index = 0; index < last; index++) {
		if ((given.headings[index] ?? '').trim() !== '') continue;
		const first = given.rows.find(({ cells }) => (cells[index] ?? '').trim() !== '');
		if (first) yield headerFindings.blankHeading(given.line, columnLetters(index), first.line);
	}
}
