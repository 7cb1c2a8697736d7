import { sql, type Kysely } from 'kysely';
import { findIndicator } from '#lib/indicators/index.ts';
import type { State } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { spanFor } from './as-of.ts';
import { memberTable } from './members.ts';

/**
 * One measure of every member at a period; those without a value are there as `no_reporto`, in the
 * order of names. Structural indicators answer with their newest year that is still valid, which
 * `period` says; an older one is `vencido`, without value. A member may be a network's code.
 */
export function valuesOfGroup(
	db: Kysely<Database>,
	{
		indicator,
		dimension = '',
		period,
		members
	}: {
		viewer: Viewer;
		indicator: string;
		dimension?: string;
		period: Period;
		members: readonly string[];
	}
) {
	const span = spanFor(findIndicator(indicator), period);
	const fresh = sql<boolean>`latest.period >= ${span.from}`;

	return db
		.selectFrom(memberTable(members))
		.leftJoin('municipality', 'municipality.ubigeo', 'member.ubigeo')
		.leftJoinLateral(
			(lateral) =>
				lateral
					.selectFrom('indicator_value as v')
					.selectAll('v')
					.whereRef('v.municipality', '=', 'member.ubigeo')
					.where('v.indicator', '=', indicator)
					.where('v.dimension', '=', dimension)
					.where('v.period', span.exact ? '=' : '<=', span.to)
					.orderBy(
						sql`((v.value is not null or v.state = 'no_reporto') and v.period >= ${span.from})`,
						'desc'
					)
					.orderBy('v.period', 'desc')
					.limit(1)
					.as('latest'),
			(join) => join.onTrue()
		)
		.select([
			'member.ubigeo',
			sql<string>`coalesce(municipality.name, member.ubigeo)`.as('name'),
			sql<string>`coalesce(municipality.sort_key, lower(member.ubigeo))`.as('sort_key'),
			sql<boolean>`coalesce(municipality.fictional, false)`.as('fictional'),
			sql<Period | null>`latest.period`.as('period'),
			sql<number | null>`case when ${fresh} then latest.value end`.as('value'),
			sql<number | null>`case when ${fresh} then latest.numerator end`.as('numerator'),
			sql<number | null>`case when ${fresh} then latest.denominator end`.as('denominator'),
			sql<State>`case when latest.period is null then 'no_reporto' when ${fresh} then latest.state else 'vencido' end`.as(
				'state'
			),
			sql<string[]>`coalesce(latest.flags, '[]'::jsonb)`.as('flags'),
			sql<boolean>`coalesce(latest.provisional, false)`.as('provisional'),
			sql<number | null>`latest.method`.as('method')
		])
		.orderBy('sort_key')
		.orderBy('member.ubigeo');
}

/** Every stored value of one municipality (or network), oldest first within each measure. */
export function seriesOf(
	db: Kysely<Database>,
	{
		municipality,
		indicators
	}: { viewer: Viewer; municipality: string; indicators?: readonly string[] }
) {
	return db
		.selectFrom('indicator_value')
		.where('municipality', '=', municipality)
		.$if(indicators !== undefined, (query) => query.where('indicator', 'in', indicators ?? []))
		.select([
			'indicator',
			'dimension',
			sql<Period>`period`.as('period'),
			'value',
			'numerator',
			'denominator',
			sql<State>`state`.as('state'),
			'flags',
			'provisional',
			'method'
		])
		.orderBy('indicator')
		.orderBy('dimension')
		.orderBy('period');
}

/** One measure of every member through time, for sparklines; oldest first within each member. */
export function networkSeries(
	db: Kysely<Database>,
	{
		indicator,
		dimension = '',
		members,
		from,
		to
	}: {
		viewer: Viewer;
		indicator: string;
		dimension?: string;
		members: readonly string[];
		from?: Period;
		to?: Period;
	}
) {
	return db
		.selectFrom('indicator_value')
		.innerJoin(memberTable(members), 'member.ubigeo', 'indicator_value.municipality')
		.where('indicator', '=', indicator)
		.where('dimension', '=', dimension)
		.$if(from !== undefined, (query) => query.where('period', '>=', from ?? ''))
		.$if(to !== undefined, (query) => query.where('period', '<=', to ?? ''))
		.select([
			'member.ubigeo',
			sql<Period>`period`.as('period'),
			'value',
			'numerator',
			'denominator',
			sql<State>`state`.as('state'),
			'flags',
			'provisional'
		])
		.orderBy('member.ubigeo')
		.orderBy('period');
}

/** Stored values by any part of their key, one page after `after`, in the order of the key. */
export function pageOfValues(
	db: Kysely<Database>,
	{
		indicator,
		dimension,
		period,
		members,
		after,
		limit
	}: {
		viewer: Viewer;
		indicator?: string;
		dimension?: string;
		period?: Period;
		members?: readonly string[];
		after?: readonly [indicator: string, dimension: string, period: string, municipality: string];
		limit: number;
	}
) {
	return db
		.selectFrom('indicator_value as v')
		.leftJoin('municipality', 'municipality.ubigeo', 'v.municipality')
		.$if(indicator !== undefined, (query) => query.where('v.indicator', '=', indicator ?? ''))
		.$if(dimension !== undefined, (query) => query.where('v.dimension', '=', dimension ?? ''))
		.$if(period !== undefined, (query) => query.where('v.period', '=', period ?? ''))
		.$if(members !== undefined, (query) =>
			query.where('v.municipality', 'in', textList(members ?? []))
		)
		.$if(after !== undefined, (query) =>
			query.where(
				sql<boolean>`(v.indicator, v.dimension, v.period, v.municipality) > (${sql.join([...(after ?? [])])})`
			)
		)
		.select([
			'v.indicator',
			'v.dimension',
			sql<Period>`v.period`.as('period'),
			'v.municipality',
			'v.value',
			'v.numerator',
			'v.denominator',
			sql<State>`v.state`.as('state'),
			'v.flags',
			'v.provisional',
			'v.method',
			sql<boolean>`coalesce(municipality.fictional, false)`.as('fictional')
		])
		.orderBy('v.indicator')
		.orderBy('v.dimension')
		.orderBy('v.period')
		.orderBy('v.municipality')
		.limit(limit);
}
