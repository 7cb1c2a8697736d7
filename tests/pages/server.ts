import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

/** A running observatory of the tests, in a process and a folder of its own. */
export type Site = {
	readonly url: string;
	/** The one-time link with which it offered the first account. */
	readonly setupLink: string;
	readonly dataDir: string;
	/** Ends it and removes its folder. */
	stop(): Promise<void>;
};

/** Starts the built server as `npm start` does, with the demonstration, on a free port. */
export async function startSite(env: Readonly<Record<string, string>> = {}): Promise<Site> {
	if (!existsSync(join(project, 'build', 'index.js')))
		throw new Error('These tests run on the built server: npm run build.');
	const dataDir = await mkdtemp(join(tmpdir(), 'observatorio-paginas-'));
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;

	const child = spawn(process.execPath, ['src/cli/start.js'], {
		cwd: project,
		// Nothing of whoever runs the tests: neither their database nor their address.
		env: {
			PATH: process.env.PATH ?? '',
			HOME: process.env.HOME ?? '',
			PORT: String(port),
			DATA_DIR: dataDir,
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
		await rm(dataDir, { recursive: true, force: true });
	};

	let said = '';
	const ready = new Promise<string>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			said += chunk.toString();
			const link = /^http\S+\/instalacion\S+$/m.exec(said);
			if (link) resolve(link[0]);
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		void ended.then(() => reject(new Error(`The server ended: ${said}`)));
	});
	try {
		return { url, setupLink: await ready, dataDir, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (typeof address !== 'object' || !address) throw new Error('No free port.');
	return address.port;
}
