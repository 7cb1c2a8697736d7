import { addQuarters, isQuarter, type Quarter } from '../domain/quarter.ts';
import type { Period } from '../domain/period.ts';
import type { ServiceCategory } from '../domain/codes.ts';
import type { Fact } from '../domain/record.ts';
import { businesses, businessesAt } from './businesses.ts';
import { defineIndicator } from './define.ts';
import type { Facts } from './facts.ts';
import { measure } from './measure.ts';
import { reportOf, serviceQuarters } from './offers.ts';
import { plain, ratio } from './outcome.ts';
import { cell, isOwed, known, sum, unknown, type Quantity } from './quantity.ts';
import { perCategory, serviceBasics } from './servicios.ts';

/**
 * Users over the active rows; blanks are passed over, unless all are blank. What does not apply and
 * what has nothing to report is not missing from the sum.
 */
function usersOf(facts: Facts, quarter: Period, category: ServiceCategory): Quantity | undefined {
	const report = reportOf(facts, quarter).get(category);
	if (!report) return undefined;

	const cells = report.active.map((row) => cell(row, 'usuarios'));
	const given = cells.filter(({ value }) => value !== null);
	if (given.length === 0) {
		const reason = cells.every((one) => one.reason === 'no_aplica') ? 'no_aplica' : 'no_calculable';
		const flags = cells.flatMap((one) => one.flags);
		const isPending = cells.some((one) => one.reason === 'no_reporto');
		const why = cells.length === 0 ? 'no_calculable' : isPending ? 'no_reporto' : reason;
		return unknown(why, ['sin_usuarios', ...flags], report.rows);
	}
	const users = sum(given);
	const isPart = report.active.some((row) => isOwed(row, 'usuarios'));
	return isPart ? { ...users, flags: [...users.flags, 'parcial'] } : users;
}

export const SRV05 = defineIndicator({
	...serviceBasics,
	id: 'SRV05',
	slug: 'alcance-de-servicios',
	title: 'Alcance de los servicios',
	shortTitle: 'Alcance',
	question: '¿Qué parte de las microempresas usó servicios de cada categoría?',
	unit: '%',
	decimals: 1,
	direction: 'higher',
	group: 'ratio-of-sums',
	featured: true,
	source: 'CEPAL/GTZ 2000, II.4',
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: '100 × microempresas atendidas ÷ microempresas',
			factor: 100,
			inputs: {
				users: { label: 'microempresas atendidas', column: 'servicios.usuarios' },
				businesses
			},
			read: (facts, quarter) => {
				const users = usersOf(facts, quarter, shown.dimension);
				return users && { users, businesses: businessesAt(facts, quarter) };
			},
			compute: (values) => ratio(values.users, values.businesses, 100)
		})
	),
	note: 'Una microempresa atendida por dos instituciones cuenta dos veces: puede pasar de 100. Queda fuera del índice porque muchas veces no se sabe.'
});

/** Quarters in a row without a report that do not break a run. */
const longestSilence = 2;

/** Quarters with an active service, back to the last reported one without. */
function runOf(facts: Facts, quarter: Quarter, category: ServiceCategory): Quantity | undefined {
	if (!reportOf(facts, quarter).get(category)) return undefined;

	const first = serviceQuarters(facts)[0] ?? quarter;
	const used: Fact[] = [];
	let quarters = 0;
	let silence = 0;
	for (let at = quarter; at >= first && silence <= longestSilence; at = addQuarters(at, -1)) {
		const report = reportOf(facts, at).get(category);
		silence = report ? 0 : silence + 1;
		if (!report) continue;
		used.push(...report.rows);
		if (report.offers.size === 0) break;
		quarters++;
	}
	return known(quarters, used);
}

export const SRV06 = defineIndicator({
	...serviceBasics,
	id: 'SRV06',
	slug: 'continuidad-de-servicios',
	title: 'Continuidad de los servicios',
	shortTitle: 'Continuidad',
	question: '¿Cuántos trimestres seguidos lleva cada categoría con algún servicio?',
	unit: 'trimestres',
	decimals: 0,
	direction: 'higher',
	group: 'median',
	measures: perCategory((shown) =>
		measure({
			...shown,
			formula: 'trimestres con servicio desde el último sin servicio',
			inputs: {
				quarters: {
					label: 'trimestres con servicio desde el último sin servicio',
					column: 'servicios.estado'
				}
			},
			read: (facts, quarter) => {
				const quarters = isQuarter(quarter) && runOf(facts, quarter, shown.dimension);
				return quarters ? { quarters } : undefined;
			},
			compute: ({ quarters }) => plain(quarters)
		})
	),
	note: 'Un trimestre sin informar ni suma ni corta la cuenta; tres seguidos sí la cortan. Queda fuera del índice.'
});
