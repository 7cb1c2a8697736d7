import type { Dataset } from '#lib/datasets/types.ts';

/**
 * The CSV that a person fills: the names of the columns, then the rows given, as typed. For Excel the
 * route puts the mark of UTF-8 before it. Columns that a row does not have stay empty.
 */
export function templateCsv(
	dataset: Dataset,
	{
		delimiter,
		rows = []
	}: { delimiter: ',' | ';'; rows?: readonly Readonly<Record<string, string>>[] }
): string {
	const names = Object.keys(dataset.columns);
	const lines = rows.map((row) =>
		names.map((name) => {
			const text = row[name] ?? '';
			// What a spreadsheet would run as a formula gets an apostrophe, which the reader takes off.
			const isText = dataset.columns[name]?.type === 'text';
			return isText && /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
		})
	);
	return [names, ...lines]
		.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + '\r\n')
		.join('');
}

function quoted(cell: string, delimiter: string): string {
	const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && cell.trim() === cell;
	return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
