import { sql, type Kysely } from 'kysely';
import { findIndicator } from '#lib/indicators/index.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { Viewer } from '../visibility.ts';
import { spanFor } from './as-of.ts';

type Asked = { viewer: Viewer; indicator: string; dimension?: string; period: Period };

/**
 * Every figure of one measure at its newest period that answers for another, in one cell:
 * `180301 55892,180302 1200`. The index alone answers, and nothing is unpacked cell by cell: all the
 * country costs a few times `select 1`.
 */
export function allFigures(db: Kysely<Database>, { indicator, dimension = '', period }: Asked) {
	const span = spanFor(findIndicator(indicator), period);
	const measure = db
		.selectFrom('indicator_value')
		.where('indicator', '=', indicator)
		.where('dimension', '=', dimension)
		.where('value', 'is not', null);

	return measure
		.where('period', '=', (newest) =>
			newest
				.selectFrom('indicator_value')
				.where('indicator', '=', indicator)
				.where('dimension', '=', dimension)
				.where('period', '>=', span.from)
				.where('period', '<=', span.to)
				.select(sql<string>`max(period)`.as('period'))
		)
		.select([
			sql<Period | null>`max(period)`.as('period'),
			sql<string | null>`string_agg(municipality || ' ' || value, ',')`.as('figures')
		]);
}

/**
 * The figures of the whole country at its newest valid period, by ubigeo, for long lists and places
 * in them. Whoever has no figure at that very period is not in it; `valuesOfGroup` says why.
 */
export async function rankingAt(
	db: Kysely<Database>,
	options: Asked
): Promise<{ period: Period | null; figures: ReadonlyMap<string, number> }> {
	const { period, figures } = await allFigures(db, options).executeTakeFirstOrThrow();
	const pairs = figures === null ? [] : figures.split(',').map((pair) => pair.split(' '));

	return {
		period,
		figures: new Map(pairs.map(([ubigeo = '', value]) => [ubigeo, Number(value)]))
	};
}
