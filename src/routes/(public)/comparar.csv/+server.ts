import { error } from '@sveltejs/kit';
import { attachmentHeaders } from '#lib/server/attachment.ts';
import { writeCsv, type CsvRow } from '#lib/server/csv.ts';
import { database } from '#lib/server/database.ts';
import { valueAddress } from '#lib/words/origin.ts';
import { fewest, readAsked } from '../comparar/asked.ts';
import { readChoices } from '../comparar/choices.ts';
import { compare, type Comparison } from '../comparar/compare.ts';
import type { RequestHandler } from './$types.js';

const columns = [
	'indicador',
	'dimension',
	'titulo',
	'unidad',
	'diferencia',
	'diferencia_relativa',
	'municipio',
	'nombre',
	'periodo',
	'valor',
	'estado',
	'avisos',
	'origen',
	'demostracion'
];

/**
 * The table of differences of `/comparar?m=…`, one row for each indicator and municipality, with the
 * mark by which Excel knows UTF-8. `?separador=punto-y-coma` for the Excels that split by it.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
	const db = database();
	const viewer = locals.viewer;
	const asked = { ...readAsked(url.searchParams), adding: '' };
	const { chosen, unknown, leftOut, quarter } = await readChoices(db, { viewer, asked });
	if (unknown.length > 0) error(404, `No existe el municipio «${unknown[0]}».`);
	if (chosen.length < fewest || leftOut.length > 0) error(400, 'Elija de 2 a 6 municipalidades.');

	const comparison = await compare(db, { viewer, chosen, quarter, order: asked.order });
	const rows = comparison ? rowsOf(comparison, url.origin) : [];
	const delimiter = url.searchParams.get('separador') === 'punto-y-coma' ? ';' : ',';
	const name = ['comparacion', ...chosen.map(({ ubigeo }) => ubigeo)].join('-');
	return new Response(writeCsv(columns, rows, { people: { delimiter } }), {
		headers: {
			...attachmentHeaders(`${name}.csv`, 'text/csv; charset=utf-8'),
			...(chosen.some(({ fictional }) => fictional) && { 'x-robots-tag': 'noindex' })
		}
	});
};

function rowsOf({ chosen, differences }: Comparison, site: string): CsvRow[] {
	return differences.flatMap(({ compared, figures, gap }) =>
		chosen.map(({ ubigeo, name, fictional }, place) => {
			const figure = figures[place];
			return {
				indicador: compared.id,
				dimension: compared.dimension,
				titulo: compared.title,
				unidad: compared.unit,
				diferencia: gap && gap.high - gap.low,
				diferencia_relativa: gap?.share,
				municipio: ubigeo,
				nombre: name,
				periodo: figure?.period,
				valor: figure?.value,
				estado: figure?.state,
				avisos: [...(figure?.flags ?? []), ...(figure?.provisional ? ['provisional'] : [])].join(
					'; '
				),
				origen:
					figure?.period &&
					`${site}${valueAddress({ slug: compared.slug, of: ubigeo, period: figure.period, measure: compared.dimension })}`,
				demostracion: fictional
			};
		})
	);
}
