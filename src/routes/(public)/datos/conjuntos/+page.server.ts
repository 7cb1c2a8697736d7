import { datasets } from '#lib/datasets/index.ts';
import type { PageServerLoad } from './$types.js';

/** The kinds of file there are. */
export const load: PageServerLoad = () => ({
	datasets: datasets.map(({ id, title, description, filledBy, columns }) => ({
		id,
		title,
		description,
		filledBy,
		columns: Object.keys(columns).length
	}))
});
