import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Settings } from '#lib/server/settings.ts';
import { cannotListen } from './port.ts';
import type { Shutdown } from './shutdown.ts';

/** Seconds that requests under way have when the process is told to end. */
const grace = 5;

/**
 * Loads the built server into this process, which starts to listen, and waits until it does. Its own
 * settings come from ours: it knows other names for them.
 */
export async function listenWith(
	settings: Settings,
	entry: URL,
	shutdown: Shutdown
): Promise<void> {
	Object.assign(process.env, {
		HOST: settings.host,
		PORT: String(settings.port),
		ORIGIN: settings.baseUrl,
		// Ours is checked first and answers in Spanish; this one only stands behind it.
		BODY_SIZE_LIMIT: String(settings.uploadLimit + 1024 * 1024),
		SHUTDOWN_TIMEOUT: String(grace)
	});
	process.once('sveltekit:shutdown', () => void shutdown.run(0));
	const onError = (error: NodeJS.ErrnoException) => {
		const told = cannotListen(error, settings);
		if (!told) throw error;
		process.stderr.write(`${told.message}\n`);
		void shutdown.run(1);
	};
	process.once('uncaughtException', onError);

	// The adapter says in English what we say in Spanish right after.
	const { log } = console;
	console.log = () => undefined;
	const { server }: { server: { server: Server } } = await import(entry.href);
	if (!server.server.listening) await once(server.server, 'listening');
	console.log = log;
	process.off('uncaughtException', onError);
	shutdown.leaveSignals();
}
