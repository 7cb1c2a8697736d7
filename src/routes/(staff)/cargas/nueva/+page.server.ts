import { fail, redirect } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { requireUser } from '#lib/server/accounts/require.ts';
import { newSecret } from '#lib/server/accounts/secrets.ts';
import { currentSettings } from '#lib/server/current-settings.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { datasetGroups } from '../dataset-groups.ts';
import { plainSteps } from '../steps.ts';
import { takeIn } from './take-in.ts';
import { templateChoice } from './templates.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireUser(locals);
	return {
		steps: plainSteps('elegir'),
		datasets: datasetGroups,
		chosen: findDataset(url.searchParams.get('conjunto') ?? '')?.id ?? '',
		limit: Math.floor((currentSettings().uploadLimit / 1024 / 1024) * 10) / 10,
		template: await templateChoice(url.searchParams, locals.viewer),
		// The same form sent twice is one submission.
		key: newSecret()
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const user = requireUser(locals);
		let address: string;
		try {
			address = await takeIn(request, { account: user.id, viewer: locals.viewer });
		} catch (error) {
			if (error instanceof Refusal) return fail(error.status, { message: error.message });
			throw error;
		}
		redirect(303, address);
	}
};
