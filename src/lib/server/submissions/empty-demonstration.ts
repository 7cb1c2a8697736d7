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
		const emptied = await emptyIfAny(
			trx,
			files.map(({ id }) => id)
		);
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

async function emptyIfAny(trx: Kysely<Database>, submissions: readonly string[]): Promise<Emptied> {
	const place = await trx
		.selectFrom('municipality')
		.where('fictional', '=', true)
		.select('ubigeo')
		.executeTakeFirst();
	if (!place && submissions.length === 0) return { submissions: 0, records: 0, municipalities: 0 };

	const { id: revision } = await trx
		.insertInto('revision')
		.values({ submission: null, reason: 'Vaciado de los datos de demostración' })
		.returning('id')
		.executeTakeFirstOrThrow();
	const emptied = await removeRows(trx, submissions, revision);
	await recompute(trx, { municipalities: await municipalitiesWithAmounts(trx) });
	return emptied;
}

async function removeRows(
	trx: Kysely<Database>,
	submissions: readonly string[],
	revision: number
): Promise<Emptied> {
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

	await giveBack(trx, submissions, revision);
	// Rows of invented places that came in a file with real ones are history; they only stop being current.
	await trx
		.updateTable('record')
		.set({ until: revision })
		.where('until', 'is', null)
		.where((where) =>
			where.or([where('municipality', 'like', '9900__'), where('municipality', '=', 'DEMO')])
		)
		.execute();

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

/**
 * Real rows whose place an invented one took are true again: until the next real one, if there was any;
 * not at all, if their own submission was undone meanwhile.
 */
async function giveBack(
	trx: Kysely<Database>,
	submissions: readonly string[],
	revision: number
): Promise<void> {
	const superseded = await trx
		.selectFrom('record as old')
		.innerJoin('revision', 'revision.id', 'old.until')
		.innerJoin('submission', 'submission.id', 'old.submission')
		.where('revision.submission', 'in', textList(submissions))
		.where('old.submission', 'not in', textList(submissions))
		.select(['old.id', 'submission.state'])
		.select((row) =>
			row
				.selectFrom('record as next')
				.whereRef('next.dataset', '=', 'old.dataset')
				.whereRef('next.key', '=', 'old.key')
				.whereRef('next.since', '>', 'old.since')
				.where('next.submission', 'not in', textList(submissions))
				.select(({ fn }) => fn.min('next.since').as('since'))
				.as('next')
		)
		.execute();
	for (const { id, state, next } of superseded)
		await trx
			.updateTable('record')
			.set({ until: next ?? (state === 'deshecha' ? revision : null) })
			.where('id', '=', id)
			.execute();
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
