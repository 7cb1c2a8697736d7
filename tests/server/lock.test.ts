import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acquireLock, FolderInUse, liveHolder } from '#lib/server/lock.ts';
import { processStart } from '#lib/server/lock-process.ts';
import { temporaryFolder } from '../folders.ts';

async function endedPid(): Promise<number> {
	const child = spawn(process.execPath, ['-e', '']);
	await once(child, 'exit');
	return child.pid ?? 0;
}

test('one process has the folder, and the refusal names folder and process', async () => {
	const folder = await temporaryFolder();
	const lock = await acquireLock(folder, { port: 4000 });

	expect((await stat(join(folder, 'lock'))).mode & 0o777).toBe(0o600);
	expect(await liveHolder(folder)).toEqual(lock.holder);
	const second = acquireLock(folder, { port: 4001 });
	await expect(second).rejects.toThrow(FolderInUse);
	await expect(second).rejects.toThrow(`«${folder}» ya está en uso por el proceso ${process.pid}`);

	await lock.release();
	expect(await readdir(folder)).toEqual([]);
	await (await acquireLock(folder, { port: 0 })).release();
});

test('the lock of a process that ended is taken over', async () => {
	const folder = await temporaryFolder();
	const dead = { pid: await endedPid(), started: null, port: 1, token: 'x' };
	await writeFile(join(folder, 'lock'), JSON.stringify(dead));

	expect(await liveHolder(folder)).toBeUndefined();
	const { holder } = await acquireLock(folder, { port: 2 });
	expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toEqual(holder);
});

test('a later process with the same number is not the holder', async () => {
	const folder = await temporaryFolder();
	const earlier = { pid: process.pid, started: 'long ago', port: 1, token: 'x' };
	await writeFile(join(folder, 'lock'), JSON.stringify(earlier));

	expect(await processStart(process.pid)).not.toBe('long ago');
	expect((await acquireLock(folder, { port: 2 })).holder.token).not.toBe('x');
});

test('a lock that cannot be read is taken over', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'lock'), '{"pid":');
	expect((await acquireLock(folder, { port: 2 })).holder.pid).toBe(process.pid);
});

test('of many that come at once for a dead lock, one has it', async () => {
	const folder = await temporaryFolder();
	await mkdir(folder, { recursive: true });
	const dead = { pid: await endedPid(), started: null, port: 1, token: 'x' };
	await writeFile(join(folder, 'lock'), JSON.stringify(dead));

	const tries = Array.from({ length: 10 }, (_, port) => acquireLock(folder, { port }));
	const results = await Promise.allSettled(tries);
	expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await readdir(folder)).toEqual(['lock']);
});

test('a lock that somebody else took over is not released', async () => {
	const folder = await temporaryFolder();
	const lock = await acquireLock(folder, { port: 1 });
	await writeFile(join(folder, 'lock'), JSON.stringify({ ...lock.holder, token: 'other' }));
	await lock.release();
	expect(await readdir(folder)).toEqual(['lock']);
});
