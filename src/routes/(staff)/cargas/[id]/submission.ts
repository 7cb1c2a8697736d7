import { error, fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { findSubmission } from '#lib/server/queries/submissions.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';

/** A submission as the screens get it. */
export type Shown = Awaited<ReturnType<typeof visible>>;

/** The submission, for whoever may see it; nobody else learns that it exists. */
export async function visible(locals: App.Locals, id: string) {
	const query = findSubmission(database(), { viewer: locals.viewer, id });
	return (await query.executeTakeFirst()) ?? error(404, 'No existe ese envío.');
}

/** What could not be done, in words, for the same screen. */
export function refused({ status, message }: Refusal) {
	return fail(status, { message });
}

/** Does something and goes on to an address, or stays with the words of the refusal. */
export async function done(
	address: string | (() => Promise<string>),
	work: () => Promise<unknown>
) {
	let next: string;
	try {
		await work();
		next = typeof address === 'string' ? address : await address();
	} catch (problem) {
		if (problem instanceof Refusal) return refused(problem);
		throw problem;
	}
	redirect(303, next);
}
