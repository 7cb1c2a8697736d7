import { closeDatabase, setDatabase, type Running } from './database.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { acquireLock, type Lock } from './lock.ts';
import { log } from './log.ts';
import { cannotStart } from './opening-errors.ts';
import { openOriginals } from './originals.ts';
import { compareOriginals, restoreLost } from './originals-recovery.ts';
import type { Settings } from './settings.ts';
import { startWorker } from './submissions/worker.ts';

/**
 * Locks the folder (of the embedded database), opens the database, brings its tables up to date,
 * compares it with the originals and sets it for this process. `close` undoes it all.
 * Throws `CannotStart` with one Spanish sentence for what a person can mend.
 *
 * @param options.port where this process takes commands; 0 when it takes none
 * @param options.lock the lock of the folder, when it was taken before
 * @param options.work whether this process works on large files in the background
 */
export async function openAll(
	settings: Settings,
	options: { port: number; lock?: Lock; work?: boolean }
): Promise<Running & { close(): Promise<void> }> {
	let lock = options.lock;
	try {
		lock ??= await lockFolder(settings, options.port);
		const originals = await openOriginals(settings.dataDir);
		const opened = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
		setDatabase(opened, originals);
		const migrated = await migrate(opened.db);
		if (migrated.length > 0) log.info('migrated', { migrations: migrated });
		await recover({ opened, originals });

		const endWork = options.work ? await startWorker({ opened, originals }) : undefined;
		const close = async () => {
			await endWork?.();
			await closeDatabase();
			await lock?.release();
		};
		return { opened, originals, close };
	} catch (error) {
		await closeDatabase().catch(() => undefined);
		await lock?.release();
		throw cannotStart(error, settings);
	}
}

/** Takes the folder for this process; a server's database needs no lock. Throws `CannotStart`. */
export async function lockFolder(settings: Settings, port: number): Promise<Lock | undefined> {
	if (settings.databaseUrl) return undefined;
	try {
		return await acquireLock(settings.dataDir, { port });
	} catch (error) {
		throw cannotStart(error, settings);
	}
}

async function recover({ opened, originals }: Running): Promise<void> {
	const { missing, lost } = await compareOriginals(opened.db, originals);
	if (missing.length > 0) log.error('originals-missing', { submissions: missing });
	if (lost.length > 0) {
		await restoreLost(opened.db, lost);
		log.warn('submissions-restored', { submissions: lost.map(({ id }) => id) });
	}
}
