import { redirect } from '@sveltejs/kit';
import { requireUser } from '#lib/server/accounts/require.ts';
import type { PageServerLoad } from './$types.js';
import { currentAddress } from './current-address.ts';
import { visible } from './submission.ts';

/** The address that leads to the screen that waits for a person. */
export const load: PageServerLoad = async ({ locals, params }) => {
	requireUser(locals);
	redirect(303, await currentAddress(locals, await visible(locals, params.id)));
};
