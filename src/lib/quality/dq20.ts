import { formatNumber } from '../domain/number.ts';
import type { HistoryRule } from './history.ts';
import { median, slipOfUnits } from './odd.ts';
import { figuresWithPast } from './past.ts';

/** Quarters with a figure that are needed before ten times as much means anything. */
const least = 3;

/** A figure that is ten, a hundred or a thousand times the usual one, or as many times less. */
export const DQ20: HistoryRule = {
	id: 'DQ20',
	severity: 'warning',
	says: 'Una cifra que es 10, 100 o 1,000 veces la de antes, o su inversa, puede ser un error de unidades.',
	applies: (cells, history, dataset) =>
		figuresWithPast(cells, history, { dataset, least }).length > 0,
	*check(cells, history, dataset) {
		for (const { column, value, past } of figuresWithPast(cells, history, { dataset, least })) {
			const usual = median(past) ?? 0;
			const factor = slipOfUnits(usual, value);
			if (factor === undefined) continue;
			const mended = Number((value / factor).toPrecision(12));
			const times =
				factor > 1
					? `${formatNumber(factor)} veces lo usual`
					: `${formatNumber(1 / factor)} veces menos que lo usual`;
			yield {
				column,
				expected: `cerca de ${formatNumber(usual)}`,
				suggestion: formatNumber(mended),
				// A fraction is written as its column writes decimals, which is not known here.
				...(Number.isInteger(mended) ? { replacement: String(mended) } : {}),
				asksReason: true,
				message: `Dice ${formatNumber(value)}, unas ${times} (${formatNumber(usual)} en ${past.length} trimestres): parece un error de unidades. Si lo es, escriba ${formatNumber(mended)}; si no, explique el cambio.`
			};
		}
	}
};
