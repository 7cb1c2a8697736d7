import { redirect } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { discard } from '#lib/server/submissions/discard.ts';
import { refuseUnexplained } from '#lib/server/submissions/reasons.ts';
import { isLarge, startWork } from '#lib/server/submissions/work.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { foundIn } from '../findings.ts';
import { headOf } from '../head.ts';
import { done, refused, visible } from '../submission.ts';
import { confirmationView } from './confirmation-view.ts';
import { refuseUnlessSeen } from './seen.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	const submission = await visible(locals, params.id);
	if (submission.state !== 'por_confirmar') redirect(303, `/cargas/${params.id}`);
	const findings = await foundIn(locals, params.id);
	return {
		head: headOf(submission, 'confirmar', findings),
		...(await confirmationView(submission, findings))
	};
};

export const actions: Actions = {
	confirmar: async ({ locals, params: { id }, request }) => {
		const { id: account } = requireUser(locals);
		const { digest, bytes } = await visible(locals, id);
		const { form, refusal } = await formOrRefusal(request);
		if (refusal) return refused(refusal);
		const findings = await foundIn(locals, id);
		const seen = { digest: textOf(form, 'huella'), warnings: form.has('vistas') };
		return done(
			isLarge(bytes) ? `/cargas/${id}/progreso` : `/cargas/${id}/constancia`,
			async () => {
				refuseUnlessSeen(seen, { digest, findings });
				await refuseUnexplained(database(), id);
				if (isLarge(bytes)) await startWork(database(), id, 'confirmar', account);
				else await confirm(database(), id, { originals: originals(), account });
			}
		);
	},

	descartar: async ({ locals, params }) => {
		const { id: account } = requireUser(locals);
		await visible(locals, params.id);
		return done('/cargas', () => discard(database(), params.id, { account }));
	}
};
