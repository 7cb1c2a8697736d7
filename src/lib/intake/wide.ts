import type { Dataset } from '#lib/datasets/types.ts';
import { columnOf, headingsOf, tight } from './headings.ts';

/** Headings that are one figure in several years or quarters: the period belongs in a column of its own. */
export type WideGroup = {
	readonly headings: readonly string[];
	/** What is left of them without the period. */
	readonly rest: string;
	readonly kind: 'year' | 'quarter';
};

type Chosen = {
	readonly dataset?: string;
	readonly columns?: Readonly<Record<string, string>>;
	readonly values?: Readonly<Record<string, string>>;
};

/**
 * A group that stands where rows should: its figure is of the dataset that the headings fit best, which
 * asks for a period that no heading gives.
 */
export function wideFault(
	headings: readonly string[],
	datasets: readonly Dataset[],
	{ dataset, columns = {}, values = {} }: Chosen
): WideGroup | undefined {
	const group = wideGroup(headings, new Set(Object.keys(columns).map(tight)));
	if (!group) return undefined;
	const plain = [...headings, group.rest];
	const fits = datasets
		.filter(({ id }) => dataset === undefined || id === dataset)
		.map((one) => {
			const own = headingsOf(one);
			const named = new Set(plain.map((heading) => columnOf(heading, own)));
			for (const column of Object.values(columns)) named.add(column);
			for (const column of Object.keys(values)) named.add(column);
			named.delete(undefined);
			return { one, named, isOwn: group.rest === '' || columnOf(group.rest, own) !== undefined };
		});
	const most = Math.max(0, ...fits.map(({ named }) => named.size));
	const isWide = fits.some(
		({ one: { period }, named, isOwn }) =>
			isOwn &&
			(named.size === most || group.rest === '') &&
			period !== undefined &&
			!named.has(period)
	);
	return most > 0 && isWide ? group : undefined;
}

const period =
	/(?<![\d.,])(?:(?:19|20)\d{2}\s*-?\s*(T[1-4])|(T[1-4])\s*-?\s*(?:19|20)\d{2}|(?:19|20)\d{2})(?![\d.,])/i;

/** «Población 2019», «Población 2020»: the first group of two or more; those of `own` were dealt with. */
export function wideGroup(
	headings: readonly string[],
	own: ReadonlySet<string> = new Set()
): WideGroup | undefined {
	const groups = new Map<string, Map<string, { heading: string; isQuarter: boolean }>>();
	const rests = new Map<string, string>();
	for (const heading of headings) {
		const found = period.exec(heading.slice(0, 200));
		if (!found || own.has(tight(heading))) continue;
		const plain = heading.slice(0, 200).replace(found[0], ' ').replaceAll('_', ' ').trim();
		const rest = tight(plain);
		rests.set(rest, plain);
		const group = groups.get(rest) ?? new Map<string, { heading: string; isQuarter: boolean }>();
		const isQuarter = found[1] !== undefined || found[2] !== undefined;
		groups.set(rest, group.set(tight(found[0]), { heading: heading.trim(), isQuarter }));
	}
	for (const [rest, group] of groups) {
		if (group.size < 2) continue;
		const all = [...group.values()];
		const kind = all.every(({ isQuarter }) => isQuarter) ? 'quarter' : 'year';
		return { headings: all.map(({ heading }) => heading), rest: rests.get(rest) ?? '', kind };
	}
	return undefined;
}
