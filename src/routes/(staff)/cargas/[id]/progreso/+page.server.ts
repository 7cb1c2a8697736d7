import { redirect } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { startWork, stopWork, workOf } from '#lib/server/submissions/work.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { done, visible } from '../submission.ts';
import { progressView } from './progress-view.ts';

export const load: PageServerLoad = async ({ locals, params: { id }, setHeaders }) => {
	requireUser(locals);
	const { file_name: fileName } = await visible(locals, id);
	const work = await workOf(database(), id);
	if (!work || (work.finished && work.failure === null)) redirect(303, `/cargas/${id}`);
	const view = progressView(work);
	// Asked for again without script; a header leaves the page itself alone.
	if (view.failure === null) setHeaders({ refresh: '3' });
	return { id, fileName, ...view };
};

export const actions: Actions = {
	detener: async ({ locals, params: { id } }) => {
		requireUser(locals);
		await visible(locals, id);
		return done(`/cargas/${id}/progreso`, () => stopWork(database(), id));
	},

	repetir: async ({ locals, params: { id } }) => {
		const { id: account } = requireUser(locals);
		await visible(locals, id);
		const kind = (await workOf(database(), id))?.kind ?? 'revisar';
		return done(`/cargas/${id}/progreso`, () => startWork(database(), id, kind, account));
	}
};
