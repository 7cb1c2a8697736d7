import type { Kysely } from 'kysely';
import type { Opened } from './db/open.ts';
import type { Database } from './db/schema.ts';
import type { Originals } from './originals.ts';

/** What runs in this process: the opened database and the folder of original files. */
export type Running = { opened: Opened; originals: Originals };

// The built server and the program that starts it load their own copies of this module, and a second
// embedded database on the same folder would lose rows: so there is one place for both.
const place = Symbol.for('observatorio-idel.running');
const holder: typeof globalThis & { [place]?: Running } = globalThis;

/** The opened database. Throws before it is set. */
export function database(): Kysely<Database> {
	return running().opened.db;
}

/** The folder of original files. Throws before it is set. */
export function originals(): Originals {
	return running().originals;
}

/** Whether somebody opened the database in this process already. */
export function isOpen(): boolean {
	return holder[place] !== undefined;
}

/** Assigned once, by whoever opens: the start program, or `init` of the hooks without it. */
export function setDatabase(opened: Opened, files: Originals): void {
	holder[place] = { opened, originals: files };
}

/** Closes what was set, for the end of the process. */
export async function closeDatabase(): Promise<void> {
	const closing = holder[place];
	delete holder[place];
	await closing?.opened.close();
}

/** What was set, whole. Throws before. */
export function running(): Running {
	const current = holder[place];
	if (!current) throw new Error('The database is not open yet.');
	return current;
}
