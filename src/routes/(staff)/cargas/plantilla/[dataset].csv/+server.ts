import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { templateCsv } from '#lib/intake/template.ts';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import { askedTemplates, separator, templateName } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/**
 * The template of a dataset, with the mark by which Excel knows UTF-8. `?separador=punto-y-coma` for
 * the Excels that split by it, remembered; `?municipio=` and `?trimestre=` fill it.
 */
export const GET: RequestHandler = async ({ params, url, locals, cookies }) => {
	const dataset = findDataset(params.dataset);
	if (!dataset) error(404, 'No existe ese conjunto de datos.');

	const { sheets, names } = await askedTemplates([dataset], { url, locals });
	const delimiter = separator(url, cookies);
	const text = templateCsv(dataset, { delimiter, rows: sheets[0]?.rows, names });
	return new Response(`\uFEFF${text}`, {
		headers: {
			...attachmentHeaders(templateName(dataset.id, url, 'csv'), 'text/csv; charset=utf-8'),
			'cache-control': 'private, no-cache'
		}
	});
};
