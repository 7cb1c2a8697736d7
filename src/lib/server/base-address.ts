import type { Handle } from '@sveltejs/kit';
import { readSettings } from './settings.ts';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Where a request for a page under another host than the public one is to be sent; undefined when it
 * may stay. A form posted from there would be refused, because its origin is not ours.
 */
export function properAddress(
	asked: { host: string; path: string },
	baseUrl: string
): string | undefined {
	const base = new URL(baseUrl);
	const url = `http://${asked.host}`;
	if (asked.host === base.host || !URL.canParse(url)) return undefined;

	// A proxy in front may ask by a loopback name, and would come back for ever. And with no public
	// address given, whoever comes over the network has no other name to come by.
	const comesByLoopback = loopback.test(new URL(url).hostname);
	if (comesByLoopback !== loopback.test(base.hostname)) return undefined;
	return `${base.origin}${asked.path}`;
}

/** Sends people who open `localhost`, or an old name, to the public address. Programs stay. */
export const baseAddress: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	const { pathname, search } = event.url;
	const page = (method === 'GET' || method === 'HEAD') && !/^\/(api|salud)(\/|$)/.test(pathname);
	if (page) {
		const asked = { host: headers.get('host') ?? '', path: `${pathname}${search}` };
		const proper = properAddress(asked, readSettings(process.env).baseUrl);
		if (proper) return new Response(null, { status: 307, headers: { location: proper } });
	}
	return resolve(event);
};
