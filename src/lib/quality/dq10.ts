import { groupRows, numberIn } from '../datasets/cells.ts';
import type { FileRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Row } from '../domain/record.ts';

type Count = { readonly year: number; readonly residents: number };

/** Growth in % a year between two counts. */
export function yearlyGrowth(first: Count, last: Count): number {
	return 100 * ((last.residents / first.residents) ** (1 / (last.year - first.year)) - 1);
}

/** What a population comes to after some years at a rate in %. */
export function projected({ residents }: Count, rate: number, years: number): number {
	return residents * (1 + rate / 100) ** years;
}

function countIn({ cells }: Row): Count | undefined {
	const year = numberIn(cells, 'anio');
	const residents = numberIn(cells, 'poblacion_total');
	return year === null || !residents ? undefined : { year, residents };
}

/** The row of another year that is nearest; of two, the later one. */
function nearest(count: Count, rows: readonly Row[]): Count | undefined {
	const others = rows.flatMap((row) => countIn(row) ?? []);
	const apart = ({ year }: Count) => Math.abs(year - count.year);
	return others
		.filter((other) => other.year !== count.year)
		.sort((a, b) => apart(a) - apart(b) || b.year - a.year)[0];
}

/** A stated rate of growth and that between two counts differ by one point at most. */
export const DQ10: FileRule = {
	id: 'DQ10',
	severity: 'notice',
	says: 'El crecimiento entre dos poblaciones y el declarado difieren en un punto como máximo.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'ambito_datos']))
			for (const row of group) {
				const stated = numberIn(row.cells, 'tasa_crecimiento');
				const count = countIn(row);
				const other = stated === null || !count ? undefined : nearest(count, group);
				if (stated === null || !count || !other) continue;
				const [first, last] = count.year < other.year ? [count, other] : [other, count];
				const implied = yearlyGrowth(first, last);
				const gap = Math.abs(implied - stated);
				if (gap <= 1 + 1e-9) continue;
				yield {
					line: row.line,
					column: 'tasa_crecimiento',
					expected: formatNumber(implied, 1),
					message: `De ${formatNumber(first.residents)} en ${first.year} a ${formatNumber(last.residents)} en ${last.year} se crece ${formatNumber(implied, 1)} % al año, y la tasa dice ${formatNumber(stated)} %: ${formatNumber(gap, 1)} puntos de diferencia. Revise la tasa y las dos poblaciones, o si son de fuentes distintas.`
				};
			}
	}
};
