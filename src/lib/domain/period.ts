import { isQuarter, quarterName, yearOf, type Quarter } from './quarter.ts';

/** A calendar year as text, `1993`: the period of structural data. */
export type Year = `${number}`;

/** What a value is about in time: a quarter `2025-T3`, or a year `1993`. */
export type Period = Quarter | Year;

/** Whether a text is a year from 1900 to 2100. */
export function isYear(text: string): text is Year {
	return /^(19\d{2}|20\d{2}|2100)$/.test(text);
}

/** Whether a text is a quarter or a year. */
export function isPeriod(text: string): text is Period {
	return isQuarter(text) || isYear(text);
}

/** The calendar year of a period, as a number. */
export function periodYear(period: Period): number {
	return isQuarter(period) ? yearOf(period) : Number(period);
}

/** As people say it: `III trimestre 2025`, or `1993`. */
export function periodName(period: Period): string {
	return isQuarter(period) ? quarterName(period) : period;
}
