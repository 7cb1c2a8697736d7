import type { Dataset } from '#lib/datasets/types.ts';

/** A row of a template: texts by column, as they are typed. */
export type TemplateRow = Readonly<Record<string, string>>;

/** A template as a table: its headings are names of columns, then the name of the place. */
export type TemplateTable = {
	readonly headings: readonly string[];
	/** Our column below each heading; undefined for the name of the place. */
	readonly columns: readonly (string | undefined)[];
	readonly rows: readonly (readonly string[])[];
};

/** Heading of the name beside a code: read, compared with the code, and not stored. */
const companion = 'municipio';

/** Lays a template out. With `names` each ubigeo has the name of its place beside it. */
export function templateTable(
	dataset: Dataset,
	rows: readonly TemplateRow[],
	names?: ReadonlyMap<string, string>
): TemplateTable {
	const place = dataset.municipality ?? '';
	const isNamed = names !== undefined && dataset.columns[place]?.type === 'municipality';
	const columns = Object.keys(dataset.columns).flatMap((name) =>
		isNamed && name === place ? [name, undefined] : [name]
	);
	return {
		headings: columns.map((name) => name ?? companion),
		columns,
		rows: rows.map((row) =>
			columns.map((name) =>
				name === undefined ? (names?.get(row[place] ?? '') ?? '') : (row[name] ?? '')
			)
		)
	};
}

/**
 * The CSV that a person fills: the names of the columns, then the rows given, as typed. For Excel the
 * route puts the mark of UTF-8 before it. Columns that a row does not have stay empty.
 */
export function templateCsv(
	dataset: Dataset,
	{
		delimiter,
		rows = [],
		names
	}: {
		delimiter: ',' | ';';
		rows?: readonly TemplateRow[];
		names?: ReadonlyMap<string, string>;
	}
): string {
	const table = templateTable(dataset, rows, names);
	const lines = table.rows.map((cells) =>
		cells.map((text, index) => {
			// What a spreadsheet would run as a formula gets an apostrophe, which the reader takes off.
			const name = table.columns[index];
			const isText = name !== undefined && dataset.columns[name]?.type === 'text';
			return isText && /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
		})
	);
	return [table.headings, ...lines]
		.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + '\r\n')
		.join('');
}

function quoted(cell: string, delimiter: string): string {
	const plain = !/["\r\n]/.test(cell) && !cell.includes(delimiter) && cell.trim() === cell;
	return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
