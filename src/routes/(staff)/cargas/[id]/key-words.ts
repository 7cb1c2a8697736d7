import type { Dataset } from '#lib/datasets/types.ts';
import type { CellValue } from '#lib/domain/record.ts';
import { cellWords, type Names } from './cells.ts';

/** `Ilo (180301) · III trimestre 2025 · Capacitación`: what the row of a key is about. */
export function keyWords(dataset: Dataset, key: string, names: Names): string {
	const values: Record<string, CellValue> = JSON.parse(key);
	return Object.entries(dataset.columns)
		.filter(([name]) => values[name] !== undefined && values[name] !== null)
		.map(([name, column]) => cellWords(column, values[name] ?? null, { names }))
		.join(' · ');
}
