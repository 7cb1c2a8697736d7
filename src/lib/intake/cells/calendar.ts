/** Dates as texts and numbers: no clock and no time zone takes part. */

/** `2025-09-30`; undefined when that day is not in the calendar. */
export function isoDate(year: number, month: number, day: number): string | undefined {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day that Excel keeps as a number (45930 → 2025-09-30); undefined outside 1940-2100. */
export function serialDate(text: string): string | undefined {
	if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
	const days = Math.floor(Number(text));
	const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
	return date >= '1940' && date < '2100' ? date : undefined;
}

/** `2025-09-30` → `30/09/2025`, as people write it here. */
export function localDate(iso: string): string {
	return iso.split('-').reverse().join('/');
}

/** The one year from 1940 to `last` that two digits stand for; undefined when both or none would do. */
export function wholeYear(twoDigits: string, last: number): number | undefined {
	const years = [1900, 2000].map((century) => century + Number(twoDigits));
	const fit = years.filter((year) => year >= 1940 && year <= last);
	return fit.length === 1 ? fit[0] : undefined;
}
