import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { noteAct } from './acts.ts';
import { Refusal } from './refusal.ts';
import { openStates, submissionToWorkOn } from './state.ts';

/**
 * Whether rows that are stored and absent from a file can be retired by it. A registry has no period
 * of which a file could be the whole: a list of one network would end the memberships of another.
 */
export function canRetire(dataset: Dataset | undefined): boolean {
	return dataset?.municipality !== undefined && dataset.period !== undefined;
}

/**
 * Decides that confirming retires the rows which are stored of the same municipalities and periods
 * and are absent from the file, or takes that back. Never so unless somebody asks.
 *
 * @throws Refusal when the dataset has no period, rows were left out, or the file is not open any more
 */
export async function retireMissing(
	db: Kysely<Database>,
	id: string,
	retire: boolean,
	{ account }: { account: string | null }
): Promise<void> {
	const submission = await submissionToWorkOn(db, id);
	if (retire && !canRetire(findDataset(submission.dataset ?? '')))
		throw new Refusal(
			'De este conjunto no se retiran filas. Para decir que algo terminó, escriba el trimestre en la columna «Hasta».'
		);
	if (retire && (submission.choices.leftOut ?? []).length > 0)
		throw new Refusal(
			'Hay filas que dejó pendientes y podrían ser las que faltan. Inclúyalas antes de retirar filas.'
		);
	await db.transaction().execute(async (trx) => {
		const changed = await trx
			.updateTable('submission')
			.set({ retire_missing: retire })
			.where('id', '=', id)
			.where('state', 'in', openStates)
			.executeTakeFirst();
		if (changed.numUpdatedRows !== 1n)
			throw new Refusal('Este envío ya se confirmó o se descartó.');
		await noteAct(trx, id, {
			account,
			action: 'retirar-faltantes',
			detail: { retirar: retire, faltan: submission.counts?.faltan ?? null }
		});
	});
}
