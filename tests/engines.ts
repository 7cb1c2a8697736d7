import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Kysely } from 'kysely';
import { migrate } from '#lib/server/db/migrate.ts';
import { openDatabase, overEmbedded, type Opened } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { embeddedTypes } from '#lib/server/db/types.ts';

export type EngineName = Opened['engine'];
/** A database of its own: `url` is there for a server's. */
export type TestDatabase = Opened & { url?: string };

const engines: readonly EngineName[] = ['pglite', 'postgres'];

/** Address of a new, empty database on the tests' server, and how to drop it. Fails without a server. */
export async function newServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const server = inject('postgres');
	if ('missing' in server) {
		throw new Error(
			`PostgreSQL is needed: set TEST_DATABASE_URL or install its server. ${server.missing}`
		);
	}
	const name = `observatorio_${randomBytes(6).toString('hex')}`;
	const admin = async (statement: string) => {
		const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
		await sql.unsafe(statement);
		await sql.end();
	};
	await admin(`create database ${name}`);

	const url = new URL(server.url);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}

/** A fresh database of one engine, with its tables unless `empty`; `close` removes it. */
export async function openFresh(
	engine: EngineName,
	options: { empty?: boolean } = {}
): Promise<TestDatabase> {
	if (engine === 'pglite') return options.empty ? openInMemory() : openCopy();

	const { url, drop } = await newServerDatabase();
	const opened = await openDatabase({ url, dataDir: '' });
	if (!options.empty) await migrate(opened.db);
	const close = async () => {
		await opened.close();
		await drop();
	};
	return { ...opened, url, close };
}

function openInMemory(): Promise<Opened> {
	return openDatabase({ dataDir: '', memory: true });
}

/** A copy of a migrated database: creating one takes seconds, and every file of tests wants its own. */
async function openCopy(): Promise<Opened> {
	const path = join(inject('scratch'), 'migrated.tar');
	if (!existsSync(path)) await writeMigrated(path);
	const loadDataDir = new Blob([await readFile(path)]);
	return overEmbedded(await PGlite.create({ loadDataDir, ...embeddedTypes }));
}

async function writeMigrated(path: string): Promise<void> {
	const database = await PGlite.create('memory://', embeddedTypes);
	const { db, close } = await overEmbedded(database);
	await migrate(db);
	const tar = await database.dumpDataDir('none');
	await close();

	const own = `${path}.${process.pid}`;
	await writeFile(own, Buffer.from(await tar.arrayBuffer()));
	await rename(own, path);
}

/** Runs `body` once an engine; `open` gives a fresh migrated database that the caller closes. */
export function forEachEngine(
	body: (engine: EngineName, open: () => Promise<TestDatabase>) => void
): void {
	for (const engine of engines) body(engine, () => openFresh(engine));
}

/** The same tests on both engines, each over one fresh migrated database: use `engine.db` inside tests. */
export function describeEngines(
	title: string,
	body: (engine: { readonly name: EngineName; readonly db: Kysely<Database> }) => void
): void {
	for (const name of engines) {
		describe(`${title} (${name})`, () => {
			let opened: TestDatabase | undefined;
			beforeAll(async () => {
				opened = await openFresh(name);
			});
			afterAll(() => opened?.close());

			body({
				name,
				get db() {
					if (!opened) throw new Error('The database opens before the first test, not earlier.');
					return opened.db;
				}
			});
		});
	}
}
