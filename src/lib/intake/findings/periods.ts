import type { Finding } from '#lib/domain/finding.ts';
import { quarterName, type Quarter } from '#lib/domain/quarter.ts';
import { aboutCell, type Spot } from './words.ts';

/** Everything that can be said of a quarter, a year or a date. */

const form = 'el año, un guion y T1, T2, T3 o T4';

export const periodFindings = {
	notAQuarter: (
		spot: Spot,
		{ why, suggestion, replacement }: { why: string; suggestion?: string; replacement?: string },
		example: string
	): Finding =>
		aboutCell(spot, 'not-a-quarter', 'error', {
			says: `${why} Escriba ${form}.`,
			expected: `un trimestre como ${example}`,
			...(suggestion === undefined ? {} : { suggestion }),
			...(replacement === undefined ? {} : { replacement }),
			example: suggestion ?? example
		}),

	quarterRead: (spot: Spot, quarter: Quarter): Finding =>
		aboutCell(spot, 'quarter-normalised', 'notice', {
			says: `Lo leímos como ${quarter} (${quarterName(quarter)}).`,
			expected: `un trimestre como ${quarter}`,
			suggestion: quarter,
			replacement: quarter
		}),

	futureQuarter: (spot: Spot, quarter: Quarter, running: Quarter): Finding =>
		aboutCell(spot, 'future-quarter', 'error', {
			says: `El ${quarterName(quarter)} todavía no empieza; estamos en el ${quarterName(running)}. Corrija el trimestre.`,
			expected: `un trimestre hasta ${running}`,
			example: running
		}),

	runningQuarter: (spot: Spot, quarter: Quarter): Finding =>
		aboutCell(spot, 'running-quarter', 'notice', {
			says: `El ${quarterName(quarter)} todavía no termina: sus cifras podrán cambiar.`
		}),

	notAYear: (spot: Spot, mended: string | undefined, example: string): Finding =>
		aboutCell(spot, 'not-a-year', 'error', {
			says: 'No es un año. Escriba el año con cuatro cifras.',
			expected: 'un año con cuatro cifras',
			...(mended === undefined ? {} : { suggestion: mended, replacement: mended }),
			example: mended ?? example
		}),

	yearRead: (spot: Spot, year: number): Finding =>
		aboutCell(spot, 'year-normalised', 'notice', {
			says: `Lo leímos como el año ${year}.`,
			expected: 'un año con cuatro cifras',
			suggestion: String(year),
			replacement: String(year)
		}),

	dateRead: (spot: Spot, iso: string, local: string): Finding =>
		aboutCell(spot, 'date-normalised', 'notice', {
			says: `La leímos como ${local} (${iso}).`,
			expected: 'una fecha como 30/09/2025',
			suggestion: local,
			replacement: local
		}),

	notADate: (spot: Spot, why: string, mended: string | undefined, example: string): Finding =>
		aboutCell(spot, 'not-a-date', 'error', {
			says: `${why} Escriba el día, el mes y el año.`,
			expected: 'una fecha como 30/09/2025',
			...(mended === undefined ? {} : { suggestion: mended, replacement: mended }),
			example: mended ?? example
		})
};
