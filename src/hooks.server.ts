import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { dev } from '$app/environment';
import { sessionHandle } from '#lib/server/accounts/handle.ts';
import { baseAddress } from '#lib/server/base-address.ts';
import { tellBug } from '#lib/server/bugs.ts';
import { compress } from '#lib/server/compress.ts';
import { isOpen } from '#lib/server/database.ts';
import { log, setLogFormat } from '#lib/server/log.ts';
import { openAll } from '#lib/server/opening.ts';
import { keepPages } from '#lib/server/page-cache.ts';
import { securityHeaders } from '#lib/server/security-headers.ts';
import { readableAddress } from '#lib/server/readable-address.ts';
import { readSettings } from '#lib/server/settings.ts';

/** The start program has opened the database already; `vite dev` and a bare `node build` have not. */
export const init: ServerInit = async () => {
	const settings = readSettings(process.env);
	setLogFormat(settings.logFormat);
	if (isOpen()) return;

	const { close } = await openAll(settings, { port: 0, work: true });
	process.once('sveltekit:shutdown', () => {
		close().then(
			() => process.exit(0),
			(error: unknown) => {
				log.error('close-failed', { error });
				process.exit(1);
			}
		);
	});
};

let session: Handle | undefined;

/** Who is asking. Made at the first request, when the settings are known to be good. */
const person: Handle = (request) => {
	session ??= sessionHandle(readSettings(process.env));
	return session(request);
};

// While developing, Vite listens where it likes.
const address = dev ? [] : [baseAddress];

// Kept pages stand behind whatever may send the request elsewhere or refuse it.
export const handle: Handle = sequence(
	securityHeaders,
	readableAddress,
	...address,
	keepPages,
	compress,
	person
);

export const handleError: HandleServerError = tellBug;
