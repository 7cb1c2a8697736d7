import { sql, type Kysely } from 'kysely';
import { textList } from '../db/bulk.ts';
import type { Database, SubmissionState } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/** Current rows of a dataset by their keys, with the files that brought them. */
export function recordsByKey(
	db: Kysely<Database>,
	{ viewer, dataset, keys }: { viewer: Viewer; dataset: string; keys: readonly string[] }
) {
	return provenRecords(db, readableStates(viewer))
		.where('record.until', 'is', null)
		.where('record.dataset', '=', dataset)
		.where('record.key', 'in', textList(keys));
}

/** What one row of a file brought: more than one record where it was undone and returned. */
export function recordsAtLine(
	db: Kysely<Database>,
	{
		viewer,
		dataset,
		submission,
		line
	}: { viewer: Viewer; dataset: string; submission: string; line: number }
) {
	return provenRecords(db, historyStates(viewer))
		.where('record.dataset', '=', dataset)
		.where('record.submission', '=', submission)
		.where('record.line', '=', line)
		.orderBy('record.since', 'desc')
		.orderBy('record.id', 'desc');
}

/** Every version of one key that a viewer may read, newest first. */
export function versionsOf(
	db: Kysely<Database>,
	{ viewer, dataset, key }: { viewer: Viewer; dataset: string; key: string }
) {
	return provenRecords(db, historyStates(viewer))
		.where('record.dataset', '=', dataset)
		.where('record.key', '=', key)
		.orderBy('record.since', 'desc')
		.orderBy('record.id', 'desc');
}

/** When versions of a key came in files that were undone since: what they said is not told. */
export function undoneVersions(
	db: Kysely<Database>,
	{ dataset, key }: { viewer: Viewer; dataset: string; key: string }
) {
	return db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('submission.state', '=', 'deshecha')
		.where('record.dataset', '=', dataset)
		.where('record.key', '=', key)
		.select(['submission.confirmed_at', 'submission.undone_at'])
		.orderBy('record.id', 'desc');
}

// Staff see what was undone; everybody else only what stands confirmed.
function historyStates(viewer: Viewer): SubmissionState[] {
	const states = readableStates(viewer);
	return viewer.role === 'administracion' ? [...new Set([...states, 'deshecha' as const])] : states;
}

function provenRecords(db: Kysely<Database>, states: readonly SubmissionState[]) {
	return db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.innerJoin('revision as opened', 'opened.id', 'record.since')
		.leftJoin('revision as closed', 'closed.id', 'record.until')
		.leftJoin('account', 'account.id', 'submission.account')
		.where('submission.state', 'in', states)
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
			'record.since',
			'record.until',
			'opened.created_at as since_at',
			'closed.created_at as until_at',
			'closed.submission as closed_by',
			'closed.reason as closed_reason',
			'submission.state',
			'submission.file_name',
			'submission.sha256',
			'submission.bytes',
			'submission.sheet',
			'submission.received_at',
			'submission.fictional',
			'submission.undone_at',
			'account.name as sender_name',
			'account.role as sender_role',
			sql<boolean>`submission.approved_at is null`.as('provisional')
		]);
}

export type ProvenRecord = Awaited<
	ReturnType<ReturnType<typeof provenRecords>['executeTakeFirstOrThrow']>
>;
