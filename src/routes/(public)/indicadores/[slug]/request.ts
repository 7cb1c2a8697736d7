import { error } from '@sveltejs/kit';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import type { Indicator, Measure } from '#lib/indicators/types.ts';

/** Orders of the list of municipalities: by name, or the largest value first. */
export type Order = 'nombre' | 'valor';

/** What the address of an indicator asks for besides group and quarter. */
export type Request = {
	readonly measure: Measure;
	readonly order: Order;
	readonly municipality: string | null;
	readonly page: number;
};

/** Municipalities on one page of the list. */
export const perPage = 50;

/**
 * Reads `?medida=`, `?orden=`, `?municipio=` and `?pagina=`. Anybody may sort what is not judged; a
 * judged indicator is sorted for staff alone, so that no public page prints a bottom.
 */
export function readRequest(url: URL, indicator: Indicator, isStaff: boolean): Request {
	const wanted = url.searchParams.get('medida');
	const measure = indicator.measures.find(({ dimension }) => dimension === (wanted ?? ''));
	if (wanted !== null && !measure) error(404, 'El indicador no tiene esa medida.');

	const municipality = url.searchParams.get('municipio');
	if (municipality && !isUbigeo(municipality)) error(400, 'El ubigeo tiene seis cifras.');

	const chosen = measure ?? indicator.measures[0];
	if (!chosen) error(404, 'El indicador no tiene medidas.');
	return {
		measure: chosen,
		order:
			url.searchParams.get('orden') === 'valor' && maySort(indicator, chosen, isStaff)
				? 'valor'
				: 'nombre',
		municipality: municipality || null,
		page: Math.max(1, Math.floor(Number(url.searchParams.get('pagina'))) || 1)
	};
}

/** Whether the list may be put in the order of its values. */
export function maySort(indicator: Indicator, measure: Measure, isStaff: boolean): boolean {
	return isStaff || (measure.direction ?? indicator.direction) === 'neutral';
}
