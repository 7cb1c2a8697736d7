import { findDataset } from '#lib/datasets/index.ts';
import type { CellValue } from '#lib/domain/record.ts';
import { limaMoment } from '#lib/words/date.ts';
import { cellWords, keyWords, rowAddress, senderWords } from '#lib/words/origin.ts';
import type { ProvenRecord } from '../queries/origin.ts';
import { allCells } from '../submissions/current.ts';
import type { Viewer } from '../visibility.ts';
import type { Typed } from './typed.ts';

/** The file behind a row, as everybody may know it; staff also know who sent it and may have it. */
export type FileProof = {
	/** Id of the submission: also the number of its receipt. */
	readonly submission: string;
	readonly name: string;
	readonly sheet: string | null;
	readonly sha256: string;
	readonly sender: string;
	/** Date and time in Lima. */
	readonly received: string;
	/** Where the original can be downloaded; null for who may not. */
	readonly original: string | null;
};

/** One cell behind a figure. */
export type CellProof = {
	readonly address: string;
	readonly key: string;
	readonly dataset: string;
	readonly column: string;
	readonly stored: string;
	readonly isBlank: boolean;
	/** The figure was worked out from other cells of the row: this one is blank. */
	readonly isDerived: boolean;
	readonly typed: Typed | null;
	readonly line: number;
	readonly submission: string;
	readonly file: string;
};

/** What is told of a record's file. */
export function fileProof(viewer: Viewer, record: ProvenRecord): FileProof {
	const isStaff = viewer.role === 'administracion';
	const institution = senderWords({ role: record.sender_role, fictional: record.fictional });
	return {
		submission: record.submission,
		name: record.file_name,
		sheet: record.sheet,
		sha256: record.sha256,
		sender: isStaff && record.sender_name ? `${record.sender_name}, ${institution}` : institution,
		received: limaMoment(record.received_at),
		original: isStaff ? `/cargas/${record.submission}/original` : null
	};
}

/** What is told of one cell of a record. */
export function cellProof(
	record: ProvenRecord,
	{ column, typed, hasValue }: { column: string; typed: Typed | undefined; hasValue: boolean }
): CellProof {
	const dataset = findDataset(record.dataset);
	const cells = allCells(record);
	const value: CellValue = cells[column] ?? null;
	return {
		address: rowAddress(record),
		key: (dataset && keyWords(dataset, JSON.parse(record.key))) || 'Su fila',
		dataset: dataset?.title ?? record.dataset,
		column: dataset?.columns[column]?.label ?? column,
		stored: cellWords(dataset?.columns[column], value, record.blanks[column]),
		isBlank: value === null,
		isDerived: value === null && hasValue,
		typed: typed ?? null,
		line: record.line,
		submission: record.submission,
		file: record.file_name
	};
}
