import { json } from '@sveltejs/kit';
import { limaDate } from '#lib/domain/lima.ts';
import { packPlaces } from '#lib/domain/packed-places.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { placesFor } from '#lib/server/queries/places.ts';
import { registryVersion } from '#lib/server/queries/revisions.ts';
import { districtLines } from '../../../../../seeds/catalogo/distritos.ts';
import type { RequestHandler } from './$types.js';

/** What a browser needs to check a file before it is sent: places, networks and the date in Lima. */
export const GET: RequestHandler = async ({ locals, request }) => {
	requireUser(locals);
	const today = limaDate(new Date());
	const etag = `"${await registryVersion(database())}-${today}"`;
	const headers = { etag, 'cache-control': 'private, no-cache' };
	if (request.headers.get('if-none-match')?.includes(etag)) {
		return new Response(null, { status: 304, headers });
	}
	const packed = packPlaces(await placesFor(database()), districtLines);
	return json({ today, ...packed }, { headers });
};
