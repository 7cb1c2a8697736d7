import { resolve } from 'node:path';
import { database, originals } from '#lib/server/database.ts';
import { inspectError, log } from '#lib/server/log.ts';
import type { Settings } from '#lib/server/settings.ts';
import { commands } from './commands/index.ts';
import type { Command, Context } from './commands/context.ts';

/** What was typed, where, and what was piped in. */
export type Order = {
	readonly name: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly input: string;
};

type Voice = Pick<Context, 'print' | 'error'>;

/**
 * Runs one command on the open database; the same whether it was typed here or handed over. Answers
 * its exit code. What goes wrong is told and becomes 1.
 */
export async function runCommand(order: Order, settings: Settings, voice: Voice): Promise<number> {
	const command = findCommand(order.name);
	if (!command) {
		voice.error(`No existe el comando «${order.name}».`);
		return 2;
	}
	try {
		return await command.run(order.args, {
			db: database(),
			originals: originals(),
			settings,
			uploadLimit: settings.uploadLimit,
			cwd: order.cwd,
			path: (name) => resolve(order.cwd, name),
			input: order.input,
			...voice
		});
	} catch (error) {
		return told(error, order, voice);
	}
}

function told(error: unknown, order: Order, voice: Voice): number {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const path = error instanceof Error && 'path' in error ? error.path : undefined;
	if (typeof path === 'string' && code === 'ENOENT') {
		voice.error(`No se encuentra «${path}».`);
	} else if (typeof path === 'string' && (code === 'EACCES' || code === 'EPERM')) {
		voice.error(`Sin permiso para leer «${path}».`);
	} else if (typeof path === 'string' && code === 'EISDIR') {
		voice.error(`«${path}» es una carpeta. Escriba el nombre de un archivo.`);
	} else if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) {
		voice.error(`No se entiende lo que sigue a «${order.name}». Escriba: npm run admin -- ayuda`);
		return 2;
	} else {
		log.error('command-failed', { command: order.name, error });
		voice.error(`No se pudo terminar «${order.name}»: ${inspectError(error)}`);
	}
	return 1;
}

/** The command of that name; every object has a `constructor`, which is none. */
export function findCommand(name: string): Command | undefined {
	return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/** What can be typed, for somebody who asks. */
export function helpText(): string {
	const lines = Object.entries(commands).map(
		([name, { usage, help }]) => `  ${`${name} ${usage}`.trim()}\n      ${help}`
	);
	return ['Uso: npm run admin -- COMANDO', '', ...lines].join('\n');
}
