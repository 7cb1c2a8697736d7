import { sql, type Kysely } from 'kysely';
import type { State } from '#lib/indicators/types.ts';
import type { Period } from '#lib/domain/period.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { memberTable } from './members.ts';

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
