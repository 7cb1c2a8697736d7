import { editDistance, fold } from '#lib/domain/names.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { columnIgnoringUnits, headingsOf, keyWords, tight } from './headings.ts';

/** A column that a heading may be. Below 0.9 it is asked about and never used by itself. */
export type Proposal = {
	/** Their heading. */
	readonly heading: string;
	/** Our column. */
	readonly field: string;
	/** From 0 to 1. */
	readonly confidence: number;
};

const least = 0.55;

/**
 * What the headings that name no column may be: each column is proposed once, to the heading that is
 * most like it. Letters of other alphabets are never taken for ours.
 */
export function proposalsFor(
	dataset: Dataset,
	headings: readonly string[],
	open: ReadonlySet<string>
): Proposal[] {
	const calls = [...headingsOf(dataset).calls].filter(([, name]) => open.has(name));
	const all = headings
		.filter((heading) => /^[\p{Script=Latin}\p{Script=Common}\p{M}]*$/u.test(heading.slice(0, 200)))
		.flatMap((heading) => likenesses(heading, dataset, calls))
		.sort((a, b) => b.confidence - a.confidence);

	const taken = new Set<string>();
	const proposals: Proposal[] = [];
	for (const one of all) {
		const key = `heading ${one.heading}`;
		if (taken.has(key) || taken.has(one.field)) continue;
		taken.add(key).add(one.field);
		proposals.push(one);
	}
	return proposals;
}

function likenesses(
	heading: string,
	dataset: Dataset,
	calls: readonly (readonly [string, string])[]
): Proposal[] {
	const best = new Map<string, number>();
	// «Hombres (%)» where people are counted: the name is right and the unit is not.
	const otherUnit = columnIgnoringUnits(heading, headingsOf(dataset));
	for (const [call, name] of calls) {
		const alike = Math.max(bySpelling(heading, call), byWords(heading, call));
		const confidence = name === otherUnit ? 0.6 : alike;
		if (confidence > (best.get(name) ?? 0)) best.set(name, confidence);
	}
	const names = new Set(calls.map(([, name]) => name));
	return [...best]
		.filter(([name, confidence]) => confidence >= least && names.has(name))
		.map(([field, confidence]) => ({ heading, field, confidence }));
}

/** One or two letters of difference: 0.85 or 0.75. */
function bySpelling(heading: string, call: string): number {
	const a = tight(heading).slice(0, 60);
	const b = tight(call).slice(0, 60);
	const reach = a.length < 6 ? 1 : 2;
	if (a.length < 3 || Math.abs(a.length - b.length) > reach) return 0;
	const distance = editDistance(a, b);
	return distance <= reach ? 0.95 - 0.1 * Math.max(1, distance) : 0;
}

/** Words in common, singular or plural: 0.8 when all are, less the more each has of its own. */
function byWords(heading: string, call: string): number {
	const a = stems(heading);
	const b = stems(call);
	const common = [...a].filter((word) => b.has(word) && word.length > 2);
	if (common.length === 0) return 0;
	const share = (2 * common.length) / (a.size + b.size);
	return share < 0.5 ? 0 : Math.round((0.35 + 0.45 * share) * 100) / 100;
}

function stems(text: string): Set<string> {
	const words = keyWords(fold(text.slice(0, 200)));
	return new Set(words.map((word) => (word.length > 4 ? word.replace(/(es|s)$/, '') : word)));
}
