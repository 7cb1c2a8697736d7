import { addQuarters, isQuarter } from '#lib/domain/quarter.ts';
import type { Column } from '#lib/datasets/types.ts';

/** What a cell of a column is chosen from in a workbook; undefined when it is typed freely. */
export function choicesOf(
	column: Column,
	period: string | undefined
): readonly string[] | undefined {
	if (column.type === 'flag') return ['1', '0'];
	if (column.type === 'quarter' && period !== undefined && isQuarter(period))
		return Array.from({ length: 8 }, (_, count) => addQuarters(period, -count));
	return column.type === 'code' ? Object.keys(column.codes ?? {}) : undefined;
}
