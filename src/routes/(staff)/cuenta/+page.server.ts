import { fail, redirect } from '@sveltejs/kit';
import { changePassword } from '#lib/server/accounts/administrators.ts';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { passwordProblem, shortestPassword } from '#lib/server/accounts/passwords.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { closeSessionsOf } from '#lib/server/accounts/sessions.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database, originals } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import { emptyDemonstration } from '#lib/server/submissions/empty-demonstration.ts';
import type { Actions, PageServerLoad } from './$types.js';

const done = {
	clave: 'La contraseña cambió. Las demás sesiones se cerraron.',
	sesiones: 'Las demás sesiones se cerraron.',
	demo: 'Las municipalidades inventadas y sus cifras se quitaron.'
} as const;

export const load: PageServerLoad = ({ locals, url }) => {
	const { name, email } = requireUser(locals);
	const what = url.searchParams.get('hecho');
	return {
		name,
		email,
		shortestPassword,
		askToEmpty: url.searchParams.has('vaciar'),
		done: Object.entries(done).find(([key]) => key === what)?.[1]
	};
};

export const actions: Actions = {
	clave: async ({ locals, request, cookies }) => {
		const user = requireUser(locals);
		const read = await formOrRefusal(request);
		if (read.refusal) return fail(read.refusal.status, { present: read.refusal.message });
		const password = textOf(read.form, 'nueva');
		const weak = passwordProblem(password, user);
		if (weak) return fail(400, { next: weak });

		const changed = await changePassword(database(), {
			account: user.id,
			present: textOf(read.form, 'actual'),
			password,
			keep: sessionCookie(currentSettings().baseUrl).read(cookies)
		});
		if (!changed) return fail(400, { present: 'La contraseña actual no es correcta. Revísela.' });
		redirect(303, '/cuenta?hecho=clave');
	},

	sesiones: async ({ locals, cookies }) => {
		const { id } = requireUser(locals);
		const except = sessionCookie(currentSettings().baseUrl).read(cookies);
		await closeSessionsOf(database(), { account: id, except });
		redirect(303, '/cuenta?hecho=sesiones');
	},

	/** What cannot be undone is asked once more, on the page itself. */
	vaciarDemo: async ({ locals, request }) => {
		const user = requireUser(locals);
		const read = await formOrRefusal(request);
		if (!read.form || !read.form.has('seguro')) redirect(303, '/cuenta?vaciar#vaciar');
		await emptyDemonstration(database(), { originals: originals(), account: user.id });
		redirect(303, '/cuenta?hecho=demo');
	}
};
