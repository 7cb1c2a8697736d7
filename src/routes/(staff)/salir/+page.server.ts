import { redirect } from '@sveltejs/kit';
import { noteDeed } from '#lib/server/accounts/audit.ts';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { closeSession } from '#lib/server/accounts/sessions.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { database } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals }) => ({ name: locals.user?.name ?? null });

export const actions: Actions = {
	default: async ({ locals, cookies }) => {
		const cookie = sessionCookie(currentSettings().baseUrl);
		const token = cookie.read(cookies);
		if (token) await closeSession(database(), token);
		if (locals.user) {
			const { id } = locals.user;
			await noteDeed(database(), { account: id, action: 'salir', subject: id });
		}
		cookie.clear(cookies);
		redirect(303, '/');
	}
};
