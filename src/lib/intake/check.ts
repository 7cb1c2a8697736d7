import type { Finding } from '#lib/domain/finding.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { indexPlaces } from './cells/place.ts';
import { Collected } from './collect.ts';
import type { Told } from './encoding.ts';
import { fileFindings } from './findings/file.ts';
import { headerFindings } from './findings/header.ts';
import { guessDataset } from './guess.ts';
import { matchHeader, type Header } from './header.ts';
import { findLayout, type Layout } from './layout.ts';
import { groupsAbove, headingFault } from './layout-faults.ts';
import { RowReader } from './rows.ts';
import { fileRules, rowRules } from './rules.ts';
import { dataRows } from './structure.ts';
import { decideStyles } from './styles.ts';
import { allZeros, duplicateKeys, percentScales, severalQuarters } from './together.ts';
import { readingOf, textFrom } from './text-of-file.ts';
import { maxColumns, maxRows, tokenize, type RawRow } from './tokenize.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What a person decided about a file, instead of what the reader would. */
export type Choices = {
	dataset?: string;
	encoding?: string;
	delimiter?: string;
	/** Row of the headings, as a spreadsheet numbers it. */
	headerLine?: number;
	/** Our column → how its numbers are written. */
	numberStyles?: Record<string, 'point' | 'comma'>;
	/** Their heading → our column; an empty one means «do not use». */
	columns?: Record<string, string>;
	/** Our column → value for every row; wins over the file's column. */
	values?: Record<string, string>;
	/** Sheet of a workbook, by its name. */
	sheet?: string;
	/** Row of the file → our column → what a person wrote there instead; wins over everything else. */
	cells?: Record<string, Record<string, string>>;
	/** Rows of the file that a person leaves out. */
	leftOut?: number[];
};

/** How a file was read. */
export type Reading = {
	encoding: string;
	/** How the encoding was told, and how many words that we know came to light in it. */
	told?: { by: Told['by']; known: number; words: readonly string[] };
	delimiter: string;
	headerLine: number;
	/** Sheet that was read, for a workbook. */
	sheet?: string;
	/** Our column → style, for each column of numbers that the file has. */
	numberStyles: Record<string, 'point' | 'comma'>;
	/** Our column → their heading. */
	columns: Record<string, string>;
	/** Their headings that are not used. */
	ignored: string[];
};

/** A file, read: rows are for storing only when the verdict is not «rejected». */
export type Checked = {
	verdict: 'accepted' | 'warnings' | 'rejected';
	dataset: string | null;
	reading: Reading | null;
	rows: Row[];
	findings: Finding[];
};

export type CheckOptions = {
	datasets: readonly Dataset[];
	places: Places;
	/** Date in Lima, ISO: a quarter that has not begun is refused. */
	today: string;
	choices?: Choices;
	fileName?: string;
	/** Tells every finding, where a page shows the first ones of each kind and counts the rest. */
	every?: true;
};

/**
 * Bytes of a file → typed rows and everything there is to say of it. Never throws, whatever the
 * bytes; a stage runs only when those before it left something to read.
 */
export function checkFile(bytes: Uint8Array, options: CheckOptions): Checked {
	const found = new Collected(options);
	const asked = options.choices?.dataset ?? null;
	const text = textFrom(bytes, options, found);
	if (text === undefined) return outcome(found, asked, null);

	const { choices = {}, datasets, fileName } = options;
	const { delimiter = choices.delimiter } = text;
	const known = vocabularyOf(datasets, options.places);
	const layout = findLayout(text.text, datasets, { ...choices, delimiter }, known);
	const reading: Reading = {
		...readingOf(text),
		delimiter: layout.delimiter,
		headerLine: layout.headerLine,
		numberStyles: {},
		columns: {},
		ignored: []
	};
	const raw = split(text.text, layout, { datasets, choices, found });
	if (raw === undefined) return outcome(found, asked, reading);

	const { headings } = layout;
	const guess = guessDataset(datasets, { ...choices, headings, fileName, asked: choices.dataset });
	if (guess.finding) found.add(guess.finding);
	if (!guess.dataset || found.failed) return outcome(found, guess.dataset?.id ?? asked, reading);

	const { dataset } = guess;
	const header = matchHeader(dataset, { ...choices, line: layout.headerLine, headings, rows: raw });
	found.addAll(header.findings);
	reading.columns = { ...header.headings };
	reading.ignored = [...header.ignored];
	if (found.failed) return outcome(found, dataset.id, reading);
	if (raw.length === 0) {
		found.add(headerFindings.noRows(layout.headerLine));
		return outcome(found, dataset.id, reading);
	}

	const endsOpen = !text.text.endsWith('\n');
	const rows = readData(raw, { dataset, header, layout, options, found, reading, endsOpen });
	return outcome(found, dataset.id, reading, rows);
}

/** Splits the text below the headings into rows: undefined when that makes no sense. */
function split(
	text: string,
	layout: Layout,
	{ datasets, choices, found }: { datasets: readonly Dataset[]; choices: Choices; found: Collected }
): RawRow[] | undefined {
	const { rows, quotes, overflow } = tokenize(text.slice(layout.start), layout.delimiter);
	const { headings, headerLine } = layout;

	for (const { line, index, found: cell, closed } of quotes) {
		const column = line > headerLine ? headings[index] : undefined;
		const say = closed ? fileFindings.strayQuote : fileFindings.unclosedQuote;
		found.add(say(line, column?.trim() || undefined, cell));
	}
	const wide = rows.find(({ cells }) => cells.length > maxColumns);
	if (wide) found.add(fileFindings.tooManyColumns(wide.line, wide.width, maxColumns));
	if (overflow) found.add(fileFindings.tooManyRows(maxRows));
	const fault = found.failed ? undefined : headingFault(layout, rows, datasets, choices);
	if (fault) found.add(fault);
	if (found.failed) return undefined;

	if (rows.some(({ line }) => line < headerLine)) {
		found.add(headerFindings.titleRows(headerLine - 1));
		const above = rows.find(({ line }) => line === headerLine - 1);
		const groups = above ? groupsAbove(above.cells, headings) : [];
		if (groups.length > 0) found.add(headerFindings.doubleHeader(headerLine - 1, groups));
	}
	return rows.filter(({ line }) => line > headerLine);
}

type Data = {
	dataset: Dataset;
	header: Header;
	layout: Layout;
	options: CheckOptions;
	found: Collected;
	reading: Reading;
	endsOpen: boolean;
};

/** Rows of cells → typed rows, each checked alone and then all together. */
function readData(raw: readonly RawRow[], data: Data): Row[] {
	const { dataset, header, layout, options, found, reading } = data;
	const { choices = {}, places, today } = options;
	const { headings, headerLine, delimiter } = layout;

	const leftOut = new Set(choices.leftOut);
	const taken = leftOut.size === 0 ? raw : raw.filter(({ line }) => !leftOut.has(line));
	const usable = dataRows(taken, { ...data, headings, headerLine, delimiter });
	found.addAll(usable.findings);
	if (usable.rows.length === 0 && !found.failed) found.add(headerFindings.noRows(headerLine));

	const { values = {}, cells = {} } = choices;
	const textOf = (row: RawRow, name: string) => {
		const corrected = cells[row.line];
		if (corrected !== undefined && Object.hasOwn(corrected, name)) return corrected[name];
		if (Object.hasOwn(values, name)) return values[name];
		const place = header.places.get(name);
		return place === undefined ? undefined : (row.cells[place] ?? '');
	};
	const styles = decideStyles(dataset.columns, usable.rows, textOf, choices.numberStyles);
	for (const [name, { style }] of styles) reading.numberStyles[name] = style;

	const index = indexPlaces(places);
	const given = { dataset, header, headings, styles, places: index, today, textOf, found };
	const reader = new RowReader(given);
	const rows = usable.rows.map((row) => reader.read(row));
	found.addAll(duplicateKeys(dataset, rows));
	found.addAll(percentScales(dataset, rows));
	found.addAll(allZeros(dataset, rows));
	if (dataset.municipality !== undefined) found.addAll(severalQuarters(dataset, rows));

	const whole = !found.unread;
	found.addAll(rowRules(dataset, rows, { places, today }));
	// Sums over rows mean nothing while a row is missing or unread.
	if (whole) found.addAll(fileRules(dataset, rows));
	return rows.map(({ row }) => row);
}

function outcome(
	found: Collected,
	dataset: string | null,
	reading: Reading | null,
	rows: Row[] = []
): Checked {
	const findings = found.list();
	const warned = findings.some(({ severity }) => severity === 'warning');
	const verdict = found.failed ? 'rejected' : warned ? 'warnings' : 'accepted';
	return { verdict, dataset, reading, rows, findings };
}
