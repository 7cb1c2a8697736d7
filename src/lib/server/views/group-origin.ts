import type { Kysely } from 'kysely';
import type { Period } from '#lib/domain/period.ts';
import { isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import { findIndicator } from '#lib/indicators/index.ts';
import { groupRule } from '#lib/indicators/measure.ts';
import type { GroupResult, GroupRule, Indicator, Measure } from '#lib/indicators/types.ts';
import { groupWords, weightWords } from '#lib/words/indicator-terms.ts';
import { valueAddress } from '#lib/words/origin.ts';
import type { Database } from '../db/schema.ts';
import { countedMembers } from '../queries/counted-members.ts';
import { listMunicipalities } from '../queries/municipalities.ts';
import type { MemberFigure } from '../queries/packed-figures.ts';
import type { Group } from '../queries/groups.ts';
import type { Viewer } from '../visibility.ts';
import { groupFigures } from './group-figures.ts';
import { tell } from './indicator-line.ts';

export type GroupMember = Pick<
	MemberFigure,
	'ubigeo' | 'value' | 'numerator' | 'denominator' | 'state' | 'flags'
> & {
	readonly name: string;
	readonly address: string | null;
	/** Inside a province that reports as a whole: shown, and in no sum. */
	readonly isNested: boolean;
};

export type GroupOrigin = {
	readonly result: GroupResult;
	readonly median: number | null;
	readonly complete: number;
	readonly rule: GroupRule;
	/** The rule in words, and what each member weighs where it is a mean. */
	readonly ruleWords: string;
	readonly weight: string | null;
	/** Members whose partial figure the group leaves out. */
	readonly leftOut: number;
	readonly factor: number;
	readonly members: readonly GroupMember[];
	readonly page: number;
	readonly pages: number;
	readonly total: number;
	/** Measures that the group's value is worked out from, where its formula takes several. */
	readonly parts: readonly { title: string; address: string }[];
};

const perPage = 60;

/** A group's value with what each member brings to it, in the order of names. */
export async function groupOrigin(
	db: Kysely<Database>,
	options: {
		viewer: Viewer;
		indicator: Indicator;
		measure: Measure;
		group: Group;
		period: Period;
		page: number;
	}
): Promise<GroupOrigin> {
	const { viewer, indicator, measure, group, period } = options;
	const { members } = group;
	const at: Quarter = isQuarter(period) ? period : `${Number(period)}-T4`;
	const [figures, { nested }] = await Promise.all([
		groupFigures(db, { viewer, indicator, measure, period: at, members }),
		countedMembers(db, { viewer, members })
	]);
	const pages = Math.max(1, Math.ceil(members.length / perPage));
	const page = Math.min(options.page, pages);
	const shown = figures.members.slice((page - 1) * perPage, page * perPage);
	const places = await listMunicipalities(db, {
		viewer,
		members: shown.map(({ ubigeo }) => ubigeo)
	}).execute();
	const names = new Map(places.map(({ ubigeo, name }) => [ubigeo, name]));
	const inside = new Set(nested);
	const rule = groupRule(indicator, measure);

	return {
		result: figures.group,
		median: figures.median,
		complete: figures.complete,
		rule,
		ruleWords: groupWords(rule, indicator.family),
		weight: rule === 'weighted' ? weightWords(indicator.family) : null,
		leftOut: indicator.completeOnly
			? figures.members.filter(({ state, value }) => state === 'parcial' && value !== null).length
			: 0,
		factor: measure.factor ?? 1,
		members: shown.map((figure) => ({
			ubigeo: figure.ubigeo,
			value: figure.value,
			numerator: figure.numerator,
			denominator: figure.denominator,
			state: figure.state,
			flags: figure.flags,
			name: names.get(figure.ubigeo) ?? figure.ubigeo,
			address:
				figure.period &&
				valueAddress({
					slug: indicator.slug,
					of: figure.ubigeo,
					period: figure.period,
					measure: measure.dimension
				}),
			isNested: inside.has(figure.ubigeo)
		})),
		page,
		pages,
		total: members.length,
		parts: (indicator.pools[measure.dimension]?.parts ?? []).flatMap(([id, dimension]) => {
			const part = findIndicator(id);
			const own = part?.measures.find((one) => one.dimension === dimension);
			return part && own
				? [
						{
							title: tell(part, own).title,
							address: valueAddress({ slug: part.slug, of: group.id, period, measure: dimension })
						}
					]
				: [];
		})
	};
}
