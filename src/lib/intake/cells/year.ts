import { isYear } from '#lib/domain/period.ts';
import type { Column } from '#lib/datasets/types.ts';
import { numberFindings } from '../findings/numbers.ts';
import { periodFindings } from '../findings/periods.ts';
import { wholeYear } from './calendar.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads a year of four digits, as a number. `2,025` and `2025.0` are of Excel and are repaired. */
export function readYear({ text, spot, column }: Cell, { today }: { today: string }): Read {
	const digits = /^\d{4}$/.test(text)
		? text
		: text.replace(/^(\d)[.,](\d{3})$|^(\d{4})[.,]0+$/, '$1$2$3');
	if (!isYear(digits)) {
		const mended = mendedYear(text, column, today);
		return { value: null, finding: periodFindings.notAYear(spot, mended, exampleOf(column)) };
	}

	const value = Number(digits);
	const { min, max } = column;
	if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
		return {
			value: null,
			finding: numberFindings.outOfRange(spot, value, min, max, exampleOf(column))
		};
	}
	return digits === text
		? { value }
		: { value, finding: periodFindings.yearRead(spot, value), once: text };
}

/** `93`, `año 1993`, `31/12/1993`: the one year that the text can stand for. */
function mendedYear(text: string, { min, max }: Column, today: string): string | undefined {
	const whole = text.length > 40 ? [] : (text.match(/(?<!\d)\d{4}(?!\d)/g) ?? []);
	const short = /^['’]?(\d{2})$/.exec(text)?.[1];
	const year = short === undefined ? whole[0] : wholeYear(short, Number(today.slice(0, 4)));
	if (year === undefined || whole.length > 1 || !isYear(String(year))) return undefined;
	return Number(year) >= (min ?? 0) && Number(year) <= (max ?? Infinity) ? String(year) : undefined;
}
