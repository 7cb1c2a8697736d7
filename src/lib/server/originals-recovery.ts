import type { Kysely } from 'kysely';
import type { Database } from './db/schema.ts';
import type { Acknowledged, Originals } from './originals.ts';

export type Comparison = {
	/** Submissions whose original is not in the folder. */
	missing: string[];
	/** Acknowledged files whose submission the database does not have. */
	lost: Acknowledged[];
};

/** Compares what the database says was sent with the files that are there. */
export async function compareOriginals(
	db: Kysely<Database>,
	originals: Originals
): Promise<Comparison> {
	const [rows, files, notes] = await Promise.all([
		db.selectFrom('submission').select(['id', 'sha256']).orderBy('received_at').execute(),
		originals.list(),
		originals.notes()
	]);
	const known = new Set(rows.map(({ id }) => id));
	return {
		missing: rows.filter(({ sha256 }) => !files.has(sha256)).map(({ id }) => id),
		lost: notes.filter(({ id, sha256 }) => !known.has(id) && files.has(sha256))
	};
}

/**
 * Offers again what was acknowledged and is not in the database, because the embedded one does not
 * flush to disk: each file becomes a received submission under its own code, to be checked anew.
 */
export async function restoreLost(
	db: Kysely<Database>,
	lost: readonly Acknowledged[]
): Promise<void> {
	for (const { account, choices, ...row } of lost) {
		const owner = account
			? await db.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
			: undefined;
		await db
			.insertInto('submission')
			.values({
				...row,
				account: owner?.id ?? null,
				choices: JSON.stringify(choices ?? {}),
				state: 'recibida'
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}
