import { access, constants, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { pendingMigrations } from '#lib/server/db/migrate.ts';
import { compareOriginals } from '#lib/server/originals-recovery.ts';
import type { Context } from './context.ts';

type Outcome = { ok: boolean; text: string };

const megabyte = 1024 * 1024;
const leastFree = 200 * megabyte;

/** Says whether what the program rests on is in order. Answers 1 when something is not. */
export async function doctor(_args: readonly string[], context: Context): Promise<number> {
	const checks = [databaseAnswers, tablesAreCurrent, folderIsUsable, originalsAreThere];
	let failed = false;
	for (const check of checks) {
		const { ok, text } = await check(context);
		failed ||= !ok;
		context.print(`${ok ? 'Bien ' : 'FALLA'}  ${text}`);
	}
	return failed ? 1 : 0;
}

async function databaseAnswers({ db, settings }: Context): Promise<Outcome> {
	const { rows } = await sql<{ version: string }>`
		select current_setting('server_version') as version
	`.execute(db);
	const kind = settings.databaseUrl ? 'PostgreSQL' : 'base incluida (PGlite)';
	return { ok: true, text: `Base de datos: ${kind}, versión ${rows[0]?.version}.` };
}

async function tablesAreCurrent({ db }: Context): Promise<Outcome> {
	const pending = await pendingMigrations(db);
	const ok = pending.length === 0;
	return { ok, text: ok ? 'Tablas: al día.' : `Tablas: falta ${pending.join(', ')}.` };
}

async function folderIsUsable({ settings }: Context): Promise<Outcome> {
	const { dataDir } = settings;
	await access(dataDir, constants.R_OK | constants.W_OK);
	const { bavail, bsize } = await statfs(dataDir);
	const free = bavail * bsize;
	const text = `Carpeta de datos: ${dataDir}, ${Math.floor(free / megabyte)} MB libres.`;
	return { ok: free >= leastFree, text };
}

async function originalsAreThere({ db, originals }: Context): Promise<Outcome> {
	const { missing, lost } = await compareOriginals(db, originals);
	if (missing.length === 0 && lost.length === 0)
		return { ok: true, text: 'Archivos originales: están todos.' };
	const text = `Archivos originales: faltan ${missing.length} (${missing.slice(0, 5).join(', ')}); ${lost.length} sin su envío.`;
	return { ok: false, text };
}
