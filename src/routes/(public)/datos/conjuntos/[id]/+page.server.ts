import { error } from '@sveltejs/kit';
import { findDataset } from '#lib/datasets/index.ts';
import { isRequired, type Column, type ColumnType } from '#lib/datasets/types.ts';
import { indicators } from '#lib/indicators/index.ts';
import { qualityRules } from '#lib/quality/index.ts';
import { number } from '#lib/words/number.ts';
import type { PageServerLoad } from './$types.js';

const types: Readonly<Record<ColumnType, string>> = {
	text: 'Texto',
	code: 'Uno de la lista',
	count: 'Número entero, desde 0',
	decimal: 'Número',
	percent: 'Porcentaje, de 0 a 100',
	quarter: 'Trimestre, como 2026-T3',
	year: 'Año, como 2026',
	date: 'Fecha, como 2026-09-30',
	flag: '1 (sí) o 0 (no)',
	ubigeo: 'Ubigeo de seis cifras',
	municipality: 'Ubigeo de seis cifras de una municipalidad registrada'
};

/** What goes into this file? Everything on the page comes from the declaration. */
export const load: PageServerLoad = ({ params }) => {
	const dataset = findDataset(params.id);
	if (!dataset) error(404, 'No existe ese conjunto de datos.');

	const quality = qualityRules(dataset.id);
	const rules = [...dataset.rules, ...dataset.fileRules, ...quality.rowRules, ...quality.fileRules];
	return {
		id: dataset.id,
		title: dataset.title,
		description: dataset.description,
		source: dataset.source,
		filledBy: dataset.filledBy,
		columns: Object.entries(dataset.columns).map(([name, column]) => ({
			name,
			label: column.label,
			description: column.description ?? '',
			type: types[column.type],
			unit: column.unit ?? '',
			range: rangeOf(column),
			codes: Object.entries(column.codes ?? {}).map(([code, label]) => ({ code, label })),
			required: isRequired(column),
			key: column.key === true,
			aliases: column.aliases ?? [],
			example: column.example ?? ''
		})),
		rules: rules.map(({ id, severity, says }) => ({ id, severity, says })),
		examples: dataset.examples,
		indicators: indicators
			.filter(({ inputs }) => inputs.some(({ column }) => column.startsWith(`${dataset.id}.`)))
			.map(({ slug, title }) => ({ slug, title }))
	};
};

function rangeOf({ min, max }: Column): string {
	const figure = (value: number) => number(value, Number.isInteger(value) ? 0 : 1);
	if (min !== undefined && max !== undefined) return `de ${figure(min)} a ${figure(max)}`;
	if (min !== undefined) return `desde ${figure(min)}`;
	return max === undefined ? '' : `hasta ${figure(max)}`;
}
