import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { scopeOf, type Changes } from './changes.ts';
import { allCells, type CurrentRecord } from './current.ts';

/**
 * What the rows of a file contradict in rows that are stored, that the file does not replace and that
 * would stay beside them. One warning a row, of the first that it contradicts.
 */
export function contradictions(
	dataset: Dataset,
	rows: readonly StoredRow[],
	{ missing }: Changes
): Finding[] {
	const { againstStored } = dataset;
	if (!againstStored || missing.length === 0) return [];

	const stored = new Map<string, CurrentRecord[]>();
	for (const record of missing)
		stored.set(scopeOf(record), [...(stored.get(scopeOf(record)) ?? []), record]);

	return rows.flatMap((row) => {
		const cells = allCells(row);
		for (const record of stored.get(scopeOf(row)) ?? []) {
			const found = againstStored(cells, allCells(record));
			if (found) return [warning(dataset, row, found)];
		}
		return [];
	});
}

function warning(
	dataset: Dataset,
	{ line }: StoredRow,
	found: { column?: string; message: string }
): Finding {
	const label = found.column && dataset.columns[found.column]?.label;
	return {
		code: 'contradicts-stored',
		severity: 'warning',
		line,
		...(label ? { column: label, field: found.column } : {}),
		message: found.message
	};
}
