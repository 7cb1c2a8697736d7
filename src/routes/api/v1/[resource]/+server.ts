import { version } from '$app/environment';
import { database } from '#lib/server/database.ts';
import type { RequestHandler } from './$types';
import { open, respond } from './respond.ts';

export const GET: RequestHandler = ({ params, url, locals, request }) =>
	respond(database(), {
		viewer: locals.viewer,
		resource: params.resource,
		url,
		release: version,
		seen: request.headers.get('if-none-match')
	});

export const OPTIONS: RequestHandler = () => new Response(null, { status: 204, headers: open });
