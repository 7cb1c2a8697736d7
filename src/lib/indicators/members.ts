import { median } from '../comparison/summary.ts';
import type { GroupResult, MemberValue } from './types.ts';

/**
 * Under this share of members (or of microenterprises) that answered, a group's value is hidden. «No
 * aplica» and «nada que informar» are answers too, though they bring no figure.
 */
const fewestCovered = 0.6;

const covers = (part: number, whole: number) => whole > 0 && part >= fewestCovered * whole - 1e-9;

/** `factor × Σ numerators ÷ Σ denominators` of the members that have both. Never a mean of ratios. */
export function ratioOfSums(
	members: readonly MemberValue[],
	size: number,
	factor: number
): GroupResult {
	const both = members.filter(
		({ numerator, denominator }) => numerator !== null && denominator !== null
	);
	const numerator = total(both.map((member) => member.numerator));
	const denominator = total(both.map((member) => member.denominator));
	const value = denominator === 0 ? null : (factor * numerator) / denominator;
	const answered = answersAmong(members);
	return shown({ value, numerator, denominator, covered: both.length, answered, size });
}

/** Sum of the members' values. */
export function sumOfValues(members: readonly MemberValue[], size: number): GroupResult {
	const values = reported(members).map(({ value }) => value);
	const numerator = total(values);
	return shown({
		value: numerator,
		numerator,
		denominator: null,
		covered: values.length,
		answered: answersAmong(members),
		size
	});
}

/** The middle of the members' values. */
export function medianOfValues(members: readonly MemberValue[], size: number): GroupResult {
	const values = reported(members).map(({ value }) => value);
	return shown({
		value: median(values),
		numerator: null,
		denominator: null,
		covered: values.length,
		answered: answersAmong(members),
		size
	});
}

/** What a group's coverage is a share of: its members, or what all of them weigh. */
export type CoverageOf = 'members' | 'weight';

/**
 * Mean weighted by the members' denominators (microenterprises, persons). With `weight`, coverage is
 * the share of what the whole group weighs; a member of unknown size counts as an average one.
 */
export function weightedMean(
	members: readonly MemberValue[],
	size: number,
	coverageOf: CoverageOf
): GroupResult {
	const weights = members.map((member) => member.denominator ?? member.weight ?? null);
	const sized = weights.filter((weight) => weight !== null);
	const usual = sized.length === 0 ? 0 : total(sized) / sized.length;
	const group = total(sized) + usual * Math.max(0, size - sized.length);

	const counted = members.flatMap(({ value }, index) => {
		const weight = weights[index] ?? null;
		return value === null || weight === null ? [] : [{ value, weight }];
	});
	const numerator = total(counted.map(({ value, weight }) => value * weight));
	const denominator = total(counted.map(({ weight }) => weight));
	const value = denominator === 0 ? null : numerator / denominator;
	const answered = answersAmong(members);
	const result = { value, numerator, denominator, covered: counted.length, answered, size };
	const told = members.map((member, index) => (member.answered ? (weights[index] ?? usual) : 0));
	return shown(
		result,
		coverageOf === 'weight' ? covers(denominator + total(told), group) : undefined
	);
}

/** No group value, by rule or for want of coverage. */
export function hidden({
	covered,
	answered,
	size
}: Pick<GroupResult, 'covered' | 'answered' | 'size'>): GroupResult {
	const nothing = { value: null, numerator: null, denominator: null };
	return { ...nothing, covered, ...(answered && { answered }), size, state: 'oculto' };
}

function shown(
	{ answered = 0, ...rest }: Omit<GroupResult, 'state'>,
	covered = covers(rest.covered + answered, rest.size)
): GroupResult {
	const result = answered > 0 ? { ...rest, answered } : rest;
	if (result.covered === 0) return { ...hidden(result), state: 'no_reporto' };
	if (!covered) return hidden(result);
	return { ...result, state: result.value === null ? 'no_calculable' : 'ok' };
}

/** Who answered without a figure. */
function answersAmong(members: readonly MemberValue[]): number {
	return members.filter(({ answered }) => answered).length;
}

function reported(members: readonly MemberValue[]): MemberValue[] {
	return members.filter(({ value }) => value !== null);
}

function total(values: readonly (number | null)[]): number {
	return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
