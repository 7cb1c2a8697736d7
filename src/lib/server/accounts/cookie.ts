import type { Cookies } from '@sveltejs/kit';
import { sessionLimits } from './sessions.ts';

/**
 * The cookie of a session. Behind https it bears the prefix by which a browser refuses one that another
 * host or a plain connection planted.
 *
 * @param baseUrl public address
 */
export function sessionCookie(baseUrl: string) {
	const secure = baseUrl.startsWith('https:');
	const name = secure ? '__Host-sesion' : 'sesion';
	const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;

	return {
		read: (cookies: Cookies): string | undefined => cookies.get(name) || undefined,
		write: (cookies: Pick<Cookies, 'set'>, token: string): void =>
			cookies.set(name, token, { ...options, maxAge: sessionLimits.absolute / 1000 }),
		clear: (cookies: Cookies): void => cookies.delete(name, options)
	};
}
