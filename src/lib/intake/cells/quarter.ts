import { fold } from '#lib/domain/names.ts';
import { isQuarter, quarterEnd, quarterOfDate, type Quarter } from '#lib/domain/quarter.ts';
import { periodFindings } from '../findings/periods.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Words that say «quarter», and the endings of ordinals. */
const marks = new Set(['t', 'q', 'tri', 'trim', 'trimestre', 'trimestral']);
const endings = new Set(['er', 'ero', 'ro', 'do', 'to', 'mo', 'de', 'del', 'ano', 'o']);

const unmarked: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const marked: Readonly<Record<string, number>> = {
	'1': 1,
	'2': 2,
	'3': 3,
	'4': 4,
	primer: 1,
	primero: 1,
	segundo: 2,
	tercer: 3,
	tercero: 3,
	cuarto: 4
};

/** Reads the ways in which people write a quarter. `2025-3` is none: it may be March. */
export function quarterIn(text: string): Quarter | undefined {
	if (isQuarter(text)) return text;
	if (text.length > 40) return undefined;

	const words = fold(text)
		.replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
		.split(' ');
	const years = words.filter((word) => /^(19|20)\d{2}$/.test(word));
	const rest = words.filter((word) => !years.includes(word) && !endings.has(word));
	const names = rest.filter((word) => !marks.has(word));
	const [year] = years;
	const [name] = names;
	if (years.length !== 1 || names.length !== 1 || year === undefined || name === undefined) {
		return undefined;
	}

	const isMarked = rest.length > names.length;
	const table = isMarked ? { ...unmarked, ...marked } : unmarked;
	const number = Object.hasOwn(table, name) ? table[name] : undefined;
	const quarter = `${year}-T${number}`;
	return isQuarter(quarter) ? quarter : undefined;
}

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
	const month = /^((?:19|20)\d{2})[-/ ](0?[1-9]|1[0-2])$/.exec(text);
	if (month?.[1] && month[2]) {
		const number = Number(month[2]);
		return number <= 4
			? {
					why: `No se sabe si es el trimestre ${number} o el mes ${number}.`,
					suggestion: `${month[1]}-T${number}`
				}
			: { why: 'Es un mes, no un trimestre.', suggestion: `${month[1]}-T${Math.ceil(number / 3)}` };
	}
	if (/^(19|20)\d{2}$/.test(text)) return { why: 'Es un año; falta el trimestre.' };
	if (/[tq]\s*-?\s*(0|[5-9]|\d{2,})\b/i.test(text)) {
		return { why: 'Un año tiene los trimestres T1 a T4.' };
	}
	if (/^[34]\d{4}(\.0)?$/.test(text)) {
		return { why: 'Excel guardó la fecha como un número de serie.' };
	}
	if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text))
		return { why: 'Es una fecha, no un trimestre.' };
	if (/(^|\D)\d{2}$/.test(text)) return { why: 'El año debe llevar cuatro cifras.' };
	return { why: 'No es un trimestre.' };
}
