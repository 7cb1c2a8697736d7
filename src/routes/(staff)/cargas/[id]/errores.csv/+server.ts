import { requireUser } from '#lib/server/accounts/require.ts';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import { database, originals } from '#lib/server/database.ts';
import { badRowsCsv } from '#lib/server/submissions/bad-rows.ts';
import type { RequestHandler } from './$types.js';
import { visible } from '../submission.ts';

/**
 * The rows to mend, with what is wrong and how to mend it; they can be sent back. Written with the
 * separator of the file, which is that of the sender's Excel, unless `?separador=` says another.
 */
export const GET: RequestHandler = async ({ locals, params: { id }, url }) => {
	requireUser(locals);
	const { reading } = await visible(locals, id);
	const asked = url.searchParams.get('separador');
	const own = reading?.delimiter === ';' ? 'punto-y-coma' : 'coma';
	const delimiter = (asked ?? own) === 'punto-y-coma' ? ';' : ',';
	const { name, csv } = await badRowsCsv(database(), id, { originals: originals(), delimiter });
	return new Response(csv, { headers: attachmentHeaders(name, 'text/csv; charset=utf-8') });
};
