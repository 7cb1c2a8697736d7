import { groupRule } from './measure.ts';
import { hidden, medianOfValues, ratioOfSums, sumOfValues, weightedMean } from './members.ts';
import type { GroupResult, Indicator, Measure, MemberValue } from './types.ts';

/**
 * A group's value of one measure, from those of its members: hidden under 60 % of coverage.
 *
 * @param size members of the group, reporting or not
 * @param parts for the rule `pooled`: the members' values of each of `indicator.pools[dimension].parts`
 */
export function groupValue(
	indicator: Indicator,
	measure: Measure,
	members: readonly MemberValue[],
	size: number,
	parts: readonly (readonly MemberValue[])[] = []
): GroupResult {
	// Leaving out a category, or the microenterprises, can never help a group either.
	const counted = indicator.completeOnly ? members.map(withoutPartial) : members;
	const found = byRule(indicator, measure, counted, size, parts);

	if (found.covered > 0 || groupRule(indicator, measure) === 'none') return found;

	// Nobody reported; or somebody did, though nothing that the group can take.
	const told = members.filter(({ state }) => state !== 'no_reporto');
	if (told.length === 0) return { ...found, state: 'no_reporto' };
	const applies = told.some(({ state }) => state !== 'no_aplica');
	return { ...found, state: applies ? 'oculto' : 'no_aplica' };
}

function byRule(
	indicator: Indicator,
	measure: Measure,
	counted: readonly MemberValue[],
	size: number,
	parts: readonly (readonly MemberValue[])[]
): GroupResult {
	switch (groupRule(indicator, measure)) {
		case 'ratio-of-sums':
			return ratioOfSums(counted, size, measure.factor ?? 1);
		case 'sum':
			return sumOfValues(counted, size);
		case 'median':
			return medianOfValues(counted, size);
		case 'weighted':
			return weightedMean(
				indicator.family === 'CTX' ? counted.map(unsized) : counted,
				size,
				// One large municipality must not pass for the network, but the index is of the businesses.
				indicator.family === 'IDX' ? 'weight' : 'members'
			);
		case 'pooled': {
			const pool = indicator.pools[measure.dimension];
			const ready = pool && parts.length === pool.parts.length;
			return ready ? pool.combine(parts, size) : hidden({ covered: 0, size });
		}
		case 'none':
			return hidden({ covered: 0, size });
	}
}

// The weight stays: the group's coverage is a share of all its microenterprises.
function withoutPartial(member: MemberValue): MemberValue {
	return member.state === 'parcial' ? { ...member, value: null, numerator: null } : member;
}

// Context is weighed by people, and a number of businesses cannot stand in for those.
function unsized(member: MemberValue): MemberValue {
	return { ...member, weight: null };
}
