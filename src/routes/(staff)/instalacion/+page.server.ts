import { error, fail, redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { shortestPassword } from '#lib/server/accounts/passwords.ts';
import { readPerson } from '#lib/server/accounts/person.ts';
import { openSession } from '#lib/server/accounts/sessions.ts';
import { completeSetup, isSetupOpen } from '#lib/server/accounts/setup.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database } from '#lib/server/database.ts';
import { formOrRefusal, textOf } from '#lib/server/forms/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const missing = () =>
	error(404, 'Este enlace no existe, ya se usó o venció. Reinicie el servidor para obtener otro.');

export const load: PageServerLoad = async ({ url, setHeaders }) => {
	const token = url.searchParams.get('clave') ?? '';
	if (!(await isSetupOpen(database(), { token, now: new Date() }))) missing();
	// The address holds a secret: it goes nowhere and stays in no cache.
	setHeaders({ 'referrer-policy': 'no-referrer' });
	return { shortestPassword };
};

export const actions: Actions = {
	default: async ({ request, url, cookies }) => {
		const token = url.searchParams.get('clave') ?? '';
		const now = new Date();
		if (!(await isSetupOpen(database(), { token, now }))) missing();

		const read = await formOrRefusal(request);
		if (read.refusal)
			return fail(read.refusal.status, { problems: { name: read.refusal.message } });
		const [name, email] = [textOf(read.form, 'nombre'), textOf(read.form, 'correo')];
		const { person, problems } = readPerson({ name, email, password: textOf(read.form, 'clave') });
		if (!person) return fail(400, { problems, name, email });

		const account = await completeSetup(database(), { token, person, now });
		if (!account) missing();
		else {
			const session = await openSession(database(), { account, now });
			sessionCookie(currentSettings().baseUrl).write(cookies, session);
		}
		redirect(303, '/cargas');
	}
};
