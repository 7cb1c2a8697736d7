import { sql, type Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import { recompute } from '#lib/server/compute/recompute.ts';
import type { Opened } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { registryVersion } from '#lib/server/queries/revisions.ts';
import type { Counts } from './changes.ts';
import { close, closedUnseen } from './commit.ts';
import { reviewAgain, tryAgain } from './confirm.ts';
import { readLarge, type LargeReading } from './large-file.ts';
import { lockCommits } from './lock.ts';
import { frozenChoices } from './reading.ts';
import { refuseUnexplained } from './reasons.ts';
import { Refusal } from './refusal.ts';
import { Staging } from './staging.ts';
import { submissionById, submissionToWorkOn } from './state.ts';

type Options = Omit<LargeReading, 'choices' | 'sink'> & {
	readonly account: string | null;
	readonly step?: (
		step: 'guardando' | 'calculando' | 'publicando',
		done: number,
		total: number
	) => void;
};

/**
 * What `confirm` does, for a large file: its rows are read once more into a table of their own, and one
 * transaction closes what they supersede, adds them and computes. Who reads meanwhile sees what was
 * before; afterwards everything.
 *
 * @throws NotInParts for a file that has to be read whole
 * @throws Refusal when it is not ready, or reads otherwise than what the person looked at
 */
export async function confirmInBackground(
	{ db, copy }: Pick<Opened, 'db' | 'copy'>,
	id: string,
	{ account, step, ...options }: Options
): Promise<void> {
	const submission = await submissionToWorkOn(db, id);
	if (submission.state !== 'por_confirmar')
		throw new Refusal(
			'Este envío tiene errores o no se ha revisado; todavía no se puede confirmar.'
		);
	if (submission.retire_missing)
		throw new Refusal(
			'En un archivo tan grande no se retiran las filas que faltan. Quite esa marca, o envíe aparte las municipalidades que las tienen.'
		);
	await refuseUnexplained(db, id);

	const registry = await registryVersion(db);
	const staging = await Staging.create({ db, copy }, id);
	try {
		const choices = frozenChoices(submission);
		const checked = await readLarge(db, submission, { ...options, choices, sink: staging });
		const digest = await staging.finish();
		const { dataset } = staging;
		if (!dataset || checked.verdict === 'rejected' || digest !== submission.digest)
			throw reviewAgain();

		await db.transaction().execute(async (trx) => {
			const file = { id, account, dataset, digest: submission.digest ?? '', registry };
			await commitStaged(trx, file, { staging, step, pause: options.pause });
		});
	} finally {
		await staging.drop();
	}
}

type File = {
	readonly id: string;
	readonly account: string | null;
	readonly dataset: Dataset;
	readonly digest: string;
	readonly registry: number;
};

type Doing = Pick<Options, 'step' | 'pause'> & { staging: Staging };

async function commitStaged(trx: Kysely<Database>, file: File, doing: Doing): Promise<void> {
	const { staging, step } = doing;
	// A slow statement is a fault in a page; here one writes hundreds of thousands of rows.
	await sql`set local statement_timeout = 0`.execute(trx);
	await lockCommits(trx);
	const now = await submissionById(trx, file.id);
	if (now.state !== 'por_confirmar' || now.digest !== file.digest) throw reviewAgain();
	if ((await registryVersion(trx)) !== file.registry) throw tryAgain();
	if (await closedUnseen(trx, file.id, staging.periods)) throw reviewAgain();

	const counts = now.counts ?? {
		filas: staging.rows,
		nuevas: 0,
		cambian: 0,
		iguales: 0,
		faltan: 0
	};
	const changes = (counts['nuevas'] ?? 0) + (counts['cambian'] ?? 0) > 0;
	const revision = changes ? await store(trx, file, counts, doing) : null;
	step?.('publicando', 0, 0);
	await close(trx, file, { counts: counts as Counts, revision });
}

/** Stores what the check announced; anything else was changed by somebody meanwhile. */
async function store(
	trx: Kysely<Database>,
	file: File,
	counts: Readonly<Record<string, number>>,
	{ staging, step, pause }: Doing
): Promise<number> {
	const { id: revision } = await trx
		.insertInto('revision')
		.values({ submission: file.id, reason: `Confirmación de ${file.dataset.id}` })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { added, changed } = await staging.store(trx, { revision, pause, ...(step && { step }) });
	if (added !== counts['nuevas'] || changed !== counts['cambian']) throw reviewAgain();

	const municipalities = [...staging.places];
	const progress = (done: number) => step?.('calculando', done, municipalities.length);
	await recompute(trx, { municipalities, gently: { pause, progress } });
	return revision;
}
