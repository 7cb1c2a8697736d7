import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { datasets, findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { checkFile, type Checked, type Choices, type Reading } from '#lib/intake/check.ts';
import { digestText, toRecord, type StoredRow } from '#lib/intake/records.ts';
import type { Database } from '#lib/server/db/schema.ts';
import type { Originals } from '#lib/server/originals.ts';
import { placesFor } from '#lib/server/queries/places.ts';

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
};

/** Reads an original with the same code at every step of its life: check, review and confirmation. */
export async function readOriginal(
	db: Kysely<Database>,
	submission: { sha256: string; file_name: string },
	{ originals, today, every, choices }: ReadOptions & { choices: Choices }
): Promise<FileRead> {
	const bytes = await originals.read(submission.sha256);
	const places = await placesFor(db);
	const checked = checkFile(bytes, {
		datasets,
		places,
		today: today ?? limaDate(new Date()),
		choices,
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
		delimiter: reading.delimiter,
		headerLine: reading.headerLine,
		numberStyles: reading.numberStyles,
		columns: { ...choices.columns, ...Object.fromEntries(columns) }
	};
}
