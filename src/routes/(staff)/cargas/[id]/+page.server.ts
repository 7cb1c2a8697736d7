import { error, fail, redirect } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import { findingsOf, findSubmission } from '#lib/server/queries/submissions.ts';
import { check } from '#lib/server/submissions/check.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { discard } from '#lib/server/submissions/discard.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { choicesFrom } from './choices.ts';
import { submissionView } from './submission-view.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	return submissionView(await visible(locals, params.id), locals.viewer);
};

export const actions: Actions = {
	leer: async ({ locals, params, request }) => {
		requireUser(locals);
		const { choices } = await visible(locals, params.id);
		const read = await formOrRefusal(request);
		if (read.refusal) return refused(read.refusal);
		return done(`/cargas/${params.id}`, () =>
			check(database(), params.id, {
				originals: originals(),
				choices: choicesFrom(read.form, choices)
			})
		);
	},

	confirmar: async ({ locals, params, request }) => {
		const user = requireUser(locals);
		const { digest } = await visible(locals, params.id);
		const read = await formOrRefusal(request);
		if (read.refusal) return refused(read.refusal);
		if (textOf(read.form, 'huella') !== digest)
			return refused(
				new Refusal(
					'El archivo se leyó de otra manera mientras usted lo revisaba. Revíselo otra vez.'
				)
			);
		if (!read.form.has('vistas') && (await hasWarnings(locals, params.id)))
			return refused(new Refusal('Marque que revisó las advertencias, o corrija el archivo.', 400));
		return done(`/cargas/${params.id}/constancia`, () =>
			confirm(database(), params.id, { originals: originals(), account: user.id })
		);
	},

	descartar: async ({ locals, params }) => {
		const user = requireUser(locals);
		await visible(locals, params.id);
		return done('/cargas', () => discard(database(), params.id, { account: user.id }));
	}
};

/** The submission, for whoever may see it; nobody else learns that it exists. */
async function visible(locals: App.Locals, id: string) {
	const query = findSubmission(database(), { viewer: locals.viewer, id });
	return (await query.executeTakeFirst()) ?? error(404, 'No existe ese envío.');
}

async function hasWarnings({ viewer }: App.Locals, id: string): Promise<boolean> {
	const findings = await findingsOf(database(), { viewer, id }).execute();
	return findings.some(({ finding }) => finding.severity === 'warning');
}

function refused({ status, message }: Refusal) {
	return fail(status, { message });
}

async function done(address: string, work: () => Promise<unknown>) {
	try {
		await work();
	} catch (problem) {
		if (problem instanceof Refusal) return refused(problem);
		throw problem;
	}
	redirect(303, address);
}
