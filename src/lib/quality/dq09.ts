import { contexto } from '../datasets/contexto.ts';
import type { RowRule } from '../datasets/types.ts';
import type { Cells } from '../domain/record.ts';

/** The labour block in the order in which the tables of INEI print it: eight labels. */
export const labourBlock: readonly string[] = [
	'pea',
	'pea_hombres',
	'pea_mujeres',
	'tasa_actividad_15mas',
	'porc_pea_ocupada_15mas',
	'porc_ocup_agricultura',
	'porc_ocup_servicios',
	'porc_asalariados'
];

/** Labels and values of a block, and the labels left over at its end. */
export type Block = { readonly labels: number; readonly values: number; readonly left: string[] };

/**
 * A block that was pasted from its first label on and ran out of values: all of the first are there,
 * none of the last. A blank in the middle is a figure that somebody left out on purpose.
 */
export function shortBlock(cells: Cells, columns: readonly string[]): Block | undefined {
	const isBlank = (column: string) => (cells[column] ?? null) === null;
	const values = columns.findIndex(isBlank);
	if (values < columns.length / 2) return undefined;
	const left = columns.slice(values);
	return left.every(isBlank) ? { labels: columns.length, values, left } : undefined;
}

/** As many values as labels in a pasted block. */
export const DQ09: RowRule = {
	id: 'DQ09',
	severity: 'warning',
	says: 'Un bloque pegado de una tabla trae tantas cifras como etiquetas.',
	applies: (cells) =>
		labourBlock.filter((column) => (cells[column] ?? null) !== null).length >=
		labourBlock.length / 2,
	check: (cells) => {
		const block = shortBlock(cells, labourBlock);
		const first = block?.left[0];
		if (!block || first === undefined) return undefined;
		const names = block.left.map((column) => contexto.columns[column]?.label ?? column);
		return {
			column: first,
			expected: `${block.labels} cifras`,
			message: `De PEA a asalariados hay ${block.labels} etiquetas y ${block.values} cifras; quedó sin cifra ${names.join(', ')}. Si pegó el bloque, compare cada cifra con su etiqueta: puede faltar una del medio. Si la fuente no la trae, continúe.`
		};
	}
};
