import { groupRows, numberIn } from '../datasets/cells.ts';
import type { FileRule } from '../datasets/types.ts';
import type { Severity } from '../domain/finding.ts';
import { formatNumber } from '../domain/number.ts';

/** A count that a text states beside the number of things that it lists. */
export type Stated = {
	readonly stated: number;
	readonly listed: number;
	/** What was stated is an aim, which may be passed. */
	readonly target?: boolean;
};

/** What to make of the two: nothing when they agree, and only a notice when an aim was passed. */
export function statedAgainstListed({ stated, listed, target }: Stated): Severity | undefined {
	if (stated === listed) return undefined;
	return target === true && listed > stated ? 'notice' : 'warning';
}

/** The declared total of a quarter's activities is that of its rows. */
export const DQ13: FileRule = {
	id: 'DQ13',
	severity: 'warning',
	says: 'El total declarado es el que suman las filas.',
	applies: (rows) => rows.some(({ cells }) => numberIn(cells, 'total_declarado') !== null),
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'periodo'])) {
			const first = group.find(({ cells }) => numberIn(cells, 'total_declarado') !== null);
			const counts = group.map(({ cells }) => numberIn(cells, 'cantidad'));
			const stated = first ? numberIn(first.cells, 'total_declarado') : null;
			// A row with only its share may be any number of activities.
			if (!first || stated === null || counts.includes(null)) continue;
			const listed = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
			if (statedAgainstListed({ stated, listed }) === undefined) continue;
			const gap = Math.abs(stated - listed);
			yield {
				line: first.line,
				column: 'total_declarado',
				expected: formatNumber(listed),
				message: `El total declarado es ${formatNumber(stated)} y las filas suman ${formatNumber(listed)}: ${listed < stated ? 'faltan' : 'sobran'} ${formatNumber(gap)}. Revise si ${listed < stated ? 'falta una fila' : 'una fila está de más'} o corrija el total.`
			};
		}
	}
};
