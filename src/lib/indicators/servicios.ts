import type { ServiceCategory } from '../domain/codes.ts';
import { businesses, businessesAt } from './businesses.ts';
import { defineIndicator } from './define.ts';
import { measure, type DeclaredMeasure } from './measure.ts';
import {
	categories,
	institutionsIn,
	reportOf,
	serviceQuarters,
	typesIn,
	type CategoryReport
} from './offers.ts';
import { plain, ratio } from './outcome.ts';
import { known } from './quantity.ts';
import type { Period } from '../domain/period.ts';
import type { Facts } from './facts.ts';

export const serviceBasics = {
	family: 'SRV',
	frequency: 'quarter',
	source: 'CEPAL/GTZ 2000, V',
	periods: serviceQuarters
} as const;

export const offersInput = { label: 'servicios activos', column: 'servicios.estado' };

/** One measure for each of the five categories. */
export function perCategory(
	make: (shown: { dimension: ServiceCategory; label: string }) => DeclaredMeasure
): DeclaredMeasure[] {
	return categories.map(({ code, label }) => make({ dimension: code, label }));
}

/** A count over the active offers of a category; nothing when the category was not reported. */
export function countOffers(category: ServiceCategory, count: (report: CategoryReport) => number) {
	return (facts: Facts, quarter: Period) => {
		const report = reportOf(facts, quarter).get(category);
		if (!report) return undefined;
		return known(count(report), report.active.length > 0 ? report.active : report.rows);
	};
}

export const SRV01 = defineIndicator({
	...serviceBasics,
	id: 'SRV01',
	slug: 'disponibilidad-de-servicios',
	title: 'Disponibilidad de servicios',
	shortTitle: 'Disponibilidad',
	question: '¿Hay algún servicio activo de cada categoría?',
	unit: '0 o 1',
	decimals: 0,
	direction: 'higher',
	group: 'weighted',
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: 'mínimo(1; servicios activos)',
			inputs: { offers: offersInput },
			read: (facts, quarter) => {
				const offers = countOffers(shown.dimension, (report) => report.offers.size)(facts, quarter);
				return offers && { offers };
			},
			compute: ({ offers }) => plain(Math.min(1, offers)),
			weight: businessesAt
		})
	),
	note: '1 si hay al menos un servicio activo; 0 si se informó que no hay. Una categoría sin fila no se informó y queda sin dato.'
});

export const SRV02 = defineIndicator({
	...serviceBasics,
	id: 'SRV02',
	slug: 'variedad-de-servicios',
	title: 'Variedad de servicios',
	shortTitle: 'Variedad',
	question: '¿Cuántos tipos de servicio hay en cada categoría?',
	unit: 'tipos',
	decimals: 0,
	direction: 'higher',
	group: 'weighted',
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: 'tipos de servicio activos',
			inputs: {
				types: { label: 'tipos de servicio activos', column: 'servicios.tipo_servicio' }
			},
			read: (facts, quarter) => {
				const types = countOffers(shown.dimension, typesIn)(facts, quarter);
				return types && { types };
			},
			compute: ({ types }) => plain(types),
			weight: businessesAt
		})
	),
	note: 'Cada categoría tiene cuatro tipos. «Otro» cuenta como servicio y no como tipo.'
});

export const SRV03 = defineIndicator({
	...serviceBasics,
	id: 'SRV03',
	slug: 'proveedores-de-servicios',
	title: 'Proveedores de servicios',
	shortTitle: 'Proveedores',
	question: '¿Cuántas instituciones dan servicios de cada categoría?',
	unit: 'instituciones',
	decimals: 0,
	direction: 'higher',
	group: 'sum',
	featured: true,
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: 'instituciones con servicio activo',
			inputs: {
				providers: { label: 'instituciones con servicio activo', column: 'servicios.institucion' }
			},
			read: (facts, quarter) => {
				const providers = countOffers(shown.dimension, institutionsIn)(facts, quarter);
				return providers && { providers };
			},
			compute: ({ providers }) => plain(providers)
		})
	),
	note: 'Una institución que da servicios de dos categorías cuenta en las dos. En un grupo se suman las de cada lugar.'
});

export const SRV04 = defineIndicator({
	...serviceBasics,
	id: 'SRV04',
	slug: 'densidad-de-oferta',
	title: 'Densidad de la oferta',
	shortTitle: 'Densidad de oferta',
	question: '¿Cuántos servicios hay por cada mil microempresas?',
	unit: 'por 1,000 microempresas',
	decimals: 2,
	direction: 'higher',
	group: 'ratio-of-sums',
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: '1000 × servicios activos ÷ microempresas',
			factor: 1000,
			inputs: { offers: offersInput, businesses },
			read: (facts, quarter) => {
				const offers = countOffers(shown.dimension, (report) => report.offers.size)(facts, quarter);
				return offers && { offers, businesses: businessesAt(facts, quarter) };
			},
			compute: (values) => ratio(values.offers, values.businesses, 1000)
		})
	),
	note: 'Un servicio es una institución que da un tipo de servicio.'
});
