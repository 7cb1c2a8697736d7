import { isQuarter, quartersBetween, type Quarter } from '#lib/domain/quarter.ts';
import type { Period } from '#lib/domain/period.ts';
import { database } from '#lib/server/database.ts';
import { listMunicipalities } from '#lib/server/queries/municipalities.ts';
import { networkSeries } from '#lib/server/queries/values.ts';
import type { MemberFigure } from '#lib/server/queries/packed-figures.ts';
import type { NamedFigure } from './named.ts';
import { perPage, type Request } from './request.ts';
import type { Asked } from './standing.ts';

/** One page of everybody: in the order of names, unless that of values was asked for. */
export function pageOf<Figure extends MemberFigure>(request: Request, members: readonly Figure[]) {
	const sorted =
		request.order === 'valor'
			? [...members].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
			: members;
	const pages = Math.max(1, Math.ceil(sorted.length / perPage));
	const page = Math.min(request.page, pages);
	return { page, pages, shown: sorted.slice((page - 1) * perPage, page * perPage) };
}

/** That page as it is drawn, with what was before `base` and the way since. */
export async function listOf(
	asked: Asked,
	{
		members,
		before,
		base
	}: {
		members: readonly NamedFigure[];
		before: readonly MemberFigure[];
		base: Period | null;
	}
) {
	const { page, pages, shown } = pageOf(asked.request, members);
	const earlier = new Map(before.map((member) => [member.ubigeo, member]));
	const series = await seriesOfShown(
		asked,
		shown.map(({ ubigeo }) => ubigeo),
		base
	);
	const where = await placesOf(
		asked,
		shown.map(({ ubigeo }) => ubigeo)
	);
	const longest = Math.max(0, ...members.map(({ value }) => value ?? 0));

	return {
		page,
		pages,
		total: members.length,
		base,
		hasSeries: series !== null,
		rows: shown.map((member) => {
			const old = earlier.get(member.ubigeo);
			// From the one period that the column names, and between complete figures alone.
			const hasChange =
				old?.period === base &&
				old?.period !== member.period &&
				old?.state === 'ok' &&
				member.state === 'ok';
			return {
				...member,
				where: where.get(member.ubigeo) ?? '',
				share: longest > 0 && member.value !== null ? member.value / longest : 0,
				change:
					member.value === null || old?.value == null || !hasChange
						? null
						: member.value - old.value,
				series: series?.get(member.ubigeo) ?? []
			};
		})
	};
}

// In a territory many bear one name: then the province is told too.
async function placesOf({ viewer, group }: Asked, members: readonly string[]) {
	if (group.id.startsWith('red-')) return new Map<string, string>();
	const rows = await listMunicipalities(database(), { viewer, members }).execute();
	return new Map(
		rows.map(({ ubigeo, province, department }) => [
			ubigeo,
			[...new Set([province, department])].filter(Boolean).join(', ')
		])
	);
}

// Eight quarters at most, or since the baseline: enough to see the way without weighing the page down.
async function seriesOfShown(
	{ viewer, indicator, request, moment }: Asked,
	members: readonly string[],
	base: Period | null
): Promise<Map<string, (number | null)[]> | null> {
	if (!isQuarter(moment.period)) return null;
	const all = quartersBetween(base && isQuarter(base) ? base : moment.period, moment.period);
	const quarters = all.slice(-8);
	const from = quarters[0];
	if (!from || quarters.length < 2) return null;

	const rows = await networkSeries(database(), {
		viewer,
		indicator: indicator.id,
		dimension: request.measure.dimension,
		members,
		from,
		to: moment.period
	}).execute();
	return new Map(members.map((ubigeo) => [ubigeo, quarters.map(valueAt(rows, ubigeo))]));
}

type Row = { ubigeo: string; period: Period; value: number | null };

function valueAt(rows: readonly Row[], ubigeo: string) {
	return (quarter: Quarter) =>
		rows.find((row) => row.ubigeo === ubigeo && row.period === quarter)?.value ?? null;
}
