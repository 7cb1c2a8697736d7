import { sql, type Kysely } from 'kysely';
import type { Database, JobTable, WorkStep } from '#lib/server/db/schema.ts';
import { submissionToWorkOn } from './state.ts';
import { wakeWork } from './work-queue.ts';

/**
 * Work on large files, in the background of this process, one at a time.
 *
 * A page that takes a file in asks `isLarge(bytes)`: a smaller one is checked in the request as ever
 * (`check`, `confirm`). For a large one it calls `startWork(db, id, 'revisar', account)` instead of
 * `check`, and `startWork(db, id, 'confirmar', account)` instead of `confirm`, and sends the person to
 * a status page with `<meta http-equiv="refresh">`. That page asks `workOf` each time:
 *
 * - `undefined`: nothing was ever asked for; the submission is as its state says;
 * - `finished` and no `failure`: go on to what the submission's state shows (findings, review, receipt);
 * - `finished` with `failure`: say it, and offer to begin again (`startWork` with the same kind);
 * - else it waits or is under way: `step` in words, `done` of `total`, and a button for `stopWork`.
 *
 * Stopping is heeded within a second and leaves the submission as it was before the work began. Work that
 * a restart broke off begins again by itself.
 */
export type Work = {
	readonly kind: JobTable['kind'];
	readonly step: WorkStep;
	/** Share of the step that is done, in whatever it counts; `total` 0 means that it cannot be told. */
	readonly done: number;
	readonly total: number;
	/** How many works stand before it; 0 when it is under way or finished. */
	readonly waiting: number;
	readonly finished: boolean;
	/** It was asked to stop and has not yet. */
	readonly stopping: boolean;
	/** One sentence for whoever waits. */
	readonly failure: string | null;
};

/** What each step is called where a person reads it. */
export const stepWords: Readonly<Record<WorkStep, string>> = {
	en_espera: 'En espera',
	leyendo: 'Leyendo y revisando las filas',
	comparando: 'Comparando con lo que ya estaba',
	guardando: 'Guardando las filas',
	calculando: 'Calculando los indicadores',
	publicando: 'Publicando',
	terminado: 'Terminado'
};

/** Files of at least this many bytes are read in the background. */
export const largeBytes = 2 * 1024 * 1024;

/** Whether a file is read in the background instead of in the request. */
export function isLarge(bytes: number): boolean {
	return bytes >= largeBytes;
}

/**
 * Asks for a file to be checked or confirmed in the background. Asking again while it waits or runs
 * changes nothing.
 *
 * @throws Refusal when there is no such submission, or it is confirmed or discarded
 */
export async function startWork(
	db: Kysely<Database>,
	id: string,
	kind: JobTable['kind'],
	account: string | null = null
): Promise<void> {
	await submissionToWorkOn(db, id);
	await db
		.insertInto('job')
		.values({ submission: id, kind, account, started_at: null, finished_at: null, failure: null })
		.onConflict((conflict) =>
			conflict
				.column('submission')
				.doUpdateSet({
					kind,
					account,
					step: 'en_espera',
					done: 0,
					total: 0,
					asked_at: sql<string>`date_trunc('milliseconds', clock_timestamp())`,
					started_at: null,
					finished_at: null,
					stop_asked: false,
					failure: null
				})
				.where('job.finished_at', 'is not', null)
		)
		.execute();
	wakeWork();
}

/** How far the work on a submission is; undefined when none was ever asked for. */
export async function workOf(db: Kysely<Database>, id: string): Promise<Work | undefined> {
	const job = await db
		.selectFrom('job')
		.where('submission', '=', id)
		.select(['kind', 'step', 'done', 'total', 'finished_at', 'stop_asked', 'failure'])
		.select((eb) =>
			eb
				.selectFrom('job as earlier')
				.where('earlier.finished_at', 'is', null)
				.whereRef('earlier.asked_at', '<', 'job.asked_at')
				.select((inner) => inner.fn.countAll<number>().as('count'))
				.as('before')
		)
		.executeTakeFirst();
	if (!job) return undefined;
	const { kind, step, done, total, failure } = job;
	return {
		kind,
		step,
		done,
		total,
		waiting: step === 'en_espera' ? (job.before ?? 0) : 0,
		finished: job.finished_at !== null,
		stopping: job.stop_asked && job.finished_at === null,
		failure
	};
}

/** Asks the work on a submission to stop. One that only waits ends at once. */
export async function stopWork(db: Kysely<Database>, id: string): Promise<void> {
	await db
		.updateTable('job')
		.set({ stop_asked: true })
		.where('submission', '=', id)
		.where('finished_at', 'is', null)
		.execute();
	wakeWork();
}
