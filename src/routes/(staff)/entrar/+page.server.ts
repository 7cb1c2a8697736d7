import { fail, redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { guessingLimits } from '#lib/server/accounts/guessing.ts';
import { ownPath } from '#lib/server/accounts/own-path.ts';
import { closeSession } from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const refusals = {
	wrong: { status: 400, message: 'El correo o la contraseña no son correctos. Revíselos.' },
	'too-many': {
		status: 429,
		message: `Hubo demasiados intentos. Espere ${guessingLimits.window / 60_000} minutos y pruebe otra vez.`
	}
} as const;

export const load: PageServerLoad = ({ locals, url }) => {
	const next = ownPath(url.searchParams.get('next'), '/cargas');
	if (locals.user) redirect(303, next);
	return { next, asked: url.searchParams.has('next') };
};

export const actions: Actions = {
	default: async ({ request, cookies, getClientAddress }) => {
		const read = await formOrRefusal(request);
		if (read.refusal)
			return fail(read.refusal.status, { message: read.refusal.message, email: '' });
		const email = textOf(read.form, 'correo');
		const result = await signIn(database(), {
			email,
			password: textOf(read.form, 'clave'),
			address: getClientAddress(),
			now: new Date()
		});
		if ('refused' in result) {
			const { status, message } = refusals[result.refused];
			return fail(status, { message, email: email.slice(0, 254) });
		}

		const cookie = sessionCookie(currentSettings().baseUrl);
		const earlier = cookie.read(cookies);
		if (earlier) await closeSession(database(), earlier);
		cookie.write(cookies, result.token);
		redirect(303, ownPath(textOf(read.form, 'next'), '/cargas'));
	}
};
