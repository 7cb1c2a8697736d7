import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '#lib/server/opening-errors.ts';

/** Everything that the built pages are made from. */
const sources = [
	'src',
	'db/migrations',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'package.json',
	'package-lock.json'
];

/** Whether there is no build, or something that it is made from is newer. */
export async function needsBuild(project: string): Promise<boolean> {
	const built = join(project, 'build', 'index.js');
	if (!existsSync(built)) return true;
	const { mtimeMs } = await stat(built);
	for (const source of sources) {
		if ((await newest(join(project, source))) > mtimeMs) return true;
	}
	return false;
}

async function newest(path: string): Promise<number> {
	const found = await stat(path).catch(() => undefined);
	if (!found || path.endsWith('.test.ts')) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	const names = await readdir(path);
	return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

/** Builds the pages in a process of its own, which gives its memory back. Throws `CannotStart`. */
export async function build(project: string, signal?: AbortSignal): Promise<void> {
	const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
	if (!existsSync(vite))
		throw new CannotStart('Falta la herramienta para armar las páginas. Escriba «npm ci».');

	let said = '';
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: project,
		// Another NODE_ENV, as a developer's shell or a test runner has, would make pages for developing.
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe'],
		signal
	});
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	// Stopped by the signal, it reports an error and closes like any other that failed.
	child.on('error', (error) => (said += String(error)));
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	if (code === 0) return;

	// Cut while it wrote, it may have left a part: the next start begins anew.
	await rm(join(project, 'build', 'index.js'), { force: true });
	throw new CannotStart(`No se pudieron armar las páginas:\n${said.trim()}`);
}
