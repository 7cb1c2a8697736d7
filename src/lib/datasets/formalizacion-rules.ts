import { formatNumber } from '../domain/number.ts';
import { isQuarter, quarterName } from '../domain/quarter.ts';
import type { Cells } from '../domain/record.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import type { FileRule } from './types.ts';

/** What was granted or refused was asked for: in the quarter, or before and still pending. */
export const answeredAndAsked: FileRule = {
	id: 'otorgadas-y-solicitudes',
	severity: 'warning',
	says: 'Otorgadas y rechazadas no pasan de las solicitudes del trimestre y las que quedaron pendientes.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'tramite'])) {
			let pending = 0;
			const inOrder = group.toSorted((a, b) => (quarterOf(a.cells) < quarterOf(b.cells) ? -1 : 1));
			for (const { line, cells } of inOrder) {
				const asked = numberIn(cells, 'solicitudes');
				const granted = numberIn(cells, 'otorgadas');
				if (asked === null || granted === null) continue;
				const refused = numberIn(cells, 'rechazadas_uso_suelo') ?? 0;
				const over = granted + refused - asked - pending;
				if (over > 0)
					yield {
						line,
						column: 'otorgadas',
						expected: `${formatNumber(Math.max(0, asked + pending - refused))} o menos`,
						message: `Otorgadas ${formatNumber(granted)} + rechazadas ${formatNumber(refused)} = ${formatNumber(granted + refused)}, y hubo ${formatNumber(asked)} solicitudes y ${formatNumber(pending)} pendientes en el archivo: sobran ${formatNumber(over)}. Revise las tres cifras${before(cells)}.`
					};
				pending = Math.max(0, -over);
			}
		}
	}
};

function quarterOf(cells: Cells): string {
	return textIn(cells, 'periodo') ?? '';
}

function before(cells: Cells): string {
	const quarter = quarterOf(cells);
	const when = isQuarter(quarter) ? ` del ${quarterName(quarter)}` : '';
	return `; si son solicitudes anteriores a las${when}, puede continuar`;
}
