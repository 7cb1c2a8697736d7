import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal } from '#lib/server/forms/form.ts';
import { confirmPackage } from '#lib/server/submissions/confirm-package.ts';
import { refuseUnexplained, unexplained } from '#lib/server/submissions/reasons.ts';
import type { SubmissionPackage } from '#lib/server/submissions/package.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { done, refused } from '../../[id]/submission.ts';
import { packageFor } from './package-for.ts';
import { packageView } from './package-view.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireUser(locals);
	const unread = url.searchParams.getAll('hoja').slice(0, 5);
	const found = await packageFor(locals, params.package);
	return { ...packageView(found, await unexplainedIn(found)), unread };
};

export const actions: Actions = {
	default: async ({ locals, params: { package: id }, request }) => {
		const { id: account } = requireUser(locals);
		const { members } = await packageFor(locals, id);
		const { form, refusal } = await formOrRefusal(request);
		if (refusal) return refused(refusal);
		return done(`/cargas/paquete/${id}/constancia`, async () => {
			const waiting = members.filter(({ state }) => state === 'por_confirmar');
			if (waiting.some(({ warnings }) => warnings > 0) && !form.has('vistas'))
				throw new Refusal('Marque que revisó las advertencias, o corrija los archivos.', 400);
			for (const member of waiting) await refuseUnexplained(database(), member.id);
			await confirmPackage(database(), id, { originals: originals(), account });
		});
	}
};

/** The parts whose warnings wait for a reason. */
async function unexplainedIn({ members }: SubmissionPackage): Promise<Set<string>> {
	const waiting = new Set<string>();
	for (const { id, state } of members)
		if (state === 'por_confirmar' && (await unexplained(database(), id)).length > 0)
			waiting.add(id);
	return waiting;
}
