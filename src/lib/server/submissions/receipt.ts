import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import type { Counts } from './changes.ts';
import { correctionsOf, type Correction } from './corrections.ts';
import { reasonsOf, type Reason } from './reasons.ts';
import { Refusal } from './refusal.ts';

/** What a sender keeps as proof. */
export type Receipt = {
	/** The receipt's code. */
	readonly id: string;
	readonly dataset: string;
	readonly fileName: string;
	readonly sha256: string;
	readonly bytes: number;
	/** Names of who sent and who confirmed; null for the command line. */
	readonly sentBy: string | null;
	readonly confirmedBy: string | null;
	/** Instants in UTC. */
	readonly receivedAt: string;
	readonly confirmedAt: string;
	readonly counts: Counts;
	/** The data version that it made; null when nothing changed. */
	readonly revision: number | null;
	/** Everything in it «ya estaba cargado». */
	readonly unchanged: boolean;
	/** Cells that were corrected on the page, beside what the file has. */
	readonly corrections: readonly Correction[];
	/** Rows of the file that were left out by choice, by their number in it. */
	readonly leftOut: readonly number[];
	/** Warnings that were kept, and why. */
	readonly reasons: readonly Reason[];
	/** When it was undone, in UTC, and by whom; null for one that stands. */
	readonly undoneAt: string | null;
	readonly undoneBy: string | null;
};

/** @throws Refusal (404) when there is no such submission or it is was never confirmed */
export async function receiptOf(db: Kysely<Database>, id: string): Promise<Receipt> {
	const found = await confirmedSubmission(db, id).executeTakeFirst();
	if (!found?.confirmed_at || !found.counts || !found.dataset)
		throw new Refusal('No hay constancia de ese envío: no existe o no está confirmado.', 404);
	const { filas = 0, nuevas = 0, cambian = 0, iguales = 0, faltan = 0, retiradas } = found.counts;
	return {
		id: found.id,
		dataset: found.dataset,
		fileName: found.file_name,
		sha256: found.sha256,
		bytes: found.bytes,
		sentBy: found.sender,
		confirmedBy: found.confirmer,
		receivedAt: found.received_at,
		confirmedAt: found.confirmed_at,
		counts: { filas, nuevas, cambian, iguales, faltan, ...(retiradas ? { retiradas } : {}) },
		revision: found.revision,
		unchanged: found.revision === null,
		corrections: await correctionsOf(db, id),
		leftOut: found.choices.leftOut ?? [],
		reasons: await reasonsOf(db, id),
		undoneAt: found.undone_at,
		undoneBy: found.undoer
	};
}

function confirmedSubmission(db: Kysely<Database>, id: string) {
	return db
		.selectFrom('submission')
		.leftJoin('account as sender', 'sender.id', 'submission.account')
		.leftJoin('account as confirmer', 'confirmer.id', 'submission.confirmed_by')
		.leftJoin('account as undoer', 'undoer.id', 'submission.undone_by')
		.where('submission.id', '=', id)
		.where('submission.state', 'in', ['confirmada', 'deshecha'])
		.select([
			'submission.id',
			'submission.dataset',
			'submission.file_name',
			'submission.sha256',
			'submission.bytes',
			'submission.received_at',
			'submission.confirmed_at',
			'submission.counts',
			'submission.revision',
			'submission.choices',
			'submission.undone_at',
			'undoer.name as undoer',
			'sender.name as sender',
			'confirmer.name as confirmer'
		]);
}
