import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { datasets, findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { checkFile, type Checked, type Choices, type Reading } from '#lib/intake/check.ts';
import { digestText, toRecord, type StoredRow } from '#lib/intake/records.ts';
import { rawTable, type RawTable } from '#lib/intake/raw-table.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { placesFor } from '#lib/server/queries/places.ts';
import { memoryFor } from './heading-memory.ts';
import { placesWithPackage } from './package-places.ts';
import type { Submission } from './state.ts';

/** A file read against what is stored now. Without dataset or with errors it has no rows to store. */
export type FileRead = {
	readonly checked: Checked;
	readonly dataset: Dataset | undefined;
	readonly rows: readonly StoredRow[];
	readonly digest: string | null;
};

export type ReadOptions = {
	readonly originals: Originals;
	/** Date in Lima; the clock's unless given. */
	readonly today?: string;
	/** Tells every finding, where a page shows the first ones of each kind. */
	readonly every?: true;
	/** Only against what is stored: nothing that came with it in a package counts. */
	readonly alone?: true;
};

/** What is needed of a submission to read its original. */
export type Sent = Pick<
	Submission,
	'id' | 'package' | 'sha256' | 'file_name' | 'dataset' | 'municipality'
>;

/**
 * Reads an original with the same code at every step of its life: check, review and confirmation. Of a
 * municipality that is known, headings mean what its people said before.
 */
export async function readOriginal(
	db: Kysely<Database>,
	submission: Sent,
	{ originals, today, every, alone, choices }: ReadOptions & { choices: Choices }
): Promise<FileRead> {
	const bytes = await originals.read(submission.sha256);
	const rules = await rulesFor(db, today);
	const memory = await memoryFor(db, {
		...submission,
		dataset: choices.dataset ?? submission.dataset
	});
	const checked = checkFile(bytes, {
		...rules,
		...(!alone && { places: await placesWithPackage(db, submission, { ...rules, originals }) }),
		choices,
		...(memory && { memory }),
		fileName: submission.file_name,
		...(every && { every })
	});

	const dataset = checked.dataset === null ? undefined : findDataset(checked.dataset);
	if (!dataset || checked.verdict === 'rejected')
		return { checked, dataset, rows: [], digest: null };
	return {
		checked,
		dataset,
		rows: checked.rows.map((row) => toRecord(dataset, row)),
		digest: createHash('sha256').update(digestText(dataset, checked.rows)).digest('hex')
	};
}

/** What every file is read against: datasets, places as they are registered now, the date. */
async function rulesFor(db: Kysely<Database>, today: string | undefined) {
	return { datasets, places: await placesFor(db), today: today ?? limaDate(new Date()) };
}

/** The cells of an original as they were typed, laid out as it was read. */
export async function tableOf(
	db: Kysely<Database>,
	submission: Pick<Submission, 'sha256' | 'dataset' | 'reading' | 'choices'>,
	{ originals, today }: ReadOptions
): Promise<RawTable | undefined> {
	const bytes = await originals.read(submission.sha256);
	const choices = frozenChoices(submission);
	return rawTable(bytes, { ...(await rulesFor(db, today)), choices });
}

/** The way a file was read, as choices: whoever reads it with them need guess nothing again. */
export function frozenChoices(submission: {
	dataset: string | null;
	reading: Reading | null;
	choices: Choices;
}): Choices {
	const { dataset, reading, choices } = submission;
	if (!reading) return choices;
	const columns = Object.entries(reading.columns).map(([ours, theirs]) => [theirs, ours]);
	return {
		...choices,
		dataset: dataset ?? choices.dataset,
		encoding: reading.encoding,
		...(reading.sheet !== undefined && { sheet: reading.sheet }),
		delimiter: reading.delimiter,
		headerLine: reading.headerLine,
		numberStyles: reading.numberStyles,
		columns: { ...choices.columns, ...Object.fromEntries(columns) }
	};
}
