import { categoryOrder, serviceCategories, type ServiceCategory } from '#lib/domain/codes.ts';
import type { Period } from '#lib/domain/period.ts';
import { quarterName, type Quarter } from '#lib/domain/quarter.ts';
import { indexChangeWords } from './change.ts';
import { names } from './list.ts';
import { since as sinceWords } from './since.ts';
import { number } from './number.ts';

/** Whether a municipality reported the quarter shown, and when it last did. */
export function lastReportSentence({
	name,
	quarter,
	last
}: {
	name: string;
	quarter: Quarter | null;
	last: Quarter | null;
}): string {
	if (last === null) return `${name} todavía no ha informado ningún trimestre.`;
	if (quarter === null || last === quarter) return `${name} informó el ${quarterName(last)}.`;
	return `${name} no informó el ${quarterName(quarter)}; lo último que informó es el ${quarterName(last)}.`;
}

/** Whether a category has a service: 1, 0, or null for not reported. */
export type Offer = Readonly<Record<ServiceCategory, 0 | 1 | null>>;

/** Which of the five services there are, which there are not, and of which nothing is known. */
export function offerSentence(offer: Offer): string {
	const label = (category: ServiceCategory) => serviceCategories[category];
	const has = categoryOrder.filter((category) => offer[category] === 1);
	const lacks = categoryOrder.filter((category) => offer[category] === 0).map(label);
	const unknown = categoryOrder.filter((category) => offer[category] === null).map(label);

	if (unknown.length === 5) return 'No informó sobre los servicios para empresas.';
	const level =
		has.length === 5
			? 'Hay servicios en las 5 categorías'
			: has.length === 0
				? 'No hay servicios en ninguna categoría informada'
				: `Hay servicios en ${has.length} de las 5 categorías`;
	const missing = lacks.length > 0 && has.length > 0 ? `; no hay en ${names(lacks)}` : '';
	const silent = unknown.length > 0 ? `; no informó sobre ${names(unknown)}` : '';
	return `${level}${missing}${silent}.`;
}

/**
 * The index, its change against another quarter, and the category that explains most of it. Never a
 * position: none is published before its robustness is known.
 */
export function indexOfOne({
	value,
	partial,
	change,
	since,
	contributions
}: {
	value: number | null;
	partial: boolean;
	change: number | null;
	since: Period | null;
	/** Points of the change by category. */
	contributions: Partial<Record<ServiceCategory, number>>;
}): string {
	if (value === null) return 'Su índice IDEL no se puede calcular: faltan categorías por informar.';
	const level = `Su índice IDEL es ${number(value, 1)} de 100${partial ? ' (parcial: falta una parte de los datos)' : ''}`;
	if (change === null || since === null) return `${level}.`;
	const words = indexChangeWords(change);
	if (words === 'sin cambio') return `${level}, sin cambio ${sinceWords(since)}.`;
	const cause = mainCause(change, contributions);
	return `${level}: ${words} ${sinceWords(since)}${cause ? `, sobre todo por ${cause}` : ''}.`;
}

// The category behind at least half of the change, in the same direction; undefined when it is shared.
function mainCause(
	change: number,
	contributions: Partial<Record<ServiceCategory, number>>
): string | undefined {
	const category = categoryOrder.find((code) => (contributions[code] ?? 0) / change >= 0.5);
	return category && serviceCategories[category];
}
