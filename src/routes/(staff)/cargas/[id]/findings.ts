import type { Finding } from '#lib/domain/finding.ts';
import { database } from '#lib/server/database.ts';
import { findingsOf } from '#lib/server/queries/submissions.ts';

/** What was found in a submission, in the order of the check. */
export async function foundIn(locals: App.Locals, id: string): Promise<Finding[]> {
	const rows = await findingsOf(database(), { viewer: locals.viewer, id }).execute();
	return rows.map(({ finding }) => finding);
}
