import type { Dataset } from '#lib/datasets/types.ts';
import { tight } from './headings.ts';

/** A name that may stand beside the ubigeo in any file: not stored, but it must agree with the code. */
export type Companion = 'district' | 'province' | 'department';

export const companionLabels: Readonly<Record<Companion, string>> = {
	district: 'Municipio',
	province: 'Provincia',
	department: 'Departamento'
};

const headings: readonly (readonly [Companion, string])[] = [
	...[
		'municipio',
		'municipalidad',
		'nombre',
		'distrito',
		'nombre del municipio',
		'nombre de la municipalidad',
		'nombre del distrito',
		'nombre municipio',
		'nombre distrito'
	].map((words) => ['district', words] as const),
	...['provincia', 'nombre de la provincia'].map((words) => ['province', words] as const),
	...['departamento', 'nombre del departamento', 'región', 'dpto', 'depto'].map(
		(words) => ['department', words] as const
	)
];

const byHeading = new Map(headings.map(([companion, words]) => [tight(words), companion]));

/** Which name a heading announces, in a dataset whose municipality must exist. */
export function companionOf(dataset: Dataset, heading: string): Companion | undefined {
	const column = dataset.municipality && dataset.columns[dataset.municipality];
	if (!column || column.type !== 'municipality') return undefined;
	return byHeading.get(tight(heading));
}
