import type { Row } from '#lib/domain/record.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { outcome, type CheckOptions, type Checked } from './check.ts';
import { Collected } from './collect.ts';
import { headerFindings } from './findings/header.ts';
import { NotInParts } from './not-in-parts.ts';
import { openFile, type Opened } from './open-file.ts';
import { readInParts, type Assumed } from './read-in-parts.ts';
import { surveyFile, type Pieces } from './survey.ts';
import { maxLargeRows } from './tokenize.ts';

/** Where the rows of a large file go as they are read. */
export type RowSink = {
	/** Forgets what came: the file is read again, now that more is known of it. */
	restart(): Promise<void> | void;
	add(dataset: Dataset, rows: readonly Row[]): Promise<void> | void;
};

export type LargeOptions = CheckOptions & {
	/** The file from its first byte, in pieces; asked for as often as it is read. */
	readonly read: Pieces;
	/** Bytes in an encoding whose every letter was checked → text, as fast as the host can. */
	readonly decode: (bytes: Uint8Array, encoding: string) => string;
	/** Lets others go on. Asked every few milliseconds; what it throws stops the reading. */
	readonly pause: () => Promise<void>;
	/** How far it is, of a total that may grow once. */
	readonly progress?: (done: number, total: number) => void;
	readonly sink?: RowSink;
	/** Bytes of the start that is opened first; some hundred thousand unless given. */
	readonly head?: number;
};

/** A large file, read: its rows went to the sink. */
export type LargeChecked = Omit<Checked, 'rows'> & { readonly rows: number };

/** Attempts at most: what a first reading assumed of the whole file, the second knows. */
const attempts = 3;

/**
 * The same as `checkFile`, with the file in pieces and never whole in memory. The start of the file is
 * opened by the same code, its rows are read and judged by the same code; what only the whole file can
 * tell (how numbers are written, which columns are empty) is assumed from the start and, should the
 * rest say otherwise, the file is read once more.
 *
 * @throws NotInParts for a file that has to be read whole
 */
export async function checkLarge(options: LargeOptions): Promise<LargeChecked> {
	const mostRows = options.mostRows ?? maxLargeRows;
	const survey = await surveyFile({ ...options, mostRows });
	if ('refused' in survey) {
		return { ...outcome(survey.refused, options.choices?.dataset ?? null, null), rows: 0 };
	}

	const { head, bytes, encoding, told } = survey;
	const choices = { ...options.choices, encoding };
	const all = { ...options, mostRows, bytes, encoding, headBytes: head.length };
	let assumed: Assumed = {};
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const found = new Collected(options);
		const opened = openFile(head, { ...options, choices, mostRows }, found);
		const codes = new Set(found.list().map(({ code }) => code));
		for (const finding of survey.findings) if (!codes.has(finding.code)) found.add(finding);
		if (!('header' in opened)) {
			return { ...outcome(found, opened.dataset, opened.reading), rows: 0 };
		}
		if (!isByPlace(opened.dataset)) throw new NotInParts();

		const known = { ...opened, reading: { ...opened.reading, ...(told && { told }) } };
		await options.sink?.restart();
		const result = await readInParts(known, assumed, all, found);
		if ('rows' in result) return finish(known, found, result.rows);
		if ('unsplit' in result) {
			const only = new Collected(options);
			only.addAll([...survey.findings, ...result.unsplit]);
			const reading = { ...known.reading, columns: {}, numberStyles: {}, ignored: [] };
			return { ...outcome(only, options.choices?.dataset ?? null, reading), rows: 0 };
		}
		assumed = { ...assumed, ...result.instead };
	}
	throw new NotInParts();
}

function finish({ dataset, reading, layout }: Opened, found: Collected, rows: number) {
	if (rows === 0 && !found.failed) found.add(headerFindings.noRows(layout.headerLine));
	return { ...outcome(found, dataset.id, reading), rows };
}

/** Whether keys and rules over rows never look past one municipality. */
function isByPlace({ municipality, period, columns }: Dataset): boolean {
	const isKey = (name: string | undefined) => name !== undefined && columns[name]?.key === true;
	return isKey(municipality) && isKey(period);
}
