import type { Finding } from '#lib/domain/finding.ts';
import { workbookFindings } from '../findings/workbook.ts';
import { inflated } from './inflate.ts';
import { builtInFormat, formatOf, type NumberFormat } from './numbers.ts';
import { XmlReader } from './xml.ts';
import { partsOf } from './zip.ts';

/** A sheet of a workbook, not read yet. */
export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly path: string };

/** A workbook that was found safe to open. */
export type Workbook = {
	readonly sheets: readonly SheetPart[];
	/** Texts that cells name by number. */
	readonly texts: readonly string[];
	/** Number formats by the style of a cell. */
	readonly formats: readonly NumberFormat[];
	readonly from1904: boolean;
	/** The bytes of a part. @throws BadWorkbook */
	part(path: string): Uint8Array;
};

/** A workbook that cannot be read, on the way out of it; never leaves this folder. */
export class BadWorkbook extends Error {
	readonly finding: Finding;

	constructor(finding: Finding) {
		super(finding.code);
		this.finding = finding;
	}
}

/** Reads a part element by element: `visit` sees the reader at every event. @throws BadWorkbook */
export function walk(
	path: string,
	reader: XmlReader,
	visit: (event: 'open' | 'close' | 'text') => void
): void {
	for (let event = reader.next(); event !== 'end'; event = reader.next()) {
		if (event !== 'fault') visit(event);
		if (reader.fault) throw xmlFault(path, reader);
	}
}

export function xmlFault(path: string, { fault }: XmlReader): BadWorkbook {
	const say = fault === 'doctype' ? 'declaresEntities' : 'damaged';
	return new BadWorkbook(workbookFindings[say](path));
}

/** Opens a workbook as far as to know its sheets, texts and formats. @throws BadWorkbook */
export function openWorkbook(bytes: Uint8Array): Workbook {
	const listed = partsOf(bytes);
	if ('refusal' in listed) throw new BadWorkbook(listed.refusal);
	const { parts } = listed;
	const names = [...parts.keys()];
	if (
		names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))
	)
		throw new BadWorkbook(workbookFindings.macros());
	if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
		throw new BadWorkbook(workbookFindings.binary());

	const part = (path: string) => {
		const found = parts.get(path);
		const content = found && inflated(bytes, found);
		if (!content) throw new BadWorkbook(workbookFindings.damaged(path));
		return content;
	};
	const root = targets(part, '_rels/.rels', '');
	const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
	if (path === undefined || !parts.has(path))
		throw new BadWorkbook(workbookFindings.damaged('xl/workbook.xml'));

	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const file = path.slice(folder.length);
	const related = targets(part, `${folder}_rels/${file}.rels`, folder);
	const { sheets, from1904 } = sheetsIn(part(path), path, related);
	const pathOf = (type: string) => {
		const target = [...related.values()].find((one) => one.type === type)?.target;
		return target !== undefined && parts.has(target) ? target : undefined;
	};
	const [texts, styles] = [pathOf('sharedStrings'), pathOf('styles')];
	return {
		sheets: sheets.filter((sheet) => parts.has(sheet.path)),
		from1904,
		texts: texts === undefined ? [] : textsIn(part(texts), texts),
		formats: styles === undefined ? [] : formatsIn(part(styles), styles),
		part
	};
}

type Target = { readonly type: string; readonly target: string };

/** What a part refers to, by the id of each relation. */
function targets(
	part: (path: string) => Uint8Array,
	path: string,
	folder: string
): Map<string, Target> {
	const found = new Map<string, Target>();
	const reader = new XmlReader(part(path));
	walk(path, reader, (event) => {
		if (event !== 'open' || reader.name !== 'Relationship') return;
		if (reader.attribute('TargetMode') === 'External') return;
		const type = reader.attribute('Type') ?? '';
		const target = reader.attribute('Target') ?? '';
		found.set(reader.attribute('Id') ?? '', {
			type: type.slice(type.lastIndexOf('/') + 1),
			target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
		});
	});
	return found;
}

function sheetsIn(bytes: Uint8Array, path: string, related: ReadonlyMap<string, Target>) {
	const sheets: SheetPart[] = [];
	let from1904 = false;
	const reader = new XmlReader(bytes);
	walk(path, reader, (event) => {
		if (event !== 'open') return;
		if (reader.name === 'workbookPr') from1904 = isTrue(reader.attribute('date1904'));
		if (reader.name !== 'sheet') return;
		const target = related.get(reader.attribute('r:id') ?? relationOf(reader) ?? '');
		// Charts have sheets of their own.
		if (target?.type !== 'worksheet') return;
		const state = reader.attribute('state') ?? 'visible';
		const name = reader.attribute('name') ?? '';
		sheets.push({ name, hidden: state !== 'visible', path: target.target });
	});
	return { sheets, from1904 };
}

// Some programs give the namespace of relations another prefix.
function relationOf(reader: XmlReader): string | undefined {
	return ['rel:id', 'ns1:id', 'd3p1:id'].map((name) => reader.attribute(name)).find(Boolean);
}

export function isTrue(attribute: string | undefined): boolean {
	return attribute === '1' || attribute === 'true';
}

/** `_x000D_` stands for a letter that XML does not carry. */
export function withEscapes(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
				String.fromCharCode(parseInt(code, 16))
			)
		: text;
}

/** The texts of the workbook: pieces of several formats are one text, guides to pronunciation none. */
function textsIn(bytes: Uint8Array, path: string): string[] {
	const texts: string[] = [];
	let text = '';
	let isText = false;
	let aside = false;
	const reader = new XmlReader(bytes);
	walk(path, reader, (event) => {
		if (event === 'text') {
			if (isText && !aside) text += reader.text;
			return;
		}
		const opens = event === 'open';
		if (reader.name === 't') isText = opens;
		else if (reader.name === 'rPh') aside = opens;
		else if (reader.name === 'si') {
			if (opens) text = '';
			else texts.push(withEscapes(text));
		}
	});
	return texts;
}

function formatsIn(bytes: Uint8Array, path: string): NumberFormat[] {
	const own = new Map<number, NumberFormat>();
	const formats: NumberFormat[] = [];
	let isCell = false;
	const reader = new XmlReader(bytes);
	walk(path, reader, (event) => {
		if (reader.name === 'cellXfs' && event !== 'text') isCell = event === 'open';
		if (event !== 'open') return;
		const id = Number(reader.attribute('numFmtId') ?? 0);
		if (reader.name === 'numFmt') own.set(id, formatOf(reader.attribute('formatCode') ?? ''));
		else if (isCell && reader.name === 'xf') formats.push(own.get(id) ?? builtInFormat(id));
	});
	return formats;
}
