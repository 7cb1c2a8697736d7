import type { Kysely, Selectable } from 'kysely';
import type { Database, SubmissionState, SubmissionTable } from '#lib/server/db/schema.ts';
import { Refusal } from './refusal.ts';

export type Submission = Selectable<SubmissionTable>;

/** States in which a file may still be read again, confirmed or discarded. */
export const openStates: readonly SubmissionState[] = ['recibida', 'por_confirmar', 'rechazada'];

/** @throws Refusal (404) when there is no such submission */
export async function submissionById(db: Kysely<Database>, id: string): Promise<Submission> {
	const found = await db
		.selectFrom('submission')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	if (!found) throw new Refusal('No existe ese envío.', 404);
	return found;
}

/** @throws Refusal when it does not exist, or is confirmed or discarded */
export async function submissionToWorkOn(db: Kysely<Database>, id: string): Promise<Submission> {
	const submission = await submissionById(db, id);
	if (submission.state === 'confirmada')
		throw new Refusal('Este envío ya está confirmado. Para corregirlo, envíe otro archivo.');
	if (submission.state === 'deshecha')
		throw new Refusal('Este envío se confirmó y se deshizo. Envíe el archivo otra vez.');
	if (submission.state === 'descartada')
		throw new Refusal('Este envío se descartó. Envíe el archivo otra vez.');
	return submission;
}
