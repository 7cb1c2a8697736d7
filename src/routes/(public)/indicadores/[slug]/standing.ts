import { slug } from '#lib/domain/names.ts';
import { formatNumber } from '#lib/domain/number.ts';
import { addQuarters, isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Indicator, State } from '#lib/indicators/types.ts';
import { database } from '#lib/server/database.ts';
import { dataDate } from '#lib/server/queries/data-date.ts';
import type { MemberFigure } from '#lib/server/queries/packed-figures.ts';
import type { Group } from '#lib/server/queries/groups.ts';
import { valuesOfGroup } from '#lib/server/queries/values-of-group.ts';
import { baselineOf } from '#lib/server/views/baseline.ts';
import { explanation } from '#lib/server/views/explanation.ts';
import { groupFigures, type GroupFigures } from '#lib/server/views/group-figures.ts';
import { tell } from '#lib/server/views/indicator-line.ts';
import type { Moment } from '#lib/server/views/periods.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { indicatorSentence, ownSentence } from '#lib/words/indicator.ts';
import { municipalities } from '#lib/words/list.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { stateWords } from '#lib/words/state.ts';
import { csvAddress } from '#lib/words/address.ts';
import { changeFigure } from './change-figure.ts';
import { framed, standingDrawing } from './figure.ts';
import { listOf, pageOf } from './list.ts';
import { namesFor, type NamedFigure } from './named.ts';
import { neighbours } from './neighbours.ts';
import { maySort, type Request } from './request.ts';

/** What is asked of an indicator: of whom, when, in which order. */
export type Asked = {
	viewer: Viewer;
	indicator: Indicator;
	request: Request;
	group: Group;
	moment: Moment;
	ownName: string | null;
	isStaff: boolean;
};

/** Everything the page shows of a group at a moment. */
export async function standingOf(asked: Asked) {
	const { viewer, indicator, request, group, moment, ownName, isStaff } = asked;
	const { measure, municipality: own, order } = request;
	const db = database();
	const told = tell(indicator, measure);
	const of = { viewer, indicator, measure, members: group.members };

	const [figures, base, asOf] = await Promise.all([
		groupFigures(db, { ...of, period: moment.quarter }),
		baseOf(asked),
		dataDate(db)
	]);
	const before = base ? await valuesBefore(asked, base.quarter) : [];
	const since = base ? sinceOf(base.period, before) : null;
	// No position on the index before its robustness is known: its order would be one.
	const near =
		own && indicator.family !== 'IDX' ? neighbours(figures.members, own, told.direction) : [];
	const { shown } = pageOf(request, figures.members);
	const looked = figures.members.filter(({ ubigeo }) => ubigeo === own);
	const named = await namesFor(viewer, figures.members, [...shown, ...near, ...looked]);
	const now = { ...figures, members: figures.members.map(named) };
	const complete = now.members.flatMap(({ name, value, state }) =>
		value !== null && state === 'ok' ? [{ name, value }] : []
	);
	const headline = indicatorSentence({
		title: told.title,
		measured: told,
		period: moment.period,
		group: group.name,
		groupValue: now.group.value,
		groupDecimals: told.groupDecimals,
		values: complete,
		size: group.members.length
	});
	const originOf = ({ ubigeo, period }: MemberFigure) =>
		period && valueAddress({ slug: told.slug, of: ubigeo, period, measure: told.dimension });
	const source = {
		source: indicator.source,
		asOf,
		count: `${formatNumber(now.complete)} de ${municipalities(group.members.length)} con dato completo`,
		definition: '#definicion',
		csv: csvOf(asked)
	};
	const drawn = standingDrawing({ ...now, ...told, own, order, originOf, title: headline });
	const mine = now.members.find(({ ubigeo }) => ubigeo === own);

	return {
		headline,
		origin: valueAddress({
			slug: told.slug,
			of: group.id,
			period: moment.quarter,
			measure: told.dimension
		}),
		invented: group.members.some(isInvented),
		provisional: now.members.some(({ provisional }) => provisional),
		canSort: maySort(indicator, measure, isStaff),
		order,
		figure:
			drawn &&
			framed(drawn, {
				id: 'posiciones',
				headline: own && mine ? ownLine(mine.name, mine.value, now, told) : headline,
				subtitle: `${told.title} (${told.unit}), ${group.name}`,
				source
			}),
		change: await changeFigure(asked, { told, source, base: since }),
		own: own
			? {
					ubigeo: own,
					name: ownName ?? own,
					slug: slug(ownName ?? own),
					sentence: ownLine(ownName ?? own, mine?.value ?? null, now, told),
					origin: mine ? originOf(mine) : null,
					neighbours: near.map(named).map((one) => ({ ...one, origin: originOf(one) })),
					inputs: await explanation(db, {
						viewer,
						indicator,
						measure,
						municipality: own,
						period: mine?.period ?? moment.period
					})
				}
			: null,
		list: await listOf(asked, { members: now.members, before, base: since }),
		missing: missingOf(now.members)
	};
}

function ownLine(
	name: string,
	value: number | null,
	{ median, complete }: GroupFigures,
	measured: { unit: string; decimals: number }
): string {
	return ownSentence({ name, value, middle: median, measured, count: complete });
}

// The baseline of the group for quarters; the year before for figures of a year.
async function baseOf(asked: Asked): Promise<{ quarter: Quarter; period: Period } | null> {
	const { viewer, indicator, group, moment } = asked;
	if (indicator.frequency === 'year') {
		const quarter = addQuarters(moment.quarter, -4);
		return { quarter, period: `${Number(quarter.slice(0, 4))}` };
	}
	const quarter = await baselineOf(database(), {
		viewer,
		members: group.members,
		quarter: moment.quarter
	});
	return quarter && quarter < moment.quarter ? { quarter, period: quarter } : null;
}

function valuesBefore({ viewer, indicator, request, group }: Asked, quarter: Quarter) {
	return valuesOfGroup(database(), {
		viewer,
		indicator: indicator.id,
		dimension: request.measure.dimension,
		period: quarter,
		members: group.members,
		detail: 'value'
	});
}

/** Where changes begin: figures of a year are the newest of before, and most often of one year. */
function sinceOf(asked: Period, members: readonly MemberFigure[]): Period | null {
	if (isQuarter(asked)) return asked;
	const counts = new Map<Period, number>();
	for (const { period, value } of members)
		if (period !== null && value !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Who has no figure, by reason and by name. */
function missingOf(members: readonly NamedFigure[]) {
	const reasons: State[] = ['no_reporto', 'vencido', 'no_aplica', 'no_calculable', 'oculto'];
	return reasons.flatMap((state) => {
		const names = members.filter((member) => member.value === null && member.state === state);
		return names.length === 0
			? []
			: [
					{
						state,
						word: stateWords[state],
						names: names.map(({ ubigeo, name }) => ({ ubigeo, name }))
					}
				];
	});
}

function csvOf({ indicator, request, group, moment }: Asked): string {
	const { dimension } = request.measure;
	return csvAddress('valores', {
		indicador: indicator.id,
		grupo: group.id,
		periodo: moment.quarter,
		...(dimension && { dimension })
	});
}
