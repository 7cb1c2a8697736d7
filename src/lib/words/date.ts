import { limaDateTime } from '#lib/domain/lima.ts';

const months = [
	'enero',
	'febrero',
	'marzo',
	'abril',
	'mayo',
	'junio',
	'julio',
	'agosto',
	'setiembre',
	'octubre',
	'noviembre',
	'diciembre'
] as const;

/** An ISO date as people read it: `21 de noviembre de 2026`. Peru writes «setiembre». */
export function longDate(date: string): string {
	const month = months[Number(date.slice(5, 7)) - 1];
	return `${Number(date.slice(8, 10))} de ${month} de ${date.slice(0, 4)}`;
}

/** An ISO date for tables: `21/11/2026`. */
export function shortDate(date: string): string {
	return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** An instant (ISO, UTC) as people in Lima read it: `21/11/2026, 14:05`. */
export function limaMoment(instant: string): string {
	const text = limaDateTime(new Date(instant));
	return `${shortDate(text.slice(0, 10))}, ${text.slice(11)}`;
}
