import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { kyselyOver } from './pglite.ts';
import type { Database } from './schema.ts';
import { embeddedTypes, serverTypes } from './types.ts';

/** Where the data are: a server's address, or a folder for the embedded database (or its memory). */
export type Target = { url?: string; dataDir: string; memory?: boolean };

export type Opened = {
	db: Kysely<Database>;
	engine: 'postgres' | 'pglite';
	/** Waits for the queries under way and closes. */
	close(): Promise<void>;
};

/**
 * Opens the database; with `url` a server, else the embedded one in `dataDir/db`. Both hand back the
 * same JavaScript types: int8 and numeric as numbers, dates and instants as text, jsonb as values.
 * The caller holds the lock of the folder. Throws what the engine says when it cannot be reached.
 */
export async function openDatabase(target: Target): Promise<Opened> {
	return target.url ? openServer(target.url) : openEmbedded(target);
}

async function openServer(url: string): Promise<Opened> {
	const pool = postgres(url, {
		types: serverTypes,
		max: 10,
		connect_timeout: 5,
		idle_timeout: 60,
		onnotice: () => undefined,
		connection: {
			application_name: 'observatorio-idel',
			TimeZone: 'UTC',
			// Slow beyond this is a fault, and must not pile up behind itself.
			statement_timeout: 120_000
		}
	});
	const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: pool }) });

	try {
		await pool`select 1`;
	} catch (error) {
		await pool.end({ timeout: 1 });
		throw error;
	}
	return { db, engine: 'postgres', close: () => pool.end({ timeout: 5 }) };
}

async function openEmbedded({ dataDir, memory }: Target): Promise<Opened> {
	const { PGlite } = await import('@electric-sql/pglite');
	const folder = memory ? 'memory://' : join(dataDir, 'db');
	if (!memory) await mkdir(folder, { recursive: true, mode: 0o700 });

	const database = await PGlite.create(folder, embeddedTypes);
	await database.query("set time zone 'UTC'");
	const db = kyselyOver<Database>(database);
	return { db, engine: 'pglite', close: () => db.destroy() };
}
