import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import { check } from '#lib/server/submissions/check.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { foundIn } from '../findings.ts';
import { headOf } from '../head.ts';
import { done, refused, visible } from '../submission.ts';
import { choicesFrom } from './choices.ts';
import { columnsView } from './columns-view.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	const submission = await visible(locals, params.id);
	const findings = await foundIn(locals, params.id);
	return {
		head: headOf(submission, 'columnas', findings),
		...(await columnsView(submission, findings))
	};
};

export const actions: Actions = {
	leer: async ({ locals, params, request }) => {
		requireUser(locals);
		const { choices } = await visible(locals, params.id);
		const read = await formOrRefusal(request);
		if (read.refusal) return refused(read.refusal);
		const stays = textOf(read.form, 'quedarse') !== '';
		return done(`/cargas/${params.id}${stays ? '/columnas' : ''}`, () =>
			check(database(), params.id, {
				originals: originals(),
				choices: choicesFrom(read.form, choices),
				before: choices
			})
		);
	}
};
