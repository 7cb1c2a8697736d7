import { sql, type Kysely } from 'kysely';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Period } from '#lib/domain/period.ts';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { spanFor } from './as-of.ts';

/** Part of a list of a whole country, or of `members`: `limit` rows after the first `offset`. */
type Part = {
	viewer: Viewer;
	indicator: string;
	dimension?: string;
	period: Period;
	members?: readonly string[];
	limit: number;
	offset?: number;
};

const listed = [
	'municipality.ubigeo',
	'municipality.name',
	'municipality.province',
	'municipality.department',
	'municipality.fictional'
] as const;

/** In the order of names; whoever has no figure at the newest valid period is there with null. */
export function figuresByName(db: Kysely<Database>, part: Part) {
	const { members, limit, offset = 0 } = part;

	return db
		.selectFrom('municipality')
		.leftJoin(newestFigures(db, part).as('figure'), 'figure.municipality', 'municipality.ubigeo')
		.$if(members === undefined, (query) => query.where('municipality.fictional', '=', false))
		.$if(members !== undefined, (query) =>
			query.where('municipality.ubigeo', 'in', textList(members ?? []))
		)
		.select(listed)
		.select(['figure.period', 'figure.value'])
		.orderBy('municipality.sort_key')
		.orderBy('municipality.ubigeo')
		.limit(limit)
		.offset(offset);
}

/**
 * The largest (or smallest) first, only those with a figure. For neutral indicators, and for staff:
 * no public page sorts a judged one. Names are looked up for this part alone.
 */
export function figuresByValue(db: Kysely<Database>, part: Part & { order: 'mayor' | 'menor' }) {
	const { members, limit, offset = 0 } = part;
	const direction = part.order === 'mayor' ? 'desc' : 'asc';
	const chosen = newestFigures(db, part)
		.where('value', 'is not', null)
		.$if(members === undefined, (query) => query.where('municipality', 'not like', '9900__'))
		.$if(members !== undefined, (query) =>
			query.where('municipality', 'in', textList(members ?? []))
		)
		.orderBy('value', direction)
		.orderBy('municipality')
		.limit(limit)
		.offset(offset);

	return db
		.selectFrom(chosen.as('figure'))
		.innerJoin('municipality', 'municipality.ubigeo', 'figure.municipality')
		.select(listed)
		.select(['figure.period', 'figure.value'])
		.orderBy('figure.value', direction)
		.orderBy('figure.municipality');
}

/** Values of one measure at its newest period that answers for another. */
function newestFigures(db: Kysely<Database>, { indicator, dimension = '', period }: Part) {
	const span = spanFor(findIndicator(indicator), period);
	return db
		.selectFrom('indicator_value')
		.where('indicator', '=', indicator)
		.where('dimension', '=', dimension)
		.where('period', '=', (newest) =>
			newest
				.selectFrom('indicator_value')
				.where('indicator', '=', indicator)
				.where('dimension', '=', dimension)
				.where('period', '>=', span.from)
				.where('period', '<=', span.to)
				.select(sql<string>`max(period)`.as('period'))
		)
		.select(['municipality', sql<Period>`period`.as('period'), 'value']);
}
