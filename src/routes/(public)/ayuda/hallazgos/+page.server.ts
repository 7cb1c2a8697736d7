import { catalogue, stages, type Stage } from '#lib/intake/catalogue/index.ts';
import type { PageServerLoad } from './$types.js';

const weights = { error: 'Error', warning: 'Advertencia', notice: 'Aviso' } as const;

/** Every code that the check of a file can give, by the stage in which it appears. */
export const load: PageServerLoad = () => ({
	stages: (Object.keys(stages) as Stage[]).map((stage) => ({
		id: stage,
		title: stages[stage],
		entries: catalogue()
			.filter((entry) => entry.stage === stage)
			.map(({ code, severity, title, when, mend, example }) => ({
				code,
				weight: weights[severity],
				title,
				when,
				mend,
				example: example?.message ?? null
			}))
	}))
});
