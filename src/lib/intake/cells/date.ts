import { periodFindings } from '../findings/periods.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads `30/09/2025` (day first, always) or `2025-09-30`, as an ISO date. No time zone takes part. */
export function readDate({ text, spot, column }: Cell): Read {
	const date = dateIn(text);
	if (typeof date === 'string') return { value: date };
	return { value: null, finding: periodFindings.notADate(spot, date.why, exampleOf(column)) };
}

function dateIn(text: string): string | { why: string } {
	// Excel adds midnight to a date without time.
	const plain = text.replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/, '');
	if (/^\d{5}(\.\d+)?$/.test(plain))
		return { why: 'Excel guardó la fecha como un número de serie.' };
	if (/:/.test(plain)) return { why: 'Lleva una hora, y se espera solo la fecha.' };

	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
	const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
	const [year, month, day] = iso
		? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
		: local
			? [Number(local[3]), Number(local[2]), Number(local[1])]
			: [0, 0, 0];
	if (year === 0) {
		if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(plain)) {
			return { why: 'El año debe llevar cuatro cifras.' };
		}
		return { why: 'No es una fecha.' };
	}
	if (month > 12 && day <= 12) return { why: 'El día va primero y después el mes.' };
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
		return { why: 'Ese día no existe en el calendario.' };
	}
	if (year < 1900 || year > 2100) return { why: 'El año debe estar entre 1900 y 2100.' };
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
