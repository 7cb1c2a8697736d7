import type { Kysely } from 'kysely';
import { groupValue } from '#lib/indicators/index.ts';
import { groupRule } from '#lib/indicators/measure.ts';
import type { GroupResult, Indicator, Measure, MemberValue } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { countedMembers } from './counted-members.ts';
import type { MemberFigure } from './packed-figures.ts';
import { valuesOfGroup } from './values-of-group.ts';

/** A group's own value of one measure: from its members, hidden under 60 % of coverage. */
export type GroupValue = GroupResult & { readonly dimension: string };

/** Microenterprises: what members weigh where the group's value is a weighted mean. */
const businesses = { indicator: 'MIC01', dimension: '' };

/** What a group is at one period, measure by measure, in the order in which they are declared. */
export async function groupValuesAt(
	db: Kysely<Database>,
	options: { viewer: Viewer; indicator: Indicator; period: Period; members: readonly string[] }
): Promise<GroupValue[]> {
	const { viewer, indicator, period } = options;
	const { members } = await countedMembers(db, options);

	const read = async (indicatorId: string, dimension: string): Promise<MemberValue[]> => {
		const found = await valuesOfGroup(db, {
			viewer,
			indicator: indicatorId,
			dimension,
			period,
			members,
			detail: 'ratio'
		});
		return found.map(memberValue);
	};

	return Promise.all(
		indicator.measures.map((measure) => groupValueOf(indicator, measure, members.length, read))
	);
}

/** What a member's figure brings to its group's. */
export function memberValue(figure: MemberFigure): MemberValue {
	const { ubigeo, value, numerator, denominator, state, flags } = figure;
	const answered = value === null && (state === 'no_aplica' || flags.includes('nada_que_informar'));
	const member = { municipality: ubigeo, value, numerator, denominator, state };
	return answered ? { ...member, answered } : member;
}

/** Puts together what a measure's group rule asks for, and asks it. */
export async function groupValueOf(
	indicator: Indicator,
	measure: Measure,
	size: number,
	read: (indicator: string, dimension: string) => Promise<MemberValue[]>
): Promise<GroupValue> {
	const rule = groupRule(indicator, measure);
	const needed = rule === 'pooled' ? (indicator.pools[measure.dimension]?.parts ?? []) : [];

	const [values, parts, weights] = await Promise.all([
		read(indicator.id, measure.dimension),
		Promise.all(needed.map(([id, dimension]) => read(id, dimension))),
		rule === 'weighted' ? read(businesses.indicator, businesses.dimension) : []
	]);
	const weightOf = new Map(weights.map((row) => [row.municipality, row.value]));
	const weighed =
		rule === 'weighted'
			? values.map((row) => ({ ...row, weight: weightOf.get(row.municipality) ?? null }))
			: values;

	return {
		dimension: measure.dimension,
		...groupValue(indicator, measure, weighed, size, parts)
	};
}
