import type { Kysely } from 'kysely';
import type { Checked } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { registryVersion } from '#lib/server/queries/revisions.ts';
import { commit, type Commit } from './commit.ts';
import { frozenChoices, readOriginal, type FileRead, type ReadOptions } from './reading.ts';
import { refuseUnexplained } from './reasons.ts';
import { receiptOf, type Receipt } from './receipt.ts';
import { Refusal } from './refusal.ts';
import { submissionById, submissionToWorkOn, type Submission } from './state.ts';

const attempts = 3;
const weight: Record<Checked['verdict'], number> = { accepted: 0, warnings: 1, rejected: 2 };

/**
 * Makes a checked file part of what everybody reads. Records, values and receipt are one transaction;
 * the reading happens before it, so nobody waits for a file to be parsed. Asking twice gives the same
 * receipt; a file in which nothing is new gives one that says so and changes nothing.
 *
 * @throws Refusal when it is not there, not ready, or reads otherwise than what the person looked at
 */
export async function confirm(
	db: Kysely<Database>,
	id: string,
	options: ReadOptions & { account: string | null }
): Promise<Receipt & { repeated: boolean }> {
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const submission = await submissionById(db, id);
		if (submission.state === 'confirmada') return { ...(await receiptOf(db, id)), repeated: true };
		await submissionToWorkOn(db, id);
		if (submission.state !== 'por_confirmar')
			throw new Refusal(
				'Este envío tiene errores o no se ha revisado; todavía no se puede confirmar.'
			);

		const registry = await registryVersion(db);
		// What else came in its package may never be confirmed.
		const file = await readToCommit(db, id, { ...options, alone: true });
		const outcome = await db.transaction().execute((trx) => commit(trx, { ...file, registry }));
		if (outcome === 'review-again') throw reviewAgain();
		if (outcome !== 'registry-changed')
			return { ...outcome.receipt, repeated: outcome.kind === 'repeated' };
	}
	throw tryAgain();
}

/**
 * Reads a checked file once more, outside the transaction that will store it.
 *
 * @throws Refusal when a warning waits for its reason, or it reads otherwise than what the person
 * looked at
 */
export async function readToCommit(
	db: Kysely<Database>,
	id: string,
	{ account, ...options }: ReadOptions & { account: string | null }
): Promise<Omit<Commit, 'registry'>> {
	const submission = await submissionById(db, id);
	await refuseUnexplained(db, id);
	const choices = frozenChoices(submission);
	const read = await readOriginal(db, submission, { ...options, choices });
	const { dataset, rows, digest } = read;
	const shown = await verdictShown(db, id);
	if (!dataset || digest === null || !sameAsShown(submission, read, shown)) throw reviewAgain();
	return { id, account, dataset, rows, digest };
}

export function tryAgain(): Refusal {
	return new Refusal(
		'El registro de municipalidades está cambiando. Espere un momento y confirme otra vez.'
	);
}

export function reviewAgain(): Refusal {
	return new Refusal(
		'El archivo ya no se lee como cuando se revisó: cambió el registro o cambiaron las reglas. Revise de nuevo antes de confirmar.'
	);
}

// A reading frozen by a person may lose warnings; it must not gain any.
function sameAsShown(submission: Submission, read: FileRead, shown: Checked['verdict']): boolean {
	return read.digest === submission.digest && weight[read.checked.verdict] <= weight[shown];
}

async function verdictShown(db: Kysely<Database>, id: string): Promise<Checked['verdict']> {
	const findings = await db
		.selectFrom('finding')
		.where('submission', '=', id)
		.select('finding')
		.execute();
	const severities = findings.map(({ finding }) => finding.severity);
	if (severities.includes('error')) return 'rejected';
	return severities.includes('warning') ? 'warnings' : 'accepted';
}
