import { quarterEnd, quarterOfDate } from '#lib/domain/quarter.ts';
import { periodFindings } from '../findings/periods.ts';
import { quarterIn } from './quarter-words.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads a quarter; one that has not begun is refused when the column tells what is reported. */
export function readQuarter(
	{ text, spot, column }: Cell,
	{ today, isPeriod }: { today: string; isPeriod: boolean }
): Read {
	const quarter = quarterIn(text);
	if (quarter === undefined) {
		const { why, suggestion } = whyNot(text);
		const finding = periodFindings.notAQuarter(spot, why, suggestion, exampleOf(column));
		return { value: null, finding };
	}

	const running = quarterOfDate(today);
	if (isPeriod && quarter > running) {
		return { value: null, finding: periodFindings.futureQuarter(spot, quarter, running) };
	}
	if (quarter !== text) {
		return { value: quarter, finding: periodFindings.quarterRead(spot, quarter), once: text };
	}
	return isPeriod && quarterEnd(quarter) > today
		? { value: quarter, finding: periodFindings.runningQuarter(spot, quarter), once: text }
		: { value: quarter };
}

/** What looks wrong in a text that is no quarter, and the right form when it can be told. */
function whyNot(text: string): { why: string; suggestion?: string } {
	const month =
		/^(?<year>(?:19|20)\d{2})[-/. ](?<month>0?[1-9]|1[0-2])$/.exec(text) ??
		/^(?<month>0?[1-9]|1[0-2])[-/. ](?<year>(?:19|20)\d{2})$/.exec(text);
	if (month?.groups) {
		const { year, month: digits = '' } = month.groups;
		const number = Number(digits);
		// With its zero it is written as a month.
		return number <= 4 && digits.length === 1
			? {
					why: `No se sabe si es el trimestre ${number} o el mes ${number}.`,
					suggestion: `${year}-T${number}`
				}
			: { why: 'Es un mes, no un trimestre.', suggestion: `${year}-T${Math.ceil(number / 3)}` };
	}
	if (/^(19|20)\d{2}$/.test(text)) return { why: 'Es un año; falta el trimestre.' };
	const short =
		/^(?:t|q)?\s*-?\s*([1-4])\s*(?:t|q|er|do|to)?\W+(\d{2})$|^([1-4])\s*[tq](\d{2})$/i.exec(text);
	if (short) {
		const suggestion = `20${short[2] ?? short[4]}-T${short[1] ?? short[3]}`;
		return { why: 'El año debe llevar cuatro cifras.', suggestion };
	}
	if (/(^|[^a-z])[tq]\s*-?\s*(0|[5-9]|\d{2,})\b/i.test(text)) {
		return { why: 'Un año tiene los trimestres T1 a T4.' };
	}
	if (!/\d{2}/.test(text) && quarterIn(`${text} 2000`) !== undefined) {
		return { why: 'Falta el año.' };
	}
	if (/^[34]\d{4}(\.0)?$/.test(text)) {
		return { why: 'Excel guardó la fecha como un número de serie.' };
	}
	if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text))
		return { why: 'Es una fecha, no un trimestre.' };
	if (/(^|\D)\d{2}$/.test(text)) return { why: 'El año debe llevar cuatro cifras.' };
	return { why: 'No es un trimestre.' };
}
