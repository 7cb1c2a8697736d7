import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { indicators } from '#lib/indicators/index.ts';
import { qualityRules } from '#lib/quality/index.ts';
import { describeDataset } from './describe.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const dataset = findDataset(params.id);
	if (!dataset) error(404, 'No existe ese conjunto de datos.');

	const used = indicators.filter(({ inputs }) =>
		inputs.some(({ column }) => column.startsWith(`${dataset.id}.`))
	);
	return {
		dataset: describeDataset(dataset, qualityRules(dataset)),
		indicators: used.map(({ id, slug, title }) => ({ id, slug, title }))
	};
};
