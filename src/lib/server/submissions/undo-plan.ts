import type { Kysely } from 'kysely';
import { quarterName } from '#lib/domain/quarter.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { closedAmong } from './closed.ts';
import { columns, pastOf, type PastRecord } from './past.ts';
import { Refusal } from './refusal.ts';
import { submissionById, type Submission } from './state.ts';

/** What undoing a submission does to each row that it touched. */
export type UndoPlan = {
	/** Rows that it stored and that still stand: they are closed. */
	readonly closing: readonly PastRecord[];
	/** Rows that stood before it: they come back with the file and line that they came from. */
	readonly returning: readonly PastRecord[];
	/** Rows that it touched and that somebody changed afterwards: they stay as they are now. */
	readonly kept: readonly PastRecord[];
};

/**
 * The submission, when it can be undone.
 *
 * @throws Refusal (404) when it does not exist, (409) when it was not confirmed, changed nothing, or
 * touched a closed quarter
 */
export async function submissionToUndo(db: Kysely<Database>, id: string): Promise<Submission> {
	const submission = await submissionById(db, id);
	if (submission.state === 'deshecha') return submission;
	if (submission.state !== 'confirmada')
		throw new Refusal('Este envío no se confirmó: no hay nada que deshacer.');
	if (submission.revision === null)
		throw new Refusal('Este envío no cambió nada (ya estaba cargado): no hay nada que deshacer.');

	const periods = await touched(db, submission).select('period').distinct().execute();
	const closed = await closedAmong(
		db,
		periods.map(({ period }) => period)
	);
	const [first] = closed;
	if (first)
		throw new Refusal(
			`El ${quarterName(first)} ya está cerrado: el envío no se puede deshacer. Envíe un archivo con la corrección y su explicación.`
		);
	return submission;
}

/** What undoing would do now. */
export async function planUndo(db: Kysely<Database>, submission: Submission): Promise<UndoPlan> {
	const rows = await touched(db, submission).select(columns).orderBy('key').orderBy('id').execute();
	const keys = [...new Set(rows.map(({ key }) => key))];
	const mine = new Map(rows.map((row) => [row.key, row]));
	for (const row of rows) if (row.submission === submission.id) mine.set(row.key, row);

	const pasts = await pastOf(db, submission.dataset ?? '', keys);
	const plan = { closing: [], returning: [], kept: [] } as Record<keyof UndoPlan, PastRecord[]>;
	for (const [key, own] of mine) {
		const { current, said } = pasts.get(key) ?? { current: undefined, said: [] };
		// Somebody changed or retired it afterwards.
		if (said[0]?.submission !== submission.id) plan.kept.push(current ?? own);
		else {
			if (current) plan.closing.push(current);
			if (said[1]?.row) plan.returning.push(said[1].row);
		}
	}
	return plan;
}

// What it stored, and what it superseded or retired.
function touched(db: Kysely<Database>, { id, revision, dataset }: Submission) {
	return db
		.selectFrom('record')
		.where('record.dataset', '=', dataset ?? '')
		.where((where) =>
			where.or([where('record.submission', '=', id), where('record.until', '=', revision ?? -1)])
		);
}
