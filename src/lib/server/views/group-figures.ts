import type { Kysely } from 'kysely';
import { fewestToRank } from '#lib/comparison/rank.ts';
import { median } from '#lib/comparison/summary.ts';
import type { Period } from '#lib/domain/period.ts';
import { groupRule } from '#lib/indicators/measure.ts';
import type { GroupResult, Indicator, Measure, MemberValue } from '#lib/indicators/types.ts';
import type { Database } from '../db/schema.ts';
import { countedMembers } from '../queries/counted-members.ts';
import type { Detail, MemberFigure } from '../queries/packed-figures.ts';
import { groupValueOf, memberValue } from '../queries/group-values.ts';
import { valuesOfGroup } from '../queries/values-of-group.ts';
import type { Viewer } from '../visibility.ts';

/** One measure over a group: each member, the group's own value, the middle of the complete ones. */
export type GroupFigures = {
	readonly members: readonly MemberFigure[];
	readonly group: GroupResult;
	/** Null with fewer complete values than may be compared. */
	readonly median: number | null;
	/** Complete values: neither missing nor partial. */
	readonly complete: number;
};

/** Everybody's figure of one measure at a period, with what the group is as a whole. */
export async function groupFigures(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		period: Period;
		members: readonly string[];
	}
): Promise<GroupFigures> {
	const { viewer, indicator, measure, period, members } = options;
	const values = (id: string, dimension: string, detail: Detail) =>
		valuesOfGroup(db, { viewer, indicator: id, dimension, period, members, detail });
	const [rows, { members: sizes }] = await Promise.all([
		values(indicator.id, measure.dimension, detailOf(indicator, measure)),
		countedMembers(db, options)
	]);
	const counted = new Set(sizes);

	const read = async (id: string, dimension: string): Promise<MemberValue[]> => {
		const isOwn = id === indicator.id && dimension === measure.dimension;
		const found = isOwn ? rows : await values(id, dimension, 'ratio');
		return found.filter(({ ubigeo }) => counted.has(ubigeo)).map(memberValue);
	};
	const complete = rows.flatMap(({ value, state }) =>
		value !== null && state === 'ok' ? [value] : []
	);

	return {
		members: rows,
		group: await groupValueOf(indicator, measure, counted.size, read),
		median: complete.length < fewestToRank ? null : median(complete),
		complete: complete.length
	};
}

// Sums and medians are of values; anything else takes what they were divided from.
function detailOf(indicator: Indicator, measure: Measure): Detail {
	return ['sum', 'median', 'none'].includes(groupRule(indicator, measure)) ? 'value' : 'ratio';
}
