import type { Finding } from '#lib/domain/finding.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { companionOf, type Companion } from './companions.ts';
import { headerFindings } from './findings/header.ts';
import { coverage, placesOf, type Named } from './heading-places.ts';
import { columnLetters, tight } from './headings.ts';
import { proposalsFor, type Proposal } from './near-headings.ts';
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
	/** What some of them may be. */
	readonly proposals: readonly Proposal[];
	/** Columns that a row must reach, titles without data at the end aside. */
	readonly width: number;
	readonly findings: readonly Finding[];
};

/** Columns that our own list of errors adds to a file; it may come back with them. */
const ours = new Set(['fila_original', 'problema', 'como_corregir'].map(tight));

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
	const asked = unknown.filter(({ heading }) => isOpen(heading, mapped));
	const open = new Set(
		Object.keys(dataset.columns).filter((name) => !places.has(name) && values[name] === undefined)
	);
	const proposals = proposalsFor(
		dataset,
		asked.map(({ heading }) => heading),
		open
	);
	findings.push(
		...missingColumns(dataset, missing, proposals),
		...unknownColumns(dataset, given, asked, proposals),
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
		proposals: proposals.map((one) => ({ ...one, heading: one.heading.trim() })),
		width: given.headings.findLastIndex((heading) => heading.trim() !== '') + 1,
		findings
	};
}

type Given = Named & {
	readonly line: number;
	readonly rows: readonly RawRow[];
};

type Free = { heading: string; index: number };

/** Whether nobody has said yet what a heading is, and it is none of ours. */
function isOpen(heading: string, mapped: ReadonlyMap<string, string>): boolean {
	return !mapped.has(tight(heading)) && !ours.has(tight(heading));
}

function* missingColumns(
	dataset: Dataset,
	missing: readonly string[],
	proposals: readonly Proposal[]
) {
	for (const name of missing) {
		const near = proposals.find(({ field }) => field === name)?.heading;
		yield headerFindings.missingColumn(dataset.columns[name]?.label ?? name, name, near);
	}
}

function* unknownColumns(
	dataset: Dataset,
	given: Given,
	unknown: readonly Free[],
	proposals: readonly Proposal[]
): Generator<Finding> {
	const filled = new Set<number>();
	for (const { cells } of given.rows) {
		for (const { index } of unknown) if ((cells[index] ?? '').trim() !== '') filled.add(index);
		if (filled.size === unknown.length) break;
	}

	for (const { heading, index } of unknown) {
		const near = proposals.find((one) => one.heading === heading);
		const decided = given.columns !== undefined || !filled.has(index);
		if (!near) yield headerFindings.unknownColumn(given.line, heading, decided);
		else {
			const label = dataset.columns[near.field]?.label ?? near.field;
			yield headerFindings.nearHeading(given.line, heading, { ...near, label }, decided);
		}
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
