/** A quarter as `2025-T3`: the same text in CSV, address, table and code. Sorts as text. */
export type Quarter = `${number}-T${1 | 2 | 3 | 4}`;

const roman = ['I', 'II', 'III', 'IV'] as const;

/** Whether a text is a quarter of the years 1900-2099 in its one written form. */
export function isQuarter(text: string): text is Quarter {
	return /^(19|20)\d{2}-T[1-4]$/.test(text);
}

/** The calendar year of a quarter, as a number. */
export function yearOf(quarter: Quarter): number {
	return Number(quarter.slice(0, 4));
}

/** Quarters since year 0: consecutive quarters differ by 1. */
export function quarterIndex(quarter: Quarter): number {
	return yearOf(quarter) * 4 + Number(quarter[6]) - 1;
}

/** The quarter `count` later (or earlier, when negative). */
export function addQuarters(quarter: Quarter, count: number): Quarter {
	const index = quarterIndex(quarter) + count;
	return `${Math.floor(index / 4)}-T${((index % 4) + 1) as 1 | 2 | 3 | 4}`;
}

/** Every quarter from `first` to `last`, both included; none when `last` is earlier. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
	const count = quarterIndex(last) - quarterIndex(first) + 1;
	return Array.from({ length: Math.max(0, count) }, (_, step) => addQuarters(first, step));
}

/** The quarter that holds an ISO date (`2026-11-21` → `2026-T4`). */
export function quarterOfDate(date: string): Quarter {
	const quarter = Math.ceil(Number(date.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;
	return `${Number(date.slice(0, 4))}-T${quarter}`;
}

/** Last day of the quarter, as an ISO date. */
export function quarterEnd(quarter: Quarter): string {
	const ends = ['03-31', '06-30', '09-30', '12-31'];
	return `${quarter.slice(0, 4)}-${ends[Number(quarter[6]) - 1]}`;
}

/** As people say it: `III trimestre 2025`. */
export function quarterName(quarter: Quarter): string {
	return `${roman[Number(quarter[6]) - 1]} trimestre ${quarter.slice(0, 4)}`;
}

/** For axes and narrow cells: `T3 2025`. */
export function quarterShortName(quarter: Quarter): string {
	return `${quarter.slice(5)} ${quarter.slice(0, 4)}`;
}
