import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSetupLink } from '#lib/server/accounts/setup.ts';
import { database, type Running } from '#lib/server/database.ts';
import { log, setLogFormat } from '#lib/server/log.ts';
import { lockFolder, openAll } from '#lib/server/opening.ts';
import { CannotStart } from '#lib/server/opening-errors.ts';
import { BadSettings, readSettings, type Settings } from '#lib/server/settings.ts';
import { build, needsBuild } from './build.ts';
import { CommandServer } from './command-server.ts';
import { listenWith } from './pages-server.ts';
import { checkPort } from './port.ts';
import { runCommand } from './run-command.ts';
import { Shutdown } from './shutdown.ts';

const project = join(import.meta.dirname, '..', '..');
const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Starts the whole program; what a person can mend is told in one line and ends it with 1. */
export async function serve(): Promise<void> {
	const shutdown = new Shutdown();
	try {
		if (existsSync('.env')) process.loadEnvFile('.env');
		const settings = readSettings(process.env);
		setLogFormat(settings.logFormat);
		await start(settings, shutdown);
	} catch (error) {
		if (shutdown.begun) return;
		const known = error instanceof CannotStart || error instanceof BadSettings;
		if (known) process.stderr.write(`${error.message}\n`);
		else log.error('start-failed', { error });
		await shutdown.run(1);
	}
}

async function start(settings: Settings, shutdown: Shutdown): Promise<void> {
	const orders = new CommandServer();
	const port = settings.databaseUrl ? 0 : await orders.listen();
	shutdown.add(() => orders.close());
	const lock = await lockFolder(settings, port);
	if (lock) shutdown.add(() => lock.release());
	await checkPort(settings);

	const { opened, originals, close } = await openAll(settings, { port, lock, work: true });
	shutdown.add(close);

	// The pages are made on one core while the other fills the database.
	const pages = makePages(shutdown.signal);
	shutdown.add(() => pages.catch(() => undefined));
	pages.catch(() => undefined);
	if (!settings.databaseUrl) await demonstrate({ opened, originals });
	await pages;
	if (shutdown.begun) return;

	if (lock)
		orders.accept(lock.holder.token, (order, answer) => {
			return runCommand(order, settings, {
				print: (out) => answer({ out }),
				error: (err) => answer({ err })
			});
		});
	await listenWith(settings, pathToFileURL(join(project, 'build', 'index.js')), shutdown);
	await greet(settings);
}

async function demonstrate({ opened, originals }: Running): Promise<void> {
	const { loadDemonstrationOnce } = await import('./demonstration.ts');
	if (await loadDemonstrationOnce(opened.db, originals))
		say(
			'Se cargaron los datos de los dos documentos y una red de demostración, de cifras inventadas.'
		);
}

async function makePages(signal: AbortSignal): Promise<void> {
	if (!(await needsBuild(project))) return;
	say('Armando las páginas por primera vez; tarda menos de un minuto…');
	await build(project, signal);
}

async function greet(settings: Settings): Promise<void> {
	say(`El observatorio está en ${settings.baseUrl}`);
	if (!settings.baseUrlGiven && !settings.baseUrl.includes(settings.host))
		say('Para entrar desde otras máquinas, indique su dirección pública en BASE_URL.');
	const link = await createSetupLink(database(), { baseUrl: settings.baseUrl, now: new Date() });
	if (link) say(`Cree la primera cuenta en este enlace, que vale una hora:\n${link}`);
}
