import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import type { FileRule } from './types.ts';

/**
 * What was due had been agreed before. A file of one quarter says nothing of earlier agreements, so
 * the rule looks at bodies with several quarters, and only at what fell due since the first.
 */
export const agreedBefore: FileRule = {
	id: 'vencidos-y-tomados',
	severity: 'warning',
	says: 'Los acuerdos que debían cumplirse no pasan de los tomados hasta ese trimestre.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'instancia'])) {
			const inOrder = group.toSorted((a, b) => (quarterOf(a.cells) < quarterOf(b.cells) ? -1 : 1));
			const first = inOrder[0];
			if (!first || inOrder.length < 2) continue;

			const due = numberIn(first.cells, 'acuerdos_vencidos') ?? 0;
			let agreed = Math.max(due, numberIn(first.cells, 'acuerdos_tomados') ?? 0);
			for (const { line, cells } of inOrder.slice(1)) {
				const taken = numberIn(cells, 'acuerdos_tomados');
				// An unknown number of agreements may be any number from here on.
				if (taken === null) break;
				agreed += taken;
				const now = numberIn(cells, 'acuerdos_vencidos');
				if (now !== null && now > agreed)
					yield {
						line,
						column: 'acuerdos_vencidos',
						expected: `${formatNumber(agreed)} o menos`,
						message: `Debían cumplirse ${formatNumber(now)} acuerdos y desde ${quarterOf(first.cells)} se cuentan ${formatNumber(agreed)} tomados: sobran ${formatNumber(now - agreed)}. Corrija los tomados o los que debían cumplirse.`
					};
			}
		}
	}
};

function quarterOf(cells: Cells): string {
	return textIn(cells, 'periodo') ?? '';
}
