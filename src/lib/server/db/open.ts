import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
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
	/** Opens the fastest road for many rows into a table: COPY, outside any transaction. */
	copy(table: string, columns: readonly string[]): Promise<Copying>;
	/** Waits for the queries under way and closes. */
	close(): Promise<void>;
};

/** Rows on their way into a table, as lines of the text format of COPY. */
export type Copying = {
	/** Resolves when more may come. */
	write(lines: string): Promise<void>;
	/** Resolves when everything is in the table. */
	end(): Promise<void>;
	/** Leaves it half-way; what is in the table by then is of no use. */
	giveUp(): void;
};

/** How long a server may take to answer the first question, in milliseconds. */
const longestWait = 10_000;

/** A server too old for the SQL that is written here. */
export class OldServer extends Error {
	override name = 'OldServer';
	readonly version: string;

	constructor(version: string) {
		super(`PostgreSQL ${version}`);
		this.version = version;
	}
}

/** A folder that holds something, but no database that opens. Nothing is written over it. */
export class ForeignFolder extends Error {
	override name = 'ForeignFolder';
	readonly folder: string;

	constructor(folder: string, cause?: unknown) {
		super(`No database in ${folder}`, { cause });
		this.folder = folder;
	}
}

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
		const asked = pool`
			select current_setting('server_version') as version,
				current_setting('server_version_num')::int as number
		`;
		const [answer] = await Promise.race([asked, silence()]);
		if (answer?.number < 150_000) throw new OldServer(String(answer?.version));
	} catch (error) {
		await pool.end({ timeout: 1 });
		throw error;
	}
	const copy: Opened['copy'] = async (table, columns) =>
		copyOver(await pool`copy ${pool(table)} (${pool([...columns])}) from stdin`.writable());
	return { db, engine: 'postgres', copy, close: () => pool.end({ timeout: 5 }) };
}

function copyOver(stream: Writable): Copying {
	const done = finished(stream);
	// Whoever writes or ends is told of it.
	done.catch(() => undefined);
	return {
		async write(lines) {
			if (stream.write(lines)) return;
			await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done]);
		},
		async end() {
			stream.end();
			await done;
		},
		giveUp: () => stream.destroy()
	};
}

/**
 * Rejects after a while. The driver gives up on a server that does not answer, but asks one that hangs up
 * at once (a forwarded port with nobody behind it) again and again for ever.
 */
async function silence(): Promise<never> {
	await pause(longestWait, undefined, { ref: false });
	throw Object.assign(new Error('The server did not answer.'), { code: 'CONNECT_TIMEOUT' });
}

async function openEmbedded({ dataDir, memory }: Target): Promise<Opened> {
	const { PGlite } = await import('@electric-sql/pglite');
	const folder = memory ? 'memory://' : join(dataDir, 'db');
	if (!memory && !(await hasDatabase(folder))) await createWhole(folder);

	try {
		return await overEmbedded(await PGlite.create(folder, embeddedTypes));
	} catch (error) {
		throw new ForeignFolder(folder, error);
	}
}

/** A PGlite that was created with `embeddedTypes`, as everybody else uses it. */
export async function overEmbedded(database: PGlite): Promise<Opened> {
	await database.query("set time zone 'UTC'");
	const db = kyselyOver<Database>(database);
	const copy: Opened['copy'] = async (table, columns) => {
		const names = columns.map((name) => `"${name}"`).join(', ');
		const statement = `copy "${table}" (${names}) from '/dev/blob'`;
		return {
			// In its turn, as everybody who uses the one connection.
			write: (lines) =>
				db.connection().execute(async () => {
					await database.query(statement, [], { blob: new Blob([lines]) });
				}),
			end: async () => undefined,
			giveUp: () => undefined
		};
	};
	return { db, engine: 'pglite', copy, close: () => db.destroy() };
}

/** Whether the folder holds a database. Throws `ForeignFolder` when it holds something else. */
async function hasDatabase(folder: string): Promise<boolean> {
	const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	if (names.length > 0 && !names.includes('PG_VERSION')) throw new ForeignFolder(folder);
	return names.length > 0;
}

/** Creates a database beside its place and moves it there: killed half-way, it leaves nothing half. */
async function createWhole(folder: string): Promise<void> {
	const { PGlite } = await import('@electric-sql/pglite');
	const beside = `${folder}.nueva`;
	await rm(beside, { recursive: true, force: true });
	await mkdir(beside, { recursive: true, mode: 0o700 });
	await (await PGlite.create(beside)).close();
	await rmdir(folder).catch(() => undefined);
	await rename(beside, folder);
}
