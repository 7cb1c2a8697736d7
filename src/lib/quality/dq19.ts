import { formatNumber } from '../domain/number.ts';
import type { HistoryRule } from './history.ts';
import { distanceFrom } from './odd.ts';
import { figuresWithPast } from './past.ts';

/** Quarters with a figure that are needed to know what is usual. */
const least = 6;

/** Share of the usual figure that a change must pass before a reason is asked for: 12 after 11 needs none. */
const notable = 0.25;

/** A figure far from what the same row said in earlier quarters. */
export const DQ19: HistoryRule = {
	id: 'DQ19',
	severity: 'warning',
	says: 'Una cifra muy distinta de las de seis o más trimestres anteriores se explica.',
	applies: (cells, history, dataset) =>
		figuresWithPast(cells, history, { dataset, least }).length > 0,
	*check(cells, history, dataset) {
		for (const { column, value, past } of figuresWithPast(cells, history, { dataset, least })) {
			const distance = distanceFrom(past, value);
			const low = Math.min(...past);
			const high = Math.max(...past);
			if (!distance?.odd) continue;
			const asks = Math.abs(value - distance.median) > notable * Math.abs(distance.median);
			yield {
				column,
				expected:
					low === high ? formatNumber(low) : `de ${formatNumber(low)} a ${formatNumber(high)}`,
				...(asks ? { asksReason: true as const } : {}),
				message: `En ${past.length} trimestres anteriores estuvo entre ${formatNumber(low)} y ${formatNumber(high)}, con ${formatNumber(distance.median)} en el medio; ahora dice ${formatNumber(value)}. Si está bien, ${asks ? 'escriba por qué cambió' : 'continúe'}; si no, corrija la cifra.`
			};
		}
	}
};
