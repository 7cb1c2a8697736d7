import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { isPeriod } from '#lib/domain/period.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import { templateCsv } from '#lib/intake/template.ts';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import type { RequestHandler } from './$types.js';

/**
 * The template of a dataset, with the mark by which Excel knows UTF-8. `?separador=punto-y-coma` for
 * the Excels that split by it; `?municipio=` and `?periodo=` start the first row.
 */
export const GET: RequestHandler = ({ params, url }) => {
	const dataset = findDataset(params.dataset);
	if (!dataset) error(404, 'No existe ese conjunto de datos.');

	const delimiter = url.searchParams.get('separador') === 'punto-y-coma' ? ';' : ',';
	const text = templateCsv(dataset, { delimiter, rows: startOf(dataset, url.searchParams) });
	return new Response(`\uFEFF${text}`, {
		headers: {
			...attachmentHeaders(`plantilla-${dataset.id}.csv`, 'text/csv; charset=utf-8'),
			'cache-control': 'public, max-age=3600'
		}
	});
};

function startOf(dataset: Dataset, parameters: URLSearchParams): Record<string, string>[] {
	const municipality = parameters.get('municipio') ?? '';
	const period = parameters.get('periodo') ?? '';
	const row = {
		...(dataset.municipality && isUbigeo(municipality) && { [dataset.municipality]: municipality }),
		...(dataset.period && isPeriod(period) && { [dataset.period]: period })
	};
	return Object.keys(row).length > 0 ? [row] : [];
}
