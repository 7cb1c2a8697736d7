/** What a cell of an export may hold. */
export type CsvCell = string | number | boolean | null | undefined;

/** One row by column name; a column that is absent is an empty cell. */
export type CsvRow = { readonly [column: string]: CsvCell };

/**
 * Rows as CSV (RFC 4180). For machines: plain UTF-8 and commas. For people (`people`): the mark by
 * which Excel knows UTF-8, and the separator that their Excel splits by; never a `sep=` line.
 */
export function writeCsv(
	columns: readonly string[],
	rows: Iterable<CsvRow>,
	{ people }: { people?: { delimiter: ',' | ';' } } = {}
): string {
	const cells = Array.from(rows, (row) => columns.map((column) => row[column]));
	return writeTable([columns, ...cells], { people });
}

/** The same for rows that are lists of cells, of columns that may share a name. The first are titles. */
export function writeTable(
	rows: Iterable<readonly CsvCell[]>,
	{ people }: { people?: { delimiter: ',' | ';' } } = {}
): string {
	const delimiter = people?.delimiter ?? ',';
	const lines = Array.from(rows, (row) => row.map((one) => cell(one, delimiter)).join(delimiter));
	return `${people ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvCell, delimiter: string): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return value ? '1' : '0';

	const text = inert(value);
	return text.includes(delimiter) || /["\r\n]/.test(text)
		? `"${text.replaceAll('"', '""')}"`
		: text;
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises.
 * Only texts come here: a negative number is a number and stays one.
 */
function inert(text: string): string {
	return /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r\n]/.test(text)
		? `'${text}`
		: text;
}
