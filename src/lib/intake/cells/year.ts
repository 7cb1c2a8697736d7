import { isYear } from '#lib/domain/period.ts';
import { numberFindings } from '../findings/numbers.ts';
import { periodFindings } from '../findings/periods.ts';
import { exampleOf, type Cell, type Read } from './read.ts';

/** Reads a year of four digits, as a number. `2,025` and `2025.0` are of Excel and are repaired. */
export function readYear({ text, spot, column }: Cell): Read {
	const digits = /^\d{4}$/.test(text)
		? text
		: text.replace(/^(\d)[.,](\d{3})$|^(\d{4})[.,]0+$/, '$1$2$3');
	if (!isYear(digits)) {
		return { value: null, finding: periodFindings.notAYear(spot, exampleOf(column)) };
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
