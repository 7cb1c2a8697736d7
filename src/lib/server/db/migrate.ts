import { Migrator, type Kysely } from 'kysely';
import { migrations } from '#db/migrations/index.ts';
import type { Database } from './schema.ts';

/** The database was written by a later version of the program. */
export class NewerDatabase extends Error {
	override name = 'NewerDatabase';
}

/**
 * Brings the tables up to date, in one transaction and behind an advisory lock, so that two programs
 * that start together do it once. Returns the names of what ran.
 * Throws `NewerDatabase` when migrations ran that this program does not know.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
	const unknown = (await ranMigrations(db)).filter((name) => !(name in migrations));
	if (unknown.length > 0) {
		throw new NewerDatabase(
			`La base de datos es de una versión más nueva de este programa (${unknown[0]}). Actualice el programa; nada se cambió.`
		);
	}

	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
	return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Migrations that this program knows and the database has not run. */
export async function pendingMigrations(db: Kysely<Database>): Promise<string[]> {
	const ran = new Set(await ranMigrations(db));
	return Object.keys(migrations).filter((name) => !ran.has(name));
}

async function ranMigrations(db: Kysely<Database>): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === 'kysely_migration')) return [];

	const rows = await db
		.withTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.execute();
	return rows.map(({ name }) => name);
}
