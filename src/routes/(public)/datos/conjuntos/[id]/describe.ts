import { isRequired, type Column, type ColumnType, type Dataset } from '#lib/datasets/types.ts';
import type { QualityRules } from '#lib/quality/index.ts';
import { formatNumber } from '#lib/domain/number.ts';

const kinds: Readonly<Record<ColumnType, string>> = {
	text: 'Texto',
	code: 'Código de la lista',
	count: 'Número entero',
	decimal: 'Número con decimales',
	percent: 'Porcentaje de 0 a 100',
	quarter: 'Trimestre',
	year: 'Año',
	date: 'Fecha',
	flag: '1 (sí) o 0 (no)',
	ubigeo: 'Ubigeo del INEI, seis cifras',
	municipality: 'Ubigeo del INEI, seis cifras'
};

const examples: Partial<Record<ColumnType, string>> = {
	quarter: '2026-T3',
	year: '2025',
	date: '2026-09-30',
	ubigeo: '180301',
	municipality: '180301'
};

/** What a dataset's page says, from its declaration and the quality rules over it. */
export function describeDataset(dataset: Dataset, quality: QualityRules) {
	const rules = [
		...dataset.rules,
		...dataset.fileRules,
		...quality.rowRules,
		...quality.fileRules
	].map(({ says, severity }) => ({ says, severity }));

	return {
		id: dataset.id,
		title: dataset.title,
		description: dataset.description,
		source: dataset.source,
		filledBy: dataset.filledBy,
		columns: Object.entries(dataset.columns).map(([name, column]) => describeColumn(name, column)),
		rules: rules.filter(
			(rule, index) => rules.findIndex(({ says }) => says === rule.says) === index
		),
		example: exampleRows(dataset)
	};
}

function describeColumn(name: string, column: Column) {
	return {
		name,
		label: column.label,
		description: column.description ?? '',
		kind: [kinds[column.type], rangeOf(column)].filter(Boolean).join(', '),
		unit: column.unit ?? '',
		key: column.key === true,
		required: isRequired(column),
		codes: Object.entries(column.codes ?? {}).map(([code, label]) => ({ code, label })),
		example: column.example ?? examples[column.type] ?? ''
	};
}

/** `de 0.1 a 120,000`; years and the range that the type already says are left out. */
function rangeOf({ type, min, max }: Column): string {
	const plain = (value: number) => (type === 'year' ? String(value) : formatNumber(value));
	if (min !== undefined && max !== undefined) return `de ${plain(min)} a ${plain(max)}`;
	if (min !== undefined) return `desde ${plain(min)}`;
	return max === undefined ? '' : `hasta ${plain(max)}`;
}

/** The example rows with the columns that any of them fills. */
function exampleRows(dataset: Dataset) {
	const columns = Object.keys(dataset.columns).filter((name) =>
		dataset.examples.some((example) => example[name] !== undefined)
	);
	return { columns, rows: dataset.examples.map((row) => columns.map((name) => row[name] ?? '')) };
}
