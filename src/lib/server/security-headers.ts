import type { Handle } from '@sveltejs/kit';
import { readSettings } from './settings.ts';

const always: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()'
};

/** What every answer tells the browser not to do. A route that says otherwise is left its word. */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(always)) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	if (readSettings(process.env).baseUrl.startsWith('https:'))
		response.headers.set('strict-transport-security', 'max-age=31536000');
	return response;
};
