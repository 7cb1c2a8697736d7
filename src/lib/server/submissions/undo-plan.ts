import type { Kysely } from 'kysely';
import type { Cells, Blanks } from '#lib/domain/record.ts';
import { quarterName } from '#lib/domain/quarter.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { closedAmong } from './closed.ts';
import { Refusal } from './refusal.ts';
import { submissionById, type Submission } from './state.ts';

/** A stored row, as it stands or stood. */
export type PastRecord = {
	readonly id: number;
	readonly dataset: string;
	readonly key: string;
	readonly municipality: string | null;
	readonly period: string | null;
	readonly submission: string;
	readonly line: number;
	readonly cells: Cells;
	readonly blanks: Blanks;
	readonly until: number | null;
};

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
	const current = await currentByKey(db, submission.dataset ?? '', keys);
	const closing: PastRecord[] = [];
	const kept: PastRecord[] = [];
	const free: string[] = [];
	const retired = new Set(
		rows
			.filter(
				({ submission: own, until }) => own !== submission.id && until === submission.revision
			)
			.map(({ key }) => key)
	);
	const stored = new Map(
		rows.filter(({ submission: own }) => own === submission.id).map((row) => [row.key, row])
	);
	for (const key of keys) {
		const now = current.get(key);
		if (now?.submission === submission.id) {
			closing.push(now);
			free.push(key);
		} else if (now) kept.push(now);
		// Somebody retired afterwards what the file had stored.
		else if (stored.has(key)) kept.push(stored.get(key) as PastRecord);
		else if (retired.has(key)) free.push(key);
	}
	return { closing, kept, returning: await before(db, submission, free) };
}

/**
 * The rows that stood before a submission, by key. One whose own submission was undone meanwhile does
 * not come back: then it is the one before that.
 */
async function before(
	db: Kysely<Database>,
	{ dataset, revision }: Submission,
	keys: readonly string[]
): Promise<PastRecord[]> {
	const found: PastRecord[] = [];
	let open = new Map<number, string[]>(revision === null ? [] : [[revision, [...keys]]]);
	while (open.size > 0) {
		const next = new Map<number, string[]>();
		for (const [until, wanted] of open) {
			const rows = await db
				.selectFrom('record')
				.innerJoin('submission', 'submission.id', 'record.submission')
				.where('record.dataset', '=', dataset ?? '')
				.where('record.key', 'in', textList(wanted))
				.where('record.until', '=', until)
				.select(columns)
				.select(['submission.state', 'submission.revision'])
				.execute();
			for (const { state, revision: own, ...row } of rows) {
				if (state !== 'deshecha') found.push(row);
				else if (own !== null) next.set(own, [...(next.get(own) ?? []), row.key]);
			}
		}
		open = next;
	}
	return found.sort((a, b) => (a.key < b.key ? -1 : 1));
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

async function currentByKey(db: Kysely<Database>, dataset: string, keys: readonly string[]) {
	const rows = await db
		.selectFrom('record')
		.where('record.dataset', '=', dataset)
		.where('record.until', 'is', null)
		.where('record.key', 'in', textList(keys))
		.select(columns)
		.execute();
	return new Map(rows.map((row) => [row.key, row]));
}

const columns = [
	'record.id',
	'record.dataset',
	'record.key',
	'record.municipality',
	'record.period',
	'record.submission',
	'record.line',
	'record.cells',
	'record.blanks',
	'record.until'
] as const;
