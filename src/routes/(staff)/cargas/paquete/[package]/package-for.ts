import { error } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { packageOf } from '#lib/server/submissions/package.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { visible } from '../../[id]/submission.ts';

/** A package, for whoever may see every file of it; nobody else learns that it exists. */
export async function packageFor(locals: App.Locals, id: string) {
	const found = await packageOrNothing(id);
	for (const member of found.members) await visible(locals, member.id);
	return found;
}

async function packageOrNothing(id: string) {
	try {
		return await packageOf(database(), id);
	} catch (problem) {
		if (problem instanceof Refusal) error(404, problem.message);
		throw problem;
	}
}
