import { datasets } from '#lib/datasets/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({
	datasets: datasets.map(({ id, title, description, filledBy, columns }) => ({
		id,
		title,
		description,
		filledBy,
		columns: Object.keys(columns).length
	}))
});
