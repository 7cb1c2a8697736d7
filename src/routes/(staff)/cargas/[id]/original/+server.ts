import { error } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import { database, originals } from '#lib/server/database.ts';
import { findSubmission } from '#lib/server/queries/submissions.ts';
import type { RequestHandler } from './$types.js';

/** The file as it was sent, to save: never shown in the browser. */
export const GET: RequestHandler = async ({ locals, params }) => {
	requireUser(locals);
	const submission = await findSubmission(database(), {
		viewer: locals.viewer,
		id: params.id
	}).executeTakeFirst();
	if (!submission) error(404, 'No existe ese envío.');

	const bytes = await originals().read(submission.sha256);
	return new Response(new Uint8Array(bytes), {
		headers: {
			...attachmentHeaders(submission.file_name, 'application/octet-stream'),
			'content-length': String(bytes.length)
		}
	});
};
