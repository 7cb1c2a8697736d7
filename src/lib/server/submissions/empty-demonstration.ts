import { rm } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { recompute } from '#lib/server/compute/recompute.ts';
import { json, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { lockCommits } from './lock.ts';

/** What was removed. */
export type Emptied = { submissions: number; records: number; municipalities: number };

/**
 * Removes the invented network and all that derives from it, in one transaction: values, rows,
 * memberships, municipalities, files. What the two documents say of real places stays.
 */
export async function emptyDemonstration(
	db: Kysely<Database>,
	{ originals, account }: { originals: Originals; account: string | null }
): Promise<Emptied> {
	const { emptied, files } = await db.transaction().execute(async (trx) => {
		await lockCommits(trx);
		const files = await trx
			.selectFrom('submission')
			.where('fictional', '=', true)
			.select(['id', 'sha256'])
			.execute();
		const emptied = await removeRows(
			trx,
			files.map(({ id }) => id)
		);

		if (emptied.submissions + emptied.municipalities > 0) {
			await trx
				.insertInto('revision')
				.values({ submission: null, reason: 'Vaciado de los datos de demostración' })
				.execute();
			await recompute(trx, { municipalities: await municipalitiesWithAmounts(trx) });
		}
		await trx
			.insertInto('audit')
			.values({ account, action: 'vaciar-demo', subject: 'demostracion', detail: json(emptied) })
			.execute();
		return { emptied, files };
	});

	// Only after the rows are gone for good: a file without a row is harmless, the reverse is not.
	for (const { id, sha256 } of files) {
		await originals.forget(id);
		const other = await db
			.selectFrom('submission')
			.where('sha256', '=', sha256)
			.select('id')
			.executeTakeFirst();
		if (!other) await rm(originals.pathOf(sha256), { force: true });
	}
	return emptied;
}

async function removeRows(trx: Kysely<Database>, submissions: readonly string[]): Promise<Emptied> {
	// The database refuses to delete history unless a transaction says that it empties the demonstration.
	await sql`set local observatorio.vaciar_demo = 'on'`.execute(trx);

	await trx
		.deleteFrom('indicator_value')
		.where((where) =>
			where.or([where('municipality', 'like', '9900__'), where('municipality', '=', 'DEMO')])
		)
		.execute();
	const records = await trx
		.deleteFrom('record')
		.where('submission', 'in', textList(submissions))
		.executeTakeFirst();

	const invented = trx.selectFrom('municipality').select('ubigeo').where('fictional', '=', true);
	await trx.deleteFrom('membership').where('ubigeo', 'in', invented).execute();
	await trx.deleteFrom('municipality_alias').where('ubigeo', 'in', invented).execute();
	const municipalities = await trx
		.deleteFrom('municipality')
		.where('fictional', '=', true)
		.executeTakeFirst();

	await trx.deleteFrom('finding').where('submission', 'in', textList(submissions)).execute();
	// A revision and its submission point at each other; that check waits for the end.
	await trx.deleteFrom('revision').where('submission', 'in', textList(submissions)).execute();
	await trx.deleteFrom('submission').where('id', 'in', textList(submissions)).execute();

	return {
		submissions: submissions.length,
		records: Number(records.numDeletedRows),
		municipalities: Number(municipalities.numDeletedRows)
	};
}

/** Real municipalities whose amounts were converted with an invented exchange rate. */
async function municipalitiesWithAmounts(trx: Kysely<Database>): Promise<string[]> {
	const found = await trx
		.selectFrom('record')
		.where('until', 'is', null)
		.where('municipality', 'is not', null)
		.where(sql<boolean>`cells ? 'moneda'`)
		.select('municipality')
		.distinct()
		.execute();
	return found.map(({ municipality }) => municipality ?? '');
}
