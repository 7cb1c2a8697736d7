import type { Finding } from '#lib/domain/finding.ts';
import type { Reading } from './check.ts';
import type { Told } from './encoding.ts';

/** Rows of the file that were not read, by what they are, as a spreadsheet numbers them. */
export type Skipped = {
	readonly kind: 'title' | 'units' | 'headings' | 'total' | 'note' | 'empty';
	/** Of the empty ones at the end, only the first. */
	readonly rows: readonly number[];
	/** Whether there are more of the kind than are listed. */
	readonly more: boolean;
};

/** What was detected of a file, as facts: the pages put them in words. */
export type Detected = {
	readonly encoding: string;
	/** How the encoding was told: by a person, a mark, the bytes themselves, known words, or as is usual. */
	readonly by: Told['by'] | null;
	/** How many different words that we know came to light in it, and the first of them. */
	readonly known: number;
	readonly words: readonly string[];
	readonly delimiter: string;
	readonly headerLine: number;
	/** Columns of ours that were found, and headings that are not used. */
	readonly columns: number;
	readonly ignored: readonly string[];
	readonly skipped: readonly Skipped[];
};

const kinds = {
	'title-rows': 'title',
	'units-row': 'units',
	'repeated-header': 'headings',
	'total-row': 'total',
	'note-row': 'note',
	'empty-tail': 'empty'
} as const satisfies Record<string, Skipped['kind']>;

/** What was detected of a file: its encoding and by what evidence, its layout, the rows that were skipped. */
export function detected(reading: Reading, findings: readonly Finding[]): Detected {
	return {
		encoding: reading.encoding,
		by: reading.told?.by ?? null,
		known: reading.told?.known ?? 0,
		words: reading.told?.words ?? [],
		delimiter: reading.delimiter,
		headerLine: reading.headerLine,
		columns: Object.keys(reading.columns).length,
		ignored: reading.ignored,
		skipped: skippedRows(reading.headerLine, findings)
	};
}

function skippedRows(headerLine: number, findings: readonly Finding[]): Skipped[] {
	return Object.entries(kinds).flatMap(([code, kind]) => {
		const own = findings.filter((finding) => finding.code === code);
		if (own.length === 0) return [];
		const rows =
			kind === 'title'
				? Array.from({ length: headerLine - 1 }, (_, index) => index + 1)
				: own.flatMap(({ line }) => (line === undefined ? [] : [line]));
		return [{ kind, rows, more: own.some(({ line }) => line === undefined) }];
	});
}
