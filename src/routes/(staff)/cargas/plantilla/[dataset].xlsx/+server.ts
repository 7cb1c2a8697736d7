import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { workbookAnswer } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/** The template of a dataset as a workbook; `?municipio=` and `?trimestre=` fill it. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const dataset = findDataset(params.dataset);
	if (!dataset) error(404, 'No existe ese conjunto de datos.');
	return workbookAnswer(dataset.id, [dataset], { url, locals });
};
