import { categoryOrder } from '../domain/codes.ts';
import type { Period } from '../domain/period.ts';
import { addQuarters, isQuarter } from '../domain/quarter.ts';
import { businessesAt } from './businesses.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure } from './measure.ts';
import { reportOf, type Offer } from './offers.ts';
import { plain, ratio } from './outcome.ts';
import { known, unknown, type Quantity } from './quantity.ts';
import { serviceBasics } from './servicios.ts';

/** Categories with any active service; unknown when one of the five was not reported. */
function coveredCategories(facts: Facts, quarter: Period): Quantity | undefined {
	const report = reportOf(facts, quarter);
	if (report.size === 0) return undefined;
	const rows = [...report.values()].flatMap((category) => category.rows);
	if (report.size < categoryOrder.length)
		return unknown('no_calculable', ['faltan_categorias'], rows);
	return known([...report.values()].filter(({ offers }) => offers.size > 0).length, rows);
}

export const SRV07 = defineIndicator({
	...serviceBasics,
	id: 'SRV07',
	slug: 'categorias-cubiertas',
	title: 'Categorías cubiertas',
	shortTitle: 'Categorías cubiertas',
	question: '¿Cuántas de las cinco categorías tienen algún servicio?',
	unit: 'de 5',
	decimals: 0,
	direction: 'higher',
	group: 'weighted',
	featured: true,
	measures: [
		measure({
			formula: 'categorías con servicio activo',
			inputs: {
				covered: { label: 'categorías con servicio activo', column: 'servicios.categoria' }
			},
			read: (facts, quarter) => {
				const covered = coveredCategories(facts, quarter);
				return covered && { covered };
			},
			compute: ({ covered }) => plain(covered),
			weight: businessesAt
		})
	],
	note: 'Solo cuando se informaron las cinco, aunque sea para decir que no hay servicio.'
});

/** Every active offer of a quarter by category, institution and service. */
function allOffers(facts: Facts, quarter: Period): Map<string, Offer> {
	const found = new Map<string, Offer>();
	for (const [category, { offers }] of reportOf(facts, quarter))
		for (const [key, offer] of offers) found.set(`${category}|${key}`, offer);
	return found;
}

/** Offers of a year ago, and those of them that are still active. */
function readPermanence(facts: Facts, quarter: Period) {
	if (!isQuarter(quarter)) return undefined;
	const now = reportOf(facts, quarter);
	if (now.size === 0) return undefined;

	const before = addQuarters(quarter, -4);
	if (reportOf(facts, before).size === 0) {
		const missing = unknown('no_calculable', ['sin_anio_anterior']);
		return { kept: missing, earlier: missing };
	}
	const offers = allOffers(facts, quarter);
	const earlier = allOffers(facts, before);
	const old = [...earlier.values()].map(({ fact }) => fact);
	// Nobody knows whether the services of a category that was not reported are still there.
	const silent = [...reportOf(facts, before)].some(
		([category, report]) => report.offers.size > 0 && !now.has(category)
	);
	const kept = [...earlier.keys()].flatMap((key) => offers.get(key)?.fact ?? []);
	return {
		kept: silent ? unknown('no_calculable', ['faltan_categorias']) : known(kept.length, kept),
		earlier: known(earlier.size, old)
	};
}

function readMunicipal(facts: Facts, quarter: Period) {
	if (reportOf(facts, quarter).size === 0) return undefined;
	const offers = [...allOffers(facts, quarter).values()];
	const own = offers.filter(({ institutionType }) => institutionType === 'municipal');
	const rows = offers.map(({ fact }) => fact);
	const untold = offers.some(({ institutionType }) => institutionType === null);
	return {
		own: untold
			? unknown('no_calculable', ['falta_tipo_institucion'], rows)
			: known(
					own.length,
					own.map(({ fact }) => fact)
				),
		offers: known(offers.length, rows)
	};
}

export const SRV08 = defineIndicator({
	...serviceBasics,
	id: 'SRV08',
	slug: 'permanencia-de-servicios',
	title: 'Permanencia de los servicios',
	shortTitle: 'Permanencia',
	question: '¿Siguen activos los servicios de hace un año, y cuántos da la propia municipalidad?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	source: 'REMURPE 2003, II.1',
	measures: [
		measure({
			formula: '100 × servicios que siguen activos ÷ servicios activos hace un año',
			factor: 100,
			inputs: {
				kept: { label: 'servicios que siguen activos', column: 'servicios.estado' },
				earlier: { label: 'servicios activos hace un año', column: 'servicios.estado' }
			},
			read: readPermanence,
			compute: ({ kept, earlier }) => ratio(kept, earlier, 100)
		}),
		measure({
			dimension: 'municipal',
			label: 'Servicios de la municipalidad',
			formula: '100 × servicios municipales activos ÷ servicios activos',
			direction: 'lower',
			factor: 100,
			inputs: {
				own: { label: 'servicios municipales activos', column: 'servicios.tipo_institucion' },
				offers: { label: 'servicios activos', column: 'servicios.estado' }
			},
			read: readMunicipal,
			compute: ({ own, offers }) => ratio(own, offers, 100)
		})
	],
	note: 'El papel de la municipalidad es subsidiario y temporal: que su parte baje es lo buscado cuando otros toman el servicio.'
});
