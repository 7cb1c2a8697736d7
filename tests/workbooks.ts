import { zipSync, strToU8, type Zippable } from 'fflate';

/** A cell of a workbook made for a test: text, number, or its XML as it stands. */
export type TestCell = string | number | null | { readonly xml: string };

export type TestSheet = {
	readonly name: string;
	readonly rows: readonly (readonly TestCell[])[];
	readonly state?: 'hidden' | 'veryHidden';
	/** Row numbers from 1. */
	readonly hiddenRows?: readonly number[];
	/** XML before and after the rows. */
	readonly before?: string;
	readonly after?: string;
};

type More = {
	/** Format codes: a cell of style n has the n-th, style 0 being General. */
	readonly formats?: readonly string[];
	readonly workbookPr?: string;
	/** Parts that are added or replaced. */
	readonly parts?: Readonly<Record<string, string | Uint8Array>>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook, part by part as Excel writes them, before it is packed. */
export function workbookParts(sheets: readonly TestSheet[], more: More = {}): Zippable {
	const parts: Record<string, string | Uint8Array> = {
		'[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}">${more.workbookPr ?? ''}<sheets>${sheets
			.map(
				({ name, state }, index) =>
					`<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations([
			...sheets.map(
				(_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const
			),
			['rIdS', 'styles', 'styles.xml'],
			['rIdT', 'sharedStrings', 'sharedStrings.xml']
		]),
		'xl/styles.xml': stylesXml(more.formats ?? [])
	};
	const texts = new Map<string, number>();
	for (const [index, sheet] of sheets.entries())
		parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, texts);
	parts['xl/sharedStrings.xml'] =
		`${head}<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
	const all = Object.entries({ ...parts, ...more.parts });
	return Object.fromEntries(
		all.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])
	);
}

/** A workbook with some sheets. */
export function workbook(sheets: readonly TestSheet[], more: More = {}): Uint8Array {
	return zipSync(workbookParts(sheets, more));
}

/** A CSV without quotes as the rows of a sheet: what looks like a plain number is one. */
export function rowsOf(csv: string): TestCell[][] {
	return csv
		.trimEnd()
		.split('\n')
		.map((line) =>
			line
				.split(',')
				.map((cell) => (/^(0|-?[1-9]\d*|-?\d+\.\d+)$/.test(cell) ? Number(cell) : cell))
		);
}

function relations(all: readonly (readonly [string, string, string])[]): string {
	const lines = all.map(
		([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
	);
	return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

function stylesXml(formats: readonly string[]): string {
	const own = formats.map(
		(code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`
	);
	const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
	return `${head}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function sheetXml(sheet: TestSheet, texts: Map<string, number>): string {
	const rows = sheet.rows.map((cells, index) => {
		const line = index + 1;
		const hidden = sheet.hiddenRows?.includes(line) ? ' hidden="1"' : '';
		return `<row r="${line}"${hidden}>${cells.map((cell, at) => cellXml(cell, `${letters(at)}${line}`, texts)).join('')}</row>`;
	});
	return `${head}<worksheet xmlns="${main}">${sheet.before ?? ''}<sheetData>${rows.join('')}</sheetData>${sheet.after ?? ''}</worksheet>`;
}

function cellXml(cell: TestCell, reference: string, texts: Map<string, number>): string {
	if (cell === null || cell === '') return '';
	if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`);
	if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
	if (!texts.has(cell)) texts.set(cell, texts.size);
	return `<c r="${reference}" t="s"><v>${texts.get(cell)}</v></c>`;
}

function letters(index: number): string {
	return (
		(index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') +
		String.fromCharCode(65 + (index % 26))
	);
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
