import type { Dataset } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Reading } from '#lib/intake/check.ts';
import type { Changes } from './changes.ts';

/**
 * A row takes the place of the one that was stored, whole: figures of columns that a file does not
 * have would go blank. Nobody means that by leaving a column out, so it is said before confirming.
 */
export function erasedFinding(
	dataset: Dataset,
	reading: Reading | null,
	changes: Changes
): Finding | undefined {
	const erased = changes.changed.flatMap(({ cells }) =>
		cells.filter(({ column, before, after }) => {
			const isAbsent = reading !== null && !Object.hasOwn(reading.columns, column);
			return isAbsent && before !== null && after === null;
		})
	);
	if (erased.length === 0) return undefined;

	const labels = [...new Set(erased.map(({ column }) => dataset.columns[column]?.label ?? column))];
	const named = labels.slice(0, 6).map((label) => `«${label}»`);
	const count =
		erased.length === 1
			? 'un dato que ya estaba quedará vacío'
			: `${erased.length} datos que ya estaban quedarán vacíos`;
	return {
		code: 'erases-values',
		severity: 'warning',
		expected: 'todas las columnas que ya tienen datos',
		message: `Si confirma, ${count}: el archivo no trae ${labels.length === 1 ? 'la columna' : 'las columnas'} ${named.join(', ')}${labels.length > 6 ? ' y otras' : ''}. Agréguelas con sus datos para conservarlos.`
	};
}
