import { sql, type Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { readableStates, type Viewer } from '../visibility.ts';

/** More than these nobody reads; the records have them all. */
const most = 60;

/**
 * What senders wrote beside the rows of one municipality about where they come from: a document, a
 * correction, a coding of ours. Each text once, with how many rows carry it.
 */
export function sourceNotes(
	db: Kysely<Database>,
	{ viewer, municipality }: { viewer: Viewer; municipality: string }
) {
	const note = sql<string>`coalesce(record.cells->>'nota', record.cells->>'fuente')`;
	return (
		db
			.selectFrom('record')
			.innerJoin('submission', 'submission.id', 'record.submission')
			.where('submission.state', 'in', readableStates(viewer))
			.where('record.until', 'is', null)
			.where('record.municipality', '=', municipality)
			// The notes of a membership stand beside it.
			.where('record.dataset', '!=', 'membresias')
			.where(note, 'is not', null)
			.select(['record.dataset', note.as('note'), sql<number>`count(*)::int`.as('rows')])
			.groupBy(['record.dataset', note])
			.orderBy('record.dataset')
			.orderBy('note')
			.limit(most)
	);
}
