import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import { lockCommits } from '#lib/server/submissions/lock.ts';
import { recompute } from './recompute.ts';

/** Computes every value anew, in one transaction, as a new data version. */
export async function recomputeEverything(
	db: Kysely<Database>
): Promise<{ municipalities: number; values: number }> {
	return db.transaction().execute(async (trx) => {
		await lockCommits(trx);
		await trx
			.insertInto('revision')
			.values({ submission: null, reason: 'Recálculo de todos los indicadores' })
			.execute();
		return recompute(trx, { municipalities: 'all' });
	});
}
