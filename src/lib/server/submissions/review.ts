import type { Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Checked } from '#lib/intake/check.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { compareRows, countChanges, type Changes, type Counts } from './changes.ts';
import { currentRecords } from './current.ts';
import { againstPrevious, type AgainstPrevious } from './previous.ts';
import { frozenChoices, readOriginal, type ReadOptions } from './reading.ts';
import { submissionById } from './state.ts';

/** What a person looks at before confirming. */
export type Review = {
	readonly checked: Checked;
	readonly dataset: Dataset;
	readonly rows: readonly StoredRow[];
	readonly changes: Changes;
	readonly counts: Counts;
	/** The same rows beside those of one quarter earlier; undefined where nothing is stored of it. */
	readonly previous: AgainstPrevious | undefined;
	/** Whether the rows that are stored and absent from the file will be retired. */
	readonly retire: boolean;
};

/**
 * The rows of a file as they would be stored, and what would become of those stored now; undefined
 * for a file with errors. Rows are not staged anywhere: they are read again from the original.
 *
 * @throws Refusal (404) when there is no such submission
 */
export async function changesOf(
	db: Kysely<Database>,
	id: string,
	options: ReadOptions
): Promise<Review | undefined> {
	const submission = await submissionById(db, id);
	const choices = frozenChoices(submission);
	const { checked, dataset, rows, digest } = await readOriginal(db, submission, {
		...options,
		choices
	});
	if (!dataset || digest === null) return undefined;

	const changes = compareRows(rows, await currentRecords(db, { dataset, rows }));
	return {
		checked,
		dataset,
		rows,
		changes,
		counts: countChanges(changes),
		previous: await againstPrevious(db, { dataset, rows }),
		retire: submission.retire_missing
	};
}
