import type { Kysely } from 'kysely';
import type { Database, SubmissionState } from '#lib/server/db/schema.ts';
import { readableStates, submissionStates, type Viewer } from '#lib/server/visibility.ts';

/** One submission with the names of who sent and who confirmed it. */
export function findSubmission(
	db: Kysely<Database>,
	{ viewer, id }: { viewer: Viewer; id: string }
) {
	return submissionsFor(db, viewer).where('submission.id', '=', id);
}

/** Submissions, newest first; `dataset` and `state` narrow the list. */
export function listSubmissions(
	db: Kysely<Database>,
	options: { viewer: Viewer; dataset?: string; state?: SubmissionState; limit?: number }
) {
	let query = submissionsFor(db, options.viewer);
	if (options.dataset) query = query.where('submission.dataset', '=', options.dataset);
	if (options.state) query = query.where('submission.state', '=', options.state);
	return query
		.orderBy('submission.received_at', 'desc')
		.orderBy('submission.id')
		.limit(options.limit ?? 100);
}

/** What was found in a file, in the order of the check. */
export function findingsOf(db: Kysely<Database>, { viewer, id }: { viewer: Viewer; id: string }) {
	return db
		.selectFrom('finding')
		.innerJoin('submission', 'submission.id', 'finding.submission')
		.where('finding.submission', '=', id)
		.where('submission.state', 'in', workableStates(viewer))
		.select('finding.finding')
		.orderBy('finding.position');
}

function submissionsFor(db: Kysely<Database>, viewer: Viewer) {
	return db
		.selectFrom('submission')
		.leftJoin('account as sender', 'sender.id', 'submission.account')
		.leftJoin('account as confirmer', 'confirmer.id', 'submission.confirmed_by')
		.where('submission.state', 'in', workableStates(viewer))
		.selectAll('submission')
		.select(['sender.name as sender_name', 'confirmer.name as confirmer_name']);
}

// Staff work with files in every state; everybody else sees those whose rows they may read.
function workableStates(viewer: Viewer): readonly SubmissionState[] {
	return viewer.role === 'administracion' ? submissionStates : readableStates(viewer);
}
