import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';

/** The newest revision: the data version that caches and ETags use; 0 before anything was loaded. */
export async function dataVersion(db: Kysely<Database>): Promise<number> {
	const { version } = await newestRevision(db).executeTakeFirstOrThrow();
	return version ?? 0;
}

/**
 * The newest revision that may have changed what files are checked against: places and networks.
 * One without a submission (emptying the demonstration) counts too.
 */
export async function registryVersion(db: Kysely<Database>): Promise<number> {
	const { version } = await newestRevision(db)
		.leftJoin('submission', 'submission.id', 'revision.submission')
		.where((where) =>
			where.or([
				where('submission.dataset', 'in', ['municipios', 'membresias']),
				where('revision.submission', 'is', null)
			])
		)
		.executeTakeFirstOrThrow();
	return version ?? 0;
}

function newestRevision(db: Kysely<Database>) {
	return db
		.selectFrom('revision')
		.select(({ fn }) => fn.max('revision.id').$castTo<number | null>().as('version'));
}
