import { decimalsOf, formatNumber } from '../domain/number.ts';
import type { Row } from '../domain/record.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import { businessCategories } from './microempresas-codes.ts';
import { noFutureYear } from './order.ts';
import { countOrShare, sharesOf, sumInWords } from './shares.ts';
import type { FileRule, RowRule } from './types.ts';

const place = ['municipio_id', 'ambito_datos', 'anio'];

/** Rows of one municipality, territory and year, apart by dimension, with its total row. */
type Group = { dimension: string; rows: Row[]; complete: boolean; total: number | null };

function* groups(rows: readonly Row[]): Generator<Group> {
	for (const together of groupRows(rows, place)) {
		const whole = together.find((row) => row.cells['dimension'] === 'total');
		const total = whole ? numberIn(whole.cells, 'cantidad') : null;
		for (const group of groupRows(together, ['dimension'])) {
			const dimension = textIn(group[0]?.cells ?? {}, 'dimension') ?? '';
			const needed = Object.keys(businessCategories[dimension] ?? {});
			const given = new Set(group.map((row) => row.cells['categoria']));
			if (dimension === 'total') continue;
			yield { dimension, rows: group, complete: needed.every((code) => given.has(code)), total };
		}
	}
}

const sharesTo100: FileRule = {
	id: 'porcentajes-suman-100',
	severity: 'warning',
	says: 'Los porcentajes de una dimensión completa suman 100, con medio punto de margen.',
	*check(rows) {
		for (const { dimension, rows: group, complete } of groups(rows)) {
			// Several demands may hold for one business; sectors are watched by DQ11.
			if (dimension === 'demanda' || dimension === 'sector') continue;
			const shares = sharesOf(group);
			const gap = shares.sum - 100;
			const whole = complete && shares.shares.length === group.length;
			if (gap <= shares.tolerance && (!whole || gap >= -shares.tolerance)) continue;
			yield {
				line: group[0]?.line ?? 0,
				column: 'porcentaje',
				expected: '100 en total',
				message: `Los porcentajes suman ${sumInWords(shares)}, no 100: ${gap > 0 ? 'sobran' : 'faltan'} ${formatNumber(Math.abs(gap))}. Revise las filas de esta dimensión.`
			};
		}
	}
};

const countsToTotal: FileRule = {
	id: 'cantidades-suman-total',
	severity: 'error',
	says: 'Las cantidades de una dimensión completa suman el total, y nunca lo superan.',
	*check(rows) {
		for (const { dimension, rows: group, complete, total } of groups(rows)) {
			if (total === null) continue;
			const counts = group.flatMap((row) => numberIn(row.cells, 'cantidad') ?? []);
			const sum = counts.reduce((all, count) => all + count, 0);
			const tooMany = dimension === 'demanda' ? counts.some((count) => count > total) : sum > total;
			const tooFew =
				dimension !== 'demanda' && complete && counts.length === group.length && sum < total;
			if (!tooMany && !tooFew) continue;
			const found = dimension === 'demanda' ? Math.max(...counts) : sum;
			yield {
				line: group[0]?.line ?? 0,
				column: 'cantidad',
				expected: formatNumber(total),
				message: `Las cantidades dan ${formatNumber(found)} y el total es ${formatNumber(total)}: ${tooMany ? 'sobran' : 'faltan'} ${formatNumber(Math.abs(found - total))}. Corrija una cantidad o el total.`
			};
		}
	}
};

const countAgainstShare: FileRule = {
	id: 'cantidad-y-porcentaje',
	severity: 'warning',
	says: 'La cantidad y el porcentaje de una fila dicen lo mismo, con una unidad de margen o lo que explique el redondeo.',
	*check(rows) {
		for (const { rows: group, total } of groups(rows)) {
			if (total === null) continue;
			for (const { line, cells } of group) {
				const count = numberIn(cells, 'cantidad');
				const share = numberIn(cells, 'porcentaje');
				if (count === null || share === null) continue;
				const implied = (share * total) / 100;
				const rounding = (total / 100) * 0.5 * 10 ** -decimalsOf(share);
				if (Math.abs(count - implied) <= Math.max(1, rounding) + 1e-9) continue;
				yield {
					line,
					column: 'cantidad',
					expected: formatNumber(implied, 0),
					message: `${formatNumber(share)} % de ${formatNumber(total)} es ${formatNumber(implied, 0)}, y la cantidad dice ${formatNumber(count)}: difieren en ${formatNumber(Math.abs(count - implied), 0)}. Corrija una de las dos.`
				};
			}
		}
	}
};

export const rules: readonly RowRule[] = [noFutureYear, countOrShare];

export const fileRules: readonly FileRule[] = [sharesTo100, countsToTotal, countAgainstShare];
