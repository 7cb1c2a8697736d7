import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { installedBinaries, packagedBinaries } from './postgres-binaries.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A server that the tests may create databases on, or why there is none. */
		postgres: { url: string } | { missing: string };
		/** A folder for what the files of one run share. */
		scratch: string;
	}
}

const run = promisify(execFile);
type User = { uid: number; gid: number };

/** PostgreSQL refuses to run as root, so root's tests run it as somebody else. */
function unprivilegedUser(): User | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string, name: string) =>
		Number(
			execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
		);
	for (const name of ['postgres', 'nobody']) {
		try {
			return { uid: id('-u', name), gid: id('-g', name) };
		} catch {
			continue;
		}
	}
	return { uid: 65534, gid: 65534 };
}

/** A port of the loopback address that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** Starts a server of its own in a temporary folder; `stop` ends it and removes the folder. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'observatorio-postgres-'));
	const user = unprivilegedUser();
	const bin = installedBinaries() ?? (await packagedBinaries(folder));
	const password = randomBytes(16).toString('hex');
	const secret = join(folder, 'password');
	const data = join(folder, 'data');

	await writeFile(secret, password);
	if (user) {
		await chown(folder, user.uid, user.gid);
		await chown(secret, user.uid, user.gid);
	}
	await chmod(folder, 0o755);
	const options = { ...user, cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } };
	const flags = ['-D', data, '-U', 'pruebas', '-E', 'UTF8', '--no-sync', `--pwfile=${secret}`];
	await run(join(bin, 'initdb'), [...flags, '-A', 'scram-sha-256', '--locale=C'], options);

	const port = await freePort();
	const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
	const server = spawn(
		join(bin, 'postgres'),
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		{ ...options, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const url = `postgres://pruebas:${password}@127.0.0.1:${port}/postgres`;
	await answers(server, url);

	const stop = async () => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		if (server.exitCode === null && server.kill('SIGINT')) await ended;
		await rm(folder, { recursive: true, force: true });
	};
	return { url, stop };
}

/** Waits until the server takes connections; throws what it said when it ends instead. */
async function answers(server: ChildProcess, url: string): Promise<void> {
	let said = '';
	server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));

	for (;;) {
		if (server.exitCode !== null) throw new Error(`PostgreSQL ended: ${said}`);
		const sql = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => undefined });
		try {
			await sql`select 1`;
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		} finally {
			await sql.end({ timeout: 1 });
		}
	}
}

/** Once for a whole run of tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const scratch = await mkdtemp(join(tmpdir(), 'observatorio-pruebas-'));
	project.provide('scratch', scratch);
	const server = await provideServer(project);

	return async () => {
		await server?.stop();
		await rm(scratch, { recursive: true, force: true });
	};
}

async function provideServer(project: TestProject) {
	const given = process.env.TEST_DATABASE_URL;
	if (given) {
		project.provide('postgres', { url: given });
		return undefined;
	}
	try {
		const server = await startPostgres();
		project.provide('postgres', { url: server.url });
		return server;
	} catch (error) {
		project.provide('postgres', { missing: String(error) });
		return undefined;
	}
}
