import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody types in Excel: a row of the sheet → a heading → what is typed there. */
export type Edits = Readonly<Record<number, Readonly<Record<string, string | number>>>>;

const mark = '\uFEFF';

/** A CSV with semicolons after an edit in Excel, which adds rows at the foot. */
export function editCsv(bytes: Buffer, edits: Edits): Buffer {
	const lines = bytes
		.toString()
		.replace(mark, '')
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(';'));
	const [headings = []] = lines;
	for (const [line, cells] of Object.entries(edits)) {
		const row = (lines[Number(line) - 1] ??= headings.map(() => ''));
		for (const [heading, text] of Object.entries(cells))
			row[placeOf(headings, heading)] = String(text);
	}
	return Buffer.from(`${mark}${lines.map((line) => line.join(';')).join('\r\n')}\r\n`);
}

/** The first sheet of a workbook after the same: the rest of the file stays as it was. */
export function editWorkbook(bytes: Buffer, edits: Edits): Buffer {
	const parts = unzipSync(new Uint8Array(bytes));
	const path = 'xl/worksheets/sheet1.xml';
	let xml = strFromU8(parts[path] ?? new Uint8Array());
	const headings = headingsOf(xml, strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()));
	for (const [line, cells] of Object.entries(edits))
		for (const [heading, typed] of Object.entries(cells))
			xml = typeInto(xml, { line, letter: letterOf(placeOf(headings, heading)), typed });
	return Buffer.from(zipSync({ ...parts, [path]: strToU8(xml) }));
}

function placeOf(headings: readonly string[], heading: string): number {
	const place = headings.indexOf(heading);
	if (place < 0) throw new Error(`No column ${heading}.`);
	return place;
}

function letterOf(place: number): string {
	return String.fromCharCode('A'.charCodeAt(0) + place);
}

/** The texts of the first row. */
function headingsOf(sheet: string, sharedStrings: string): string[] {
	const texts = [...sharedStrings.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
		([, text = '']) => text
	);
	const [first = ''] = /<row r="1".*?<\/row>/.exec(sheet) ?? [];
	return [...first.matchAll(/<v>(\d+)<\/v>/g)].map(([, index]) => texts[Number(index)] ?? '');
}

type Typed = { line: string; letter: string; typed: string | number };

/** A cell is put in its place among those of its row, by its letter. */
function typeInto(sheet: string, { line, letter, typed }: Typed): string {
	const cell =
		typeof typed === 'number'
			? `<c r="${letter}${line}"><v>${typed}</v></c>`
			: `<c r="${letter}${line}" t="inlineStr"><is><t>${typed}</t></is></c>`;
	const row = new RegExp(`(<row r="${line}"[^>]*>)(.*?)(</row>)`);
	if (!row.test(sheet)) throw new Error(`No row ${line}.`);
	return sheet.replace(row, (_, start: string, cells: string, end: string) => {
		const all = cells.match(/<c [^>]*?(\/>|>.*?<\/c>)/g) ?? [];
		const others = all.filter((one) => !one.includes(`r="${letter}${line}"`));
		return start + [...others, cell].sort(byLetter).join('') + end;
	});
}

function byLetter(a: string, b: string): number {
	const letter = (cell: string) => /r="([A-Z]+)/.exec(cell)?.[1] ?? '';
	return letter(a) < letter(b) ? -1 : 1;
}
