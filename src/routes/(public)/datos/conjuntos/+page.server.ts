import { byFiller } from '#lib/datasets/fillers.ts';
import { datasets } from '#lib/datasets/index.ts';
import { catalogue } from '#lib/quality/catalogue.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({
	groups: byFiller(
		datasets.map(({ id, title, description, filledBy }) => ({ id, title, description, filledBy }))
	),
	rules: catalogue.map(({ id, severity, says }) => ({ id, severity, says }))
});
