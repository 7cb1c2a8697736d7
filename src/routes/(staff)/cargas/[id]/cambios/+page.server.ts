import { redirect } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database } from '#lib/server/database.ts';
import { formOrRefusal } from '#lib/server/forms/form.ts';
import { explain, reasonsOf, refuseUnexplained } from '#lib/server/submissions/reasons.ts';
import { retireMissing } from '#lib/server/submissions/retire.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { reasonsWritten } from '../correcciones/answers.ts';
import { foundIn } from '../findings.ts';
import { headOf } from '../head.ts';
import { done, refused, visible } from '../submission.ts';
import { changesView } from './changes-view.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	const submission = await visible(locals, params.id);
	if (submission.state !== 'por_confirmar') redirect(303, `/cargas/${params.id}`);
	const findings = await foundIn(locals, params.id);
	return {
		head: headOf(submission, 'cambios', findings),
		...(await changesView(submission, findings, locals.viewer))
	};
};

export const actions: Actions = {
	default: async ({ locals, params: { id }, request }) => {
		const { id: account } = requireUser(locals);
		const { retire_missing: retires } = await visible(locals, id);
		const { form, refusal } = await formOrRefusal(request);
		if (refusal) return refused(refusal);
		const db = database();
		return done(`/cargas/${id}/confirmar`, async () => {
			for (const reason of reasonsWritten(form, await reasonsOf(db, id)))
				await explain(db, id, { ...reason, account });
			if (form.has('retirar') !== retires)
				await retireMissing(db, id, form.has('retirar'), { account });
			await refuseUnexplained(db, id);
		});
	}
};
