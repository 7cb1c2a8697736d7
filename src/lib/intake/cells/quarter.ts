import { quarterEnd, quarterOfDate } from '#lib/domain/quarter.ts';
import { periodFindings } from '../findings/periods.ts';
import { isoDate, serialDate, wholeYear } from './calendar.ts';
import { quarterIn } from './quarter-words.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads a quarter; one that has not begun is refused when the column tells what is reported. */
export function readQuarter(
	{ text, spot, column }: Cell,
	{ today, isPeriod }: { today: string; isPeriod: boolean }
): Read {
	const running = quarterOfDate(today);
	const quarter = quarterIn(text);
	if (quarter === undefined) {
		const { why, suggestion, sure = false } = whyNot(text, today);
		const isMended = sure && suggestion !== undefined && !(isPeriod && suggestion > running);
		const said = {
			why,
			...(suggestion === undefined ? {} : { suggestion }),
			...(isMended ? { replacement: suggestion } : {})
		};
		return { value: null, finding: periodFindings.notAQuarter(spot, said, exampleOf(column)) };
	}
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

type WhyNot = {
	why: string;
	suggestion?: string;
	/** The suggestion is the only quarter that the text can stand for. */
	sure?: boolean;
};

/** What looks wrong in a text that is no quarter, and the right form when it can be told. */
function whyNot(text: string, today: string): WhyNot {
	const month =
		/^(?<year>(?:19|20)\d{2})[-/. ](?<month>0?[1-9]|1[0-2])$/.exec(text) ??
		/^(?<month>0?[1-9]|1[0-2])[-/. ](?<year>(?:19|20)\d{2})$/.exec(text);
	if (month?.groups) {
		const { year, month: digits = '' } = month.groups;
		const number = Number(digits);
		// With its zero it is written as a month; up to 4 it may yet be meant as a quarter.
		return number <= 4 && digits.length === 1
			? {
					why: `No se sabe si es el trimestre ${number} o el mes ${number}.`,
					suggestion: `${year}-T${number}`
				}
			: {
					why: 'Es un mes, no un trimestre.',
					suggestion: `${year}-T${Math.ceil(number / 3)}`,
					sure: number > 4
				};
	}
	if (/^(19|20)\d{2}$/.test(text)) return { why: 'Es un año; falta el trimestre.' };
	const short = shortYear(text, today);
	if (short) return short;
	if (/(^|[^a-z])[tq]\s*-?\s*(0|[5-9]|\d{2,})\b/i.test(text)) {
		return { why: 'Un año tiene los trimestres T1 a T4.' };
	}
	if (!/\d{2}/.test(text) && quarterIn(`${text} 2000`) !== undefined) {
		return { why: 'Falta el año.' };
	}
	// `20253`: year and quarter run together, which is also a day of 1955.
	const joined = /^((?:19|20)\d{2})0?([1-4])$/.exec(text);
	if (joined) {
		return {
			why: 'Falta el guion y la T entre el año y el trimestre.',
			suggestion: `${joined[1]}-T${joined[2]}`
		};
	}
	const serial = serialDate(text);
	if (serial !== undefined) {
		const why = 'Excel guardó la fecha como un número de serie.';
		return { why, suggestion: quarterOfDate(serial), sure: true };
	}
	if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)) return notADay(text);
	if (/(^|\D)\d{2}$/.test(text)) return { why: 'El año debe llevar cuatro cifras.' };
	return { why: 'No es un trimestre.' };
}

/** `T3-25`, `III-25`, `3T25`: the year has two digits. */
function shortYear(text: string, today: string): WhyNot | undefined {
	const [, one, year, other, otherYear] =
		/^(?:t|q)?\s*-?\s*([1-4]|i{1,3}|iv)\s*(?:t|q|trim|er|do|to)?\W+(\d{2})$|^([1-4])\s*[tq](\d{2})$/i.exec(
			text
		) ?? [];
	const named = (one ?? other)?.toLowerCase();
	if (named === undefined) return undefined;
	const why = 'El año debe llevar cuatro cifras.';
	const number = /\d/.test(named) ? named : ['i', 'ii', 'iii', 'iv'].indexOf(named) + 1;
	const whole = wholeYear(year ?? otherYear ?? '', Number(today.slice(0, 4)));
	return whole === undefined ? { why } : { why, suggestion: `${whole}-T${number}`, sure: true };
}

/** A date names its quarter only where day and month cannot be taken one for the other. */
function notADay(text: string): WhyNot {
	const why = 'Es una fecha, no un trimestre.';
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})( 0{1,2}:00(:00)?)?$/.exec(text);
	const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})( 0{1,2}:00(:00)?)?$/.exec(text);
	const [year, one, two] = (iso ?? (local && [0, local[3], local[2], local[1]]) ?? [])
		.slice(1, 4)
		.map(Number);
	if (year === undefined || one === undefined || two === undefined) return { why };

	const readings = [isoDate(year, one, two), ...(local ? [isoDate(year, two, one)] : [])];
	const quarters = new Set(readings.flatMap((date) => (date ? [quarterOfDate(date)] : [])));
	const [suggestion] = quarters;
	return suggestion === undefined ? { why } : { why, suggestion, sure: quarters.size === 1 };
}
