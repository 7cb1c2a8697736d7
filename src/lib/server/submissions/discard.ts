import type { Kysely } from 'kysely';
import { json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { Refusal } from './refusal.ts';
import { openStates, submissionToWorkOn } from './state.ts';

/**
 * Sets a file aside for good. Its original and its findings stay.
 *
 * @throws Refusal when there is no such file, or it is confirmed or discarded
 */
export async function discard(
	db: Kysely<Database>,
	id: string,
	{ account }: { account: string | null }
): Promise<void> {
	await submissionToWorkOn(db, id);
	await db.transaction().execute(async (trx) => {
		const changed = await trx
			.updateTable('submission')
			.set({ state: 'descartada' })
			.where('id', '=', id)
			.where('state', 'in', openStates)
			.executeTakeFirst();
		if (changed.numUpdatedRows !== 1n)
			throw new Refusal('Este envío ya se confirmó o se descartó.');
		await trx
			.insertInto('audit')
			.values({ account, action: 'descartar', subject: id, detail: json({}) })
			.execute();
	});
}
