import type { Finding } from '#lib/domain/finding.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { Collected } from './collect.ts';
import { DataReader } from './data-reader.ts';
import type { Told } from './encoding.ts';
import { headerFindings } from './findings/header.ts';
import { Judge } from './judge.ts';
import type { Proposal } from './near-headings.ts';
import { openFile } from './open-file.ts';

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
	/** What some of those may be, for a person to say. */
	proposals?: readonly Proposal[];
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
	/** What this municipality's people said before: heading as `tight` → our column, or '' for «do not use». */
	memory?: Readonly<Record<string, string>>;
	/** Tells every finding, where a page shows the first ones of each kind and counts the rest. */
	every?: true;
	/** Rows that a file may have; those that fit in memory unless it is read in parts. */
	mostRows?: number;
};

/**
 * Bytes of a file → typed rows and everything there is to say of it. Never throws, whatever the
 * bytes; a stage runs only when those before it left something to read.
 */
export function checkFile(bytes: Uint8Array, options: CheckOptions): Checked {
	const found = new Collected(options);
	const opened = openFile(bytes, options, found);
	if (!('header' in opened)) return { ...outcome(found, opened.dataset, opened.reading), rows: [] };

	const reader = new DataReader(opened, options, found);
	const usable = reader.usable(opened.raw, { endsOpen: opened.endsOpen });
	if (usable.length === 0 && !found.failed) {
		found.add(headerFindings.noRows(opened.layout.headerLine));
	}
	const rows = reader.read(usable, reader.styles(usable));
	const judge = new Judge(opened.dataset, options, found);
	judge.add(rows);
	judge.end();
	const { dataset, reading } = opened;
	return { ...outcome(found, dataset.id, reading), rows: rows.map(({ row }) => row) };
}

/** What is said of a file at its end. */
export function outcome(
	found: Collected,
	dataset: string | null,
	reading: Reading | null
): Omit<Checked, 'rows'> {
	const findings = found.list();
	const warned = findings.some(({ severity }) => severity === 'warning');
	const verdict = found.failed ? 'rejected' : warned ? 'warnings' : 'accepted';
	return { verdict, dataset, reading, findings };
}
