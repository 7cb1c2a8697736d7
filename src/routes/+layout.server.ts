import { database } from '#lib/server/database.ts';
import { hasFictional } from '#lib/server/queries/demo.ts';
import { version } from '../../package.json';
import type { LayoutServerLoad } from './$types.js';

/** What the frame of every page shows: banner, search text, whether somebody is signed in. */
export const load: LayoutServerLoad = async ({ locals, url }) => ({
	demo: await hasFictional(database()),
	search: url.searchParams.get('q') ?? '',
	signedIn: locals.user !== null,
	version
});
