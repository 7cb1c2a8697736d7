import { sql, type Kysely } from 'kysely';
import { textList } from '../db/bulk.ts';
import type { Database } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/**
 * Current rows of a dataset as they were accepted, with what proves them: file, line and submission.
 * In the order of their keys, which neither undoing nor sending again changes. `after` is the key of
 * the last row of the page before.
 */
export function recordsOf(
	db: Kysely<Database>,
	{
		viewer,
		dataset,
		period,
		municipality,
		members,
		after,
		limit
	}: {
		viewer: Viewer;
		dataset: string;
		period?: string;
		municipality?: string;
		members?: readonly string[];
		after?: string;
		limit?: number;
	}
) {
	return db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('submission.state', 'in', readableStates(viewer))
		.where('record.until', 'is', null)
		.where('record.dataset', '=', dataset)
		.$if(period !== undefined, (query) => query.where('record.period', '=', period ?? ''))
		.$if(municipality !== undefined, (query) =>
			query.where('record.municipality', '=', municipality ?? '')
		)
		.$if(members !== undefined, (query) =>
			query.where('record.municipality', 'in', textList(members ?? []))
		)
		.$if(after !== undefined, (query) => query.where('record.key', '>', after ?? ''))
		.select([
			'record.id',
			'record.dataset',
			'record.key',
			'record.municipality',
			'record.period',
			'record.submission',
			'record.line',
			'record.cells',
			'record.blanks',
			sql<boolean>`submission.approved_at is null`.as('provisional'),
			'submission.fictional',
			'submission.file_name',
			'submission.sheet',
			'submission.sha256',
			'submission.received_at'
		])
		.orderBy('record.key')
		.$if(limit !== undefined, (query) => query.limit(limit ?? 0));
}

/** Rows of a dataset, current or superseded, that came in files of real figures. */
export function realRecordsOf(
	db: Kysely<Database>,
	{ viewer, dataset }: { viewer: Viewer; dataset: string }
) {
	return db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('submission.state', 'in', readableStates(viewer))
		.where('submission.fictional', '=', false)
		.where('record.dataset', '=', dataset)
		.select('record.id');
}
