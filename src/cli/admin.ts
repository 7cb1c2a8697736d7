import { existsSync } from 'node:fs';
import { liveHolder, type LockHolder } from '#lib/server/lock.ts';
import { setLogFormat } from '#lib/server/log.ts';
import { openAll } from '#lib/server/opening.ts';
import { cannotStart, CannotStart } from '#lib/server/opening-errors.ts';
import { BadSettings, readSettings, type Settings } from '#lib/server/settings.ts';
import { handOver } from './hand-over.ts';
import { readPiped } from './read-all.ts';
import { findCommand, helpText, runCommand, type Order } from './run-command.ts';

const voice = {
	print: (text: string) => void process.stdout.write(`${text}\n`),
	error: (text: string) => void process.stderr.write(`${text}\n`)
};

// A reader that had enough (`| head`) ends the command; it is no fault of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

async function main([name, ...args]: readonly string[]): Promise<number> {
	if (!name || ['ayuda', 'help', '--help', '-h'].includes(name)) {
		voice.print(helpText());
		return name ? 0 : 2;
	}
	const command = findCommand(name);
	if (!command) {
		voice.error(`No existe el comando «${name}».\n\n${helpText()}`);
		return 2;
	}
	if (existsSync('.env')) process.loadEnvFile('.env');
	const settings = readSettings(process.env);
	setLogFormat(settings.logFormat);

	const input = command.readsInput ? await readPiped(args.includes('--clave-stdin')) : '';
	// npm changes into the project's folder; what the person typed is relative to their own.
	const cwd = process.env.INIT_CWD ?? process.cwd();
	return carryOut({ name, args, cwd, input }, settings);
}

async function carryOut(order: Order, settings: Settings): Promise<number> {
	const holder = await holderOf(settings);
	if (holder && holder.port > 0) return handOver(order, holder, voice);

	const { close } = await openAll(settings, { port: 0 });
	try {
		return await runCommand(order, settings, voice);
	} finally {
		await close();
	}
}

async function holderOf({ databaseUrl, ...settings }: Settings): Promise<LockHolder | undefined> {
	if (databaseUrl) return undefined;
	try {
		return await liveHolder(settings.dataDir);
	} catch (error) {
		throw cannotStart(error, settings);
	}
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof CannotStart || error instanceof BadSettings)) throw error;
	voice.error(error.message);
	process.exitCode = 1;
}
