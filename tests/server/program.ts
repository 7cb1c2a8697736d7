import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const settings = [
	'PORT',
	'HOST',
	'BASE_URL',
	'DATA_DIR',
	'DATABASE_URL',
	'DATABASE_READ_URL',
	'UPLOAD_LIMIT',
	'SMTP_URL',
	'LOG_FORMAT'
];

export type Program = {
	readonly pid: number;
	/** Everything that it wrote so far, errors included. */
	said(): string;
	/** Resolves when it has written this; rejects when it ends before. */
	says(text: string): Promise<void>;
	kill(signal: NodeJS.Signals): void;
	/** Exit code, or the signal that ended it. */
	readonly ended: Promise<number | NodeJS.Signals | null>;
};

/** Runs a file of the project in a process of its own, with these settings and no others. */
export function runProgram(
	args: readonly string[],
	env: Record<string, string>,
	options: { input?: string; cwd?: string } = {}
): Program {
	const others = Object.entries(process.env).filter(
		([name]) => !settings.includes(name) && !/^(VITEST|NODE_ENV$|INIT_CWD$)/.test(name)
	);
	const child = spawn(process.execPath, args, {
		cwd: project,
		env: { ...Object.fromEntries(others), INIT_CWD: options.cwd ?? project, ...env },
		stdio: 'pipe'
	});
	child.stdin.end(options.input ?? '');

	let said = '';
	const listeners = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			for (const listener of listeners) listener();
		});
	}
	const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
		child.once('close', (code, signal) => resolve(code ?? signal));
	});
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});

	const says = (text: string) =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				if (!said.includes(text)) return;
				listeners.delete(look);
				resolve();
			};
			listeners.add(look);
			look();
			void ended.then((code) => reject(new Error(`Ended with ${code} before «${text}»: ${said}`)));
		});

	return {
		pid: child.pid ?? 0,
		said: () => said,
		says,
		kill: (signal) => child.kill(signal),
		ended
	};
}

/** `npm start`, as far as Node is concerned. */
export function startServer(env: Record<string, string>): Program {
	return runProgram(['src/cli/start.js'], env);
}

/** `npm run admin -- …` */
export function runAdmin(
	args: readonly string[],
	env: Record<string, string>,
	options: { input?: string; cwd?: string } = {}
): Program {
	return runProgram(['--import', 'tsx', 'src/cli/admin.ts', ...args], env, options);
}

export const ready = 'El observatorio está en';
