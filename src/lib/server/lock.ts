import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { isAlive, processStart } from './lock-process.ts';

const holderSchema = v.object({
	pid: v.number(),
	/** When that process started, as the system tells it: a pid alone is used again. */
	started: v.nullable(v.string()),
	/** Loopback port that takes commands; 0 when the holder takes none. */
	port: v.number(),
	token: v.string()
});

export type LockHolder = v.InferOutput<typeof holderSchema>;
export type Lock = { holder: LockHolder; release(): Promise<void> };

/** Another live process has the folder. */
export class FolderInUse extends Error {
	override name = 'FolderInUse';
	readonly holder: LockHolder;

	constructor(dataDir: string, holder: LockHolder) {
		super(
			`La carpeta de datos «${dataDir}» ya está en uso por el proceso ${holder.pid}. Detenga ese proceso o indique otra carpeta en DATA_DIR.`
		);
		this.holder = holder;
	}
}

const fileOf = (dataDir: string) => join(dataDir, 'lock');

/** Who has the folder, if that process lives. */
export async function liveHolder(dataDir: string): Promise<LockHolder | undefined> {
	const holder = await readHolder(fileOf(dataDir));
	return holder && (await isAlive(holder)) ? holder : undefined;
}

/**
 * Takes the folder for this process alone: the embedded database loses rows when two have it open.
 * A lock whose process is dead is taken over. Throws `FolderInUse`, or what the file system says.
 */
export async function acquireLock(dataDir: string, { port }: { port: number }): Promise<Lock> {
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const file = fileOf(dataDir);
	const token = randomBytes(32).toString('hex');
	const holder = { pid: process.pid, started: await processStart(process.pid), port, token };

	while (!(await place(file, holder))) {
		const other = await readHolder(file);
		if (other && (await isAlive(other))) throw new FolderInUse(dataDir, other);
		await clearStale(file, other);
	}
	return {
		holder,
		async release() {
			if ((await readHolder(file))?.token === token) await rm(file, { force: true });
		}
	};
}

/** Puts a whole file in its place or none: whoever looks never sees half a lock. */
async function place(file: string, holder: LockHolder): Promise<boolean> {
	const own = `${file}.${holder.token.slice(0, 16)}`;
	await writeFile(own, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
	try {
		await link(own, file);
	} catch (error) {
		if (!isCode(error, 'EEXIST')) throw error;
		return false;
	} finally {
		await rm(own, { force: true });
	}
	return true;
}

/** Moves a dead lock away. Should it be a living one that came meanwhile, it is put back. */
async function clearStale(file: string, stale: LockHolder | undefined): Promise<void> {
	const aside = `${file}.${randomBytes(8).toString('hex')}`;
	try {
		await rename(file, aside);
	} catch (error) {
		if (isCode(error, 'ENOENT')) return;
		throw error;
	}
	const moved = await readHolder(aside);
	if (moved && moved.token !== stale?.token) await link(aside, file).catch(() => undefined);
	await rm(aside, { force: true });
	await pause(10);
}

async function readHolder(file: string): Promise<LockHolder | undefined> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
		throw error;
	}
	try {
		const read = v.safeParse(holderSchema, JSON.parse(text));
		return read.success ? read.output : undefined;
	} catch {
		return undefined;
	}
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
