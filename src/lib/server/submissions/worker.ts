import { AsyncResource } from 'node:async_hooks';
import { sql, type Kysely } from 'kysely';
import { NotInParts } from '#lib/intake/not-in-parts.ts';
import type { Opened } from '#lib/server/db/open.ts';
import type { Database, JobTable, WorkStep } from '#lib/server/db/schema.ts';
import { log } from '#lib/server/log.ts';
import type { Originals } from '#lib/server/originals.ts';
import { check } from './check.ts';
import { confirm } from './confirm.ts';
import { checkInBackground } from './large-check.ts';
import { confirmInBackground } from './large-commit.ts';
import { Refusal } from './refusal.ts';
import { setWorker } from './work-queue.ts';

/** Somebody asked for the work to end before it was done. */
class Stopped extends Error {
	override name = 'Stopped';
}

type Base = { readonly opened: Opened; readonly originals: Originals };

/** How long the work goes on before others may, in milliseconds. */
const atOnce = 6;
/** How often it says how far it is, and hears whether to stop. */
const tellEvery = 500;

/**
 * Works on large files in this process, one at a time, as long as there are any. What a restart broke
 * off begins again.
 *
 * @returns how to end: the work under way stops and waits for the next start
 */
export async function startWorker(base: Base): Promise<() => Promise<void>> {
	let isClosing = false;
	let running: Promise<void> | undefined;
	let isAsked = false;
	const wake = () => {
		isAsked = true;
		running ??= (async () => {
			while (isAsked && !isClosing) {
				isAsked = false;
				await workOff(base, () => isClosing);
			}
		})()
			.catch((error: unknown) => log.error('work-queue-failed', { error }))
			.finally(() => (running = undefined));
	};

	await dropLeftovers(base.opened.db);
	setWorker(wake);
	wake();
	return async () => {
		isClosing = true;
		setWorker(undefined);
		await running;
	};
}

/** Tables of files whose work was broken off. */
async function dropLeftovers(db: Kysely<Database>): Promise<void> {
	const { rows } = await sql<{ name: string }>`
		select relname as name from pg_class
		where relkind = 'r' and relname ~ '^staged_[0-9a-z]{16}$'
			and upper(substr(relname, 8)) in (select submission from job where finished_at is null)
	`.execute(db);
	for (const { name } of rows) await sql`drop table if exists ${sql.table(name)}`.execute(db);
}

async function workOff(base: Base, isClosing: () => boolean): Promise<void> {
	for (;;) {
		const job = await base.opened.db
			.selectFrom('job')
			.where('finished_at', 'is', null)
			.orderBy('asked_at')
			.select(['submission', 'kind', 'account', 'stop_asked'])
			.executeTakeFirst();
		if (!job || isClosing()) return;
		const failure = job.stop_asked ? stopped : await tryWork(base, job, isClosing);
		if (isClosing() && failure === stopped) return;
		await base.opened.db
			.updateTable('job')
			.set({ step: 'terminado', finished_at: now(), failure })
			.where('submission', '=', job.submission)
			.execute();
	}
}

const stopped = 'Se detuvo a pedido. Nada cambió; puede empezar otra vez.';

type Job = Pick<JobTable, 'kind' | 'account'> & { submission: string };

/** Does the work; gives the sentence for whoever waits when it could not be done. */
async function tryWork(base: Base, job: Job, isClosing: () => boolean): Promise<string | null> {
	const telling = new Telling(base.opened.db, job.submission, isClosing);
	try {
		await telling.begin();
		await work(base, job, telling);
		await telling.end();
		return null;
	} catch (error) {
		if (error instanceof Stopped) return stopped;
		if (error instanceof Refusal) return error.message;
		log.error('work-failed', { error, submission: job.submission });
		return 'No se pudo terminar por un error del programa. Nada cambió; puede empezar otra vez.';
	}
}

async function work(
	{ opened, originals }: Base,
	{ submission, kind, account }: Job,
	telling: Telling
): Promise<void> {
	const pause = () => telling.pause();
	const progress = (done: number, total: number) => telling.tell('leyendo', done, total);
	try {
		if (kind === 'revisar') {
			await checkInBackground(opened.db, submission, { originals, pause, progress });
		} else {
			const step = telling.tell.bind(telling);
			const options = { originals, pause, progress, account, step };
			await confirmInBackground(opened, submission, options);
		}
	} catch (error) {
		if (!(error instanceof NotInParts)) throw error;
		// A workbook, UTF-16: read whole, as a smaller file is.
		if (kind === 'revisar') await check(opened.db, submission, { originals });
		else await confirm(opened.db, submission, { originals, account });
	}
}

/** Lets others go on while the work is done, says how far it is and hears whether to stop. */
class Telling {
	readonly #db: Kysely<Database>;
	readonly #id: string;
	readonly #isClosing: () => boolean;
	#since = performance.now();
	#told = 0;
	#now: { step: WorkStep; done: number; total: number } = { step: 'leyendo', done: 0, total: 0 };
	#telling: Promise<void> | undefined;
	/** Outside the transaction that may be under way: the embedded database tells when that has ended. */
	readonly #write = AsyncResource.bind(() => this.#writeDown());
	#isStopped = false;

	constructor(db: Kysely<Database>, id: string, isClosing: () => boolean) {
		this.#db = db;
		this.#id = id;
		this.#isClosing = isClosing;
	}

	async begin(): Promise<void> {
		await this.#db
			.updateTable('job')
			.set({ step: 'leyendo', started_at: now(), done: 0, total: 0 })
			.where('submission', '=', this.#id)
			.execute();
	}

	/** Nothing is told any more. */
	async end(): Promise<void> {
		await this.#telling;
	}

	tell(step: WorkStep, done: number, total: number): void {
		this.#now = { step, done: Math.round(done), total: Math.round(total) };
	}

	async pause(): Promise<void> {
		const time = performance.now();
		if (time - this.#since > atOnce) {
			await new Promise<void>((resolve) => setImmediate(resolve));
			this.#since = performance.now();
		}
		if (this.#isStopped || this.#isClosing()) throw new Stopped();
		if (time - this.#told < tellEvery || this.#telling) return;
		this.#told = time;
		this.#telling = this.#write()
			.catch((error: unknown) => log.error('work-not-told', { error }))
			.finally(() => (this.#telling = undefined));
	}

	async #writeDown(): Promise<void> {
		const row = await this.#db
			.updateTable('job')
			.set(this.#now)
			.where('submission', '=', this.#id)
			.where('finished_at', 'is', null)
			.returning('stop_asked')
			.executeTakeFirst();
		if (row?.stop_asked) this.#isStopped = true;
	}
}

function now() {
	return sql<string>`date_trunc('milliseconds', clock_timestamp())`;
}
