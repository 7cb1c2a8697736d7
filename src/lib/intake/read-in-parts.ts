import { plainBreaks, maxColumns, type RawRow } from './tokenize.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Row } from '#lib/domain/record.ts';
import type { ColumnStyle } from './cells/number-style.ts';
import type { LargeOptions } from './check-large.ts';
import type { Collected } from './collect.ts';
import { DataReader } from './data-reader.ts';
import { fileFindings } from './findings/file.ts';
import { Judge } from './judge.ts';
import type { Opened } from './open-file.ts';
import { PlaceGroups, Shares } from './place-groups.ts';
import type { ReadRow } from './rows.ts';
import type { Styles } from './styles.ts';
import { wholeLines } from './survey.ts';
import { Tokenizer } from './tokenizer.ts';

/** What an attempt takes for true of the whole file, and knows only at its end. */
export type Assumed = {
	readonly styles?: ReadonlyMap<string, ColumnStyle>;
	/** The rows of one municipality stand apart: the file is read a share of municipalities at a time. */
	readonly scattered?: true;
};

type Options = LargeOptions & {
	readonly encoding: string;
	readonly bytes: number;
	readonly headBytes: number;
	readonly mostRows: number;
};

/** Rows that are read before others may go on: a few milliseconds of work. */
const rowsAtOnce = 1000;

/** How a reading ended: with all rows, with something to assume instead, or not split into rows. */
export type Read = { rows: number } | { instead: Assumed } | { unsplit: readonly Finding[] };

/** Reads the rows of a file whose headings are known; gives what to assume instead, when it was wrong. */
export async function readInParts(
	opened: Opened,
	assumed: Assumed,
	options: Options,
	found: Collected
): Promise<Read> {
	const { dataset } = opened;
	const reader = new DataReader(opened, options, found);
	const judge = new Judge(dataset, options, found);
	const styles = assumed.styles ?? reader.styles(opened.raw);
	const shares = assumed.scattered ? new Shares(opened, options, reader.textOf) : undefined;
	const unsplit: Finding[] = [];
	let gathered: Styles | undefined;
	let rows = 0;

	for (let share = 0; share < (shares?.count ?? 1); share++) {
		const groups = new PlaceGroups(dataset, { scattered: shares !== undefined });
		const part = { share, of: shares?.count ?? 1 };
		for await (const { raw, endsOpen } of batches(opened, part, options, unsplit)) {
			const own = shares ? raw.filter((row) => shares.of(row) === share) : raw;
			const usable = reader.usable(own, { endsOpen: endsOpen && own.at(-1) === raw.at(-1) });
			if (gathered) gathered.add(usable);
			else gathered = reader.gatherStyles(usable);
			rows += usable.length;
			await options.pause();
			if (rows > options.mostRows) {
				return { unsplit: [...unsplit, fileFindings.tooManyRows(options.mostRows)] };
			}
			for (const whole of groups.add(reader.read(usable, styles))) {
				judge.add(whole);
				await options.pause();
				if (options.sink) await options.sink.add(dataset, plain(whole));
				await options.pause();
			}
			if (groups.isScattered) return { instead: { scattered: true } };
		}
		if (unsplit.length > 0) return { unsplit };
		const last = groups.last();
		judge.add(last);
		if (options.sink) await options.sink.add(dataset, plain(last));
	}

	const real = gathered?.decide(options.choices?.numberStyles) ?? styles;
	if (!sameStyles(real, styles)) return { instead: { styles: real } };
	judge.end();
	return { rows };
}

function plain(rows: readonly ReadRow[]): Row[] {
	return rows.map(({ row }) => row);
}

function sameStyles(a: ReadonlyMap<string, ColumnStyle>, b: ReadonlyMap<string, ColumnStyle>) {
	return JSON.stringify([...a]) === JSON.stringify([...b]);
}

/** The rows below the headings, a few at a time; the last ones are told when the text ends in a line. */
async function* batches(
	{ layout }: Opened,
	part: { share: number; of: number },
	options: Options,
	unsplit: Finding[]
): AsyncGenerator<{ raw: RawRow[]; endsOpen: boolean }, void, undefined> {
	const { delimiter, headerLine } = layout;
	const tokenizer = new Tokenizer(delimiter);
	let before: RawRow[] = [];
	let done = part.share * options.bytes;
	let endsOpen = false;
	let isWide = false;
	for await (const { text, bytes, isLast } of texts(options, layout.start)) {
		tokenizer.push(text, isLast);
		endsOpen = isLast && !text.endsWith('\n');
		for (;;) {
			const rows = tokenizer.take(rowsAtOnce);
			if (rows.length === 0) break;
			const wide = rows.find(({ cells }) => cells.length > maxColumns);
			if (wide && !isWide)
				unsplit.push(fileFindings.tooManyColumns(wide.line, wide.width, maxColumns));
			isWide ||= wide !== undefined;
			// A lone last row is judged beside others, as in a whole file.
			if (before.length > 0 && rows.length > 1) {
				yield { raw: before, endsOpen: false };
				before = [];
			}
			before = before.concat(rows.filter(({ line }) => line > headerLine));
			await options.pause();
		}
		done += bytes;
		options.progress?.(done, options.bytes * part.of);
	}
	unsplit.unshift(...quoteFindings(tokenizer, layout));
	if (before.length > 0) yield { raw: before, endsOpen };
}

/** The text of the file in pieces that end with a line, from the place where row 1 starts. */
async function* texts({ read, decode, encoding }: Options, start: number) {
	let before: { text: string; bytes: number } | undefined;
	for await (const lines of wholeLines(read())) {
		if (before) yield { ...before, isLast: false };
		const text = plainBreaks(decode(lines, encoding).replaceAll('\uFEFF', ''));
		before = { text: before ? text : text.replace(/^ï»¿/, '').slice(start), bytes: lines.length };
	}
	// MS-DOS ends a text with a sign of its own.
	if (before)
		yield {
			...before,
			text: before.text.endsWith('\u001A') ? before.text.slice(0, -1) : before.text,
			isLast: true
		};
}

function quoteFindings({ quotes }: Tokenizer, layout: Opened['layout']): Finding[] {
	return quotes.map(({ line, index, found, closed }) => {
		const column = line > layout.headerLine ? layout.headings[index] : undefined;
		const say = closed ? fileFindings.strayQuote : fileFindings.unclosedQuote;
		return say(line, column?.trim() || undefined, found);
	});
}
