import type { Dataset } from '#lib/datasets/types.ts';
import type { CheckOptions, Choices, Reading } from './check.ts';
import type { Collected } from './collect.ts';
import { emptyTail } from './empty-tail.ts';
import { fileFindings } from './findings/file.ts';
import { headerFindings } from './findings/header.ts';
import { guessDataset } from './guess.ts';
import { matchHeader, type Header } from './header.ts';
import { findLayout, type Layout } from './layout.ts';
import { groupsAbove, headingFault } from './layout-faults.ts';
import { readingOf, textFrom } from './text-of-file.ts';
import { maxColumns, maxRows, tokenize, type RawRow } from './tokenize.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A file whose headings are understood, and its rows as texts. */
export type Opened = {
	readonly dataset: Dataset;
	readonly header: Header;
	readonly layout: Layout;
	readonly reading: Reading;
	/** Rows below the headings. */
	readonly raw: readonly RawRow[];
	/** Whether the text ends in the middle of a line. */
	readonly endsOpen: boolean;
};

/** How far a file was understood that cannot be read: its dataset may be known. */
export type NotOpened = { readonly dataset: string | null; readonly reading: Reading | null };

/** Bytes of a file → what its headings mean, and its rows as texts. What is wrong goes to `found`. */
export function openFile(
	bytes: Uint8Array,
	options: CheckOptions,
	found: Collected
): Opened | NotOpened {
	const asked = options.choices?.dataset ?? null;
	const text = textFrom(bytes, options, found);
	if (text === undefined) return { dataset: asked, reading: null };

	const { choices = {}, datasets, fileName, memory = {} } = options;
	const { delimiter = choices.delimiter } = text;
	const known = vocabularyOf(datasets, options.places);
	const layout = findLayout(text.text, datasets, { ...choices, delimiter }, known);
	const reading: Reading = {
		...readingOf(text),
		delimiter: layout.delimiter,
		headerLine: layout.headerLine,
		numberStyles: {},
		columns: {},
		ignored: [],
		proposals: []
	};
	const raw = split(text.text, layout, { datasets, choices, found });
	if (raw === undefined) return { dataset: asked, reading };

	const { headings } = layout;
	const given = { ...choices, headings, memory };
	const guess = guessDataset(datasets, { ...given, fileName, asked: choices.dataset });
	if (guess.finding) found.add(guess.finding);
	if (!guess.dataset || found.failed) {
		return { dataset: guess.dataset?.id ?? asked, reading };
	}

	const { dataset } = guess;
	const header = matchHeader(dataset, { ...given, line: layout.headerLine, rows: raw });
	found.addAll(header.findings);
	reading.columns = { ...header.headings };
	reading.ignored = [...header.ignored];
	reading.proposals = header.proposals;
	if (found.failed) return { dataset: dataset.id, reading };
	if (raw.length === 0) {
		found.add(headerFindings.noRows(layout.headerLine));
		return { dataset: dataset.id, reading };
	}

	const endsOpen = !text.text.endsWith('\n');
	return { dataset, header, layout, reading, raw, endsOpen };
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
	const last = rows.at(-1)?.line ?? headerLine;
	const tail = emptyTail(text, layout.delimiter);
	if (tail > 0) found.add(headerFindings.emptyTail(last + 1, last + tail));
	return rows.filter(({ line }) => line > headerLine);
}
