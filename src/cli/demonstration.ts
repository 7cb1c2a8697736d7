import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { loadDemonstration } from '../../seeds/seed.ts';

const finished = 'demostracion-cargada';

/**
 * Loads the demonstration into a database where nobody has sent anything, once: emptied, it stays
 * empty. A load that was cut goes on where it was.
 */
export async function loadDemonstrationOnce(
	db: Kysely<Database>,
	originals: Originals
): Promise<boolean> {
	if ((await wasLoaded(db)) || (await hasOwnFiles(db))) return false;

	await loadDemonstration(db, { originals });
	await db
		.insertInto('audit')
		.values({ action: finished, subject: 'inicio', detail: '{}' })
		.execute();
	return true;
}

async function wasLoaded(db: Kysely<Database>): Promise<boolean> {
	const row = await db
		.selectFrom('audit')
		.select('id')
		.where('action', '=', finished)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether there is a file that is not of the demonstration. */
async function hasOwnFiles(db: Kysely<Database>): Promise<boolean> {
	const row = await db
		.selectFrom('submission')
		.select('id')
		.where((where) =>
			where.or([
				where('package', 'is', null),
				where('package', 'not in', ['demostracion', 'documentado'])
			])
		)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
