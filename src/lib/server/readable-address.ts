import type { Handle } from '@sveltejs/kit';

/** Whether an address, as it was asked, holds a NUL: no name has one, and PostgreSQL takes none in text. */
export function hasNul({ pathname, search }: Pick<URL, 'pathname' | 'search'>): boolean {
	return `${pathname}${search}`.includes('%00');
}

/** Refuses an address that no page can look up. The API says so itself, in its own form. */
export const readableAddress: Handle = ({ event, resolve }) => {
	if (!hasNul(event.url) || event.url.pathname.startsWith('/api/')) return resolve(event);
	return new Response('La dirección tiene un carácter que no se puede leer.', {
		status: 400,
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
};
