import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Whether the very process that wrote a lock still runs, and not a later one with its number. */
export async function isAlive(holder: { pid: number; started: string | null }): Promise<boolean> {
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		// Somebody else's process exists, though it may not be signalled.
		const foreign = error instanceof Error && 'code' in error && error.code === 'EPERM';
		if (!foreign) return false;
	}
	const started = await processStart(holder.pid);
	return started === null || holder.started === null || started === holder.started;
}

/** When a process started, as text that only serves to compare; null where the system does not tell. */
export async function processStart(pid: number): Promise<string | null> {
	if (process.platform === 'linux') return linuxStart(pid);
	if (process.platform === 'win32') return null;
	try {
		const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], {
			env: { ...process.env, LC_ALL: 'C' }
		});
		return stdout.trim() || null;
	} catch {
		return null;
	}
}

async function linuxStart(pid: number): Promise<string | null> {
	try {
		const text = await readFile(`/proc/${pid}/stat`, 'utf8');
		// After the name, which may hold spaces and parentheses, the state is first and the start 20th.
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
		// A zombie has ended and only waits for its parent.
		return fields[0] === 'Z' ? 'ended' : `${boot.trim()}/${fields[19]}`;
	} catch {
		return null;
	}
}
