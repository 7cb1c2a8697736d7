import { access, constants, statfs } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { pendingMigrations } from './db/migrate.ts';
import type { Database } from './db/schema.ts';

/** One thing the program rests on, in Spanish, and whether it is in order. */
export type Health = { name: 'base' | 'tablas' | 'disco'; ok: boolean; text: string };

const megabyte = 1024 * 1024;
/** A file of the largest size, its rows and the work over them fit in this. */
const leastFree = 200 * megabyte;

/** Looks at the database, its tables and the data folder. Never throws: what fails says so. */
export async function checkHealth(db: Kysely<Database>, dataDir: string): Promise<Health[]> {
	return Promise.all([
		checked('base', 'La base de datos no responde.', () => databaseAnswers(db)),
		checked('tablas', 'No se pueden ver las tablas.', () => tablesAreCurrent(db)),
		checked('disco', `No se puede escribir en ${dataDir}.`, () => folderIsUsable(dataDir))
	]);
}

async function checked(
	name: Health['name'],
	trouble: string,
	check: () => Promise<{ ok: boolean; text: string }>
): Promise<Health> {
	try {
		return { name, ...(await check()) };
	} catch {
		return { name, ok: false, text: trouble };
	}
}

async function databaseAnswers(db: Kysely<Database>) {
	const { rows } = await sql<{ version: string }>`
		select current_setting('server_version') as version
	`.execute(db);
	return { ok: true, text: `Base de datos: PostgreSQL ${rows[0]?.version}.` };
}

async function tablesAreCurrent(db: Kysely<Database>) {
	const pending = await pendingMigrations(db);
	const ok = pending.length === 0;
	return { ok, text: ok ? 'Tablas: al día.' : `Tablas: falta ${pending.join(', ')}.` };
}

async function folderIsUsable(dataDir: string) {
	await access(dataDir, constants.R_OK | constants.W_OK);
	const { bavail, bsize } = await statfs(dataDir);
	const free = bavail * bsize;
	return { ok: free >= leastFree, text: `Disco: ${Math.floor(free / megabyte)} MB libres.` };
}
