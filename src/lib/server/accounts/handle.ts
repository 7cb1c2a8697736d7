import type { Handle } from '@sveltejs/kit';
import { publicViewer } from '#lib/server/visibility.ts';
import { database } from '#lib/server/database.ts';
import { sessionCookie } from './cookie.ts';
import { userOfSession } from './sessions.ts';

/** Pages of the staff's part that are for whoever has not signed in. */
const open = new Set([
	'/(staff)/entrar',
	'/(staff)/salir',
	'/(staff)/instalacion',
	'/(staff)/cargas/plantilla/[dataset].csv',
	'/(staff)/cargas/plantilla/[dataset].xlsx',
	'/(staff)/cargas/plantilla/trimestre.xlsx'
]);

/**
 * Tells who is asking, keeps strangers out of the staff's pages (every address and every action below
 * them), and lets no cache keep what somebody saw signed in.
 *
 * @param settings the public address decides what the cookie is called
 */
export function sessionHandle(settings: { baseUrl: string }): Handle {
	const cookie = sessionCookie(settings.baseUrl);

	return async ({ event, resolve }) => {
		const token = cookie.read(event.cookies);
		const user = token ? await userOfSession(database(), { token, now: new Date() }) : null;
		event.locals.user = user;
		event.locals.viewer = user ? { account: user.id, role: user.role } : publicViewer;

		const staff = event.route.id?.startsWith('/(staff)/') ?? false;
		// A thrown redirect would pass by whatever the handles before this one add to an answer.
		if (staff && !user && !open.has(event.route.id ?? ''))
			return new Response(null, {
				status: 303,
				headers: { location: entrance(event), 'cache-control': 'no-store' }
			});

		const response = await resolve(event);
		if (!user && !staff) return response;
		response.headers.set('cache-control', 'private, no-store');
		response.headers.append('vary', 'cookie');
		return response;
	};
}

// What a form wanted to do is not done after signing in: the person comes back to its page.
function entrance({ url }: { url: URL }): string {
	const search = url.search.replace(/^\?\/[^&]*&?/, '?').replace(/^\?$/, '');
	return `/entrar?next=${encodeURIComponent(url.pathname + search)}`;
}
