import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Originals } from '../originals.ts';
import { frozenChoices, readOriginal } from '../submissions/reading.ts';
import { submissionById } from '../submissions/state.ts';

/** A cell as the original has it; `how` says where the stored value was written if not there. */
export type Typed = {
	readonly how: 'archivo' | 'corregido' | 'para_todas';
	/** As typed in the file; null where the file has no such column. */
	readonly text: string | null;
};

export type TypedAt = (line: number, column: string) => Typed | undefined;

/** A larger file is not read again for a page: its row is told, and the original can be had. */
const mostBytes = 1_000_000;

/** Reads an original again, as it came, without what was corrected on the page. */
export async function typedIn(
	db: Kysely<Database>,
	{ originals, submission: id }: { originals: Originals; submission: string }
): Promise<TypedAt> {
	const submission = await submissionById(db, id);
	if (submission.bytes > mostBytes) return () => undefined;

	const { cells = {}, values = {}, ...choices } = frozenChoices(submission);
	const { checked } = await readOriginal(db, submission, {
		originals,
		choices: { ...choices, values, leftOut: [] }
	});
	const rows = new Map(checked.rows.map((row) => [row.line, row.typed]));

	return (line, column) => {
		const row = rows.get(line);
		if (!row) return undefined;
		if (Object.hasOwn(cells[line] ?? {}, column))
			return { how: 'corregido', text: row[column] ?? null };
		if (Object.hasOwn(values, column)) return { how: 'para_todas', text: null };
		return { how: 'archivo', text: row[column] ?? null };
	};
}

/** The same for several files, one after the other; each is read once. */
export async function typedInEach(
	db: Kysely<Database>,
	{ originals, submissions }: { originals: Originals; submissions: readonly string[] }
): Promise<(submission: string) => TypedAt> {
	const read = new Map<string, TypedAt>();
	for (const submission of new Set(submissions))
		read.set(submission, await typedIn(db, { originals, submission }));
	return (submission) => read.get(submission) ?? (() => undefined);
}
