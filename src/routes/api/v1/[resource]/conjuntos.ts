import { datasets } from '#lib/datasets/index.ts';
import { isRequired, type Dataset } from '#lib/datasets/types.ts';
import type { Resource } from './answer.ts';

const columns = [
	'conjunto',
	'titulo',
	'columna',
	'etiqueta',
	'tipo',
	'clave',
	'obligatoria',
	'unidad',
	'minimo',
	'maximo',
	'codigos',
	'descripcion'
];

/** What each kind of file holds. As CSV, one line for each of their columns. */
export const conjuntos: Resource = {
	parameters: [],

	read: () =>
		Promise.resolve({
			rows: datasets.map((dataset) => ({
				conjunto: dataset.id,
				titulo: dataset.title,
				descripcion: dataset.description,
				fuente: dataset.source,
				informa: dataset.filledBy,
				columnas: columnsOf(dataset)
			})),
			columns,
			csv: datasets.flatMap((dataset) =>
				columnsOf(dataset).map((column) => ({
					conjunto: dataset.id,
					titulo: dataset.title,
					...column,
					codigos: column.codigos.map((code) => code.codigo).join('; ')
				}))
			),
			invented: false
		})
};

function columnsOf(dataset: Dataset) {
	return Object.entries(dataset.columns).map(([name, column]) => ({
		columna: name,
		etiqueta: column.label,
		tipo: column.type,
		clave: column.key === true,
		obligatoria: isRequired(column),
		unidad: column.unit ?? null,
		minimo: column.min ?? null,
		maximo: column.max ?? null,
		codigos: Object.entries(column.codes ?? {}).map(([codigo, titulo]) => ({ codigo, titulo })),
		descripcion: column.description ?? null
	}));
}
