import { activityGroup } from '../datasets/actividades-codes.ts';
import { groupRows, numberIn, textIn } from '../datasets/cells.ts';
import { sharesOf, sumInWords } from '../datasets/shares.ts';
import type { FileRule, RuleFinding } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Row } from '../domain/record.ts';
import { feasible } from './feasible.ts';

type Placed = RuleFinding & { readonly line: number };

/** The finding on a list of shares that does not come to 100; `open` when more rows may be missing. */
function sumFinding(rows: readonly Row[], open: boolean): Placed | undefined {
	const shares = sharesOf(rows);
	const first = rows[0];
	const gap = shares.sum - 100;
	if (!first || shares.shares.length < 2) return undefined;
	if (Math.abs(gap) <= shares.tolerance + 1e-9 || (open && gap < 0)) return undefined;

	const what =
		gap < 0
			? `quedan ${formatNumber(-gap)} puntos sin explicar`
			: `sobran ${formatNumber(gap)} puntos`;
	return {
		line: first.line,
		column: 'porcentaje',
		expected: '100 en total',
		message: `${sumInWords(shares)}, no 100: ${what}. Revise si falta una fila o si una cifra es otra; si la fuente lo dice así, se mostrará ${formatNumber(shares.sum)}, tal como vino.`
	};
}

/** The finding on a share that no whole number of activities gives. */
function countFinding(row: Row, total: number): Placed | undefined {
	const share = numberIn(row.cells, 'porcentaje');
	if (share === null || total === 0) return undefined;
	const { rounded, truncated, below, above } = feasible(share, total);
	if (rounded) return undefined;

	const say = (count: number) =>
		`${count} de ${total} es ${formatNumber((100 * count) / total, 2)} %`;
	const cut =
		truncated === null
			? 'Tampoco sale cortando decimales.'
			: `Solo sale si se cortaron los decimales (${say(truncated)}).`;
	return {
		line: row.line,
		column: 'porcentaje',
		expected: `un porcentaje de ${total} actividades`,
		message: `${formatNumber(share)} % de ${total} no es ningún número entero redondeado: ${say(below)} y ${say(above)}. ${cut} Revise el porcentaje o el total, o escriba la cantidad.`
	};
}

function hasShares(rows: readonly Row[]): boolean {
	return rows.some(({ cells }) => numberIn(cells, 'porcentaje') !== null);
}

/** Shares of activities sum to 100, and each can come from the declared total. */
export const DQ11Activities: FileRule = {
	id: 'DQ11',
	severity: 'warning',
	says: 'Los porcentajes de un trimestre suman 100 con medio punto de margen, y cada uno sale de un número entero de actividades.',
	applies: (rows) => hasShares(rows),
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'periodo'])) {
			const whole = group.some(
				({ cells }) =>
					cells['tipo'] === 'promocion_empresarial' && numberIn(cells, 'porcentaje') !== null
			);
			const counted = group.filter(({ cells }) => {
				const type = textIn(cells, 'tipo') ?? '';
				return (
					!whole ||
					type === 'promocion_empresarial' ||
					activityGroup(type) !== 'promocion_empresarial'
				);
			});
			const open = counted.some(({ cells }) => numberIn(cells, 'porcentaje') === null);
			const sum = sumFinding(counted, open);
			if (sum) yield sum;

			const declared = group.find(({ cells }) => numberIn(cells, 'total_declarado') !== null);
			for (const row of group) {
				const total =
					numberIn(row.cells, 'total_declarado') ??
					(declared && numberIn(declared.cells, 'total_declarado'));
				const finding = total ? countFinding(row, total) : undefined;
				if (finding) yield finding;
			}
		}
	}
};

/** Shares by sector sum to 100. Sectors that nobody works in need no row. */
export const DQ11Sectors: FileRule = {
	id: 'DQ11',
	severity: 'warning',
	says: 'Los porcentajes por sector suman 100, con medio punto de margen.',
	applies: (rows) => hasShares(rows.filter(({ cells }) => cells['dimension'] === 'sector')),
	*check(rows) {
		const sectors = rows.filter(({ cells }) => cells['dimension'] === 'sector');
		for (const group of groupRows(sectors, ['municipio_id', 'ambito_datos', 'anio'])) {
			const open = group.some(({ cells }) => numberIn(cells, 'porcentaje') === null);
			const finding = sumFinding(group, open);
			if (finding) yield finding;
		}
	}
};
