import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/** How many current rows of each dataset one municipality (or network) has, and of which periods. */
export function recordCounts(
	db: Kysely<Database>,
	{ viewer, municipality }: { viewer: Viewer; municipality: string }
) {
	return db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('submission.state', 'in', readableStates(viewer))
		.where('record.until', 'is', null)
		.where('record.municipality', '=', municipality)
		.select([
			'record.dataset',
			sql<number>`count(*)::int`.as('rows'),
			sql<string | null>`min(record.period)`.as('first'),
			sql<string | null>`max(record.period)`.as('last')
		])
		.groupBy('record.dataset')
		.orderBy('record.dataset');
}
