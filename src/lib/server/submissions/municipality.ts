import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import { tight } from '#lib/intake/headings.ts';
import type { Choices } from '#lib/intake/check.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { memoryFor } from './heading-memory.ts';
import { readOriginal, tableOf, type FileRead, type ReadOptions } from './reading.ts';
import type { Submission } from './state.ts';

/**
 * Reads a file and finds the one municipality that it is about, if any. When that was not known before
 * and its people have said what their headings mean, the file is read again with it.
 */
export async function readForCheck(
	db: Kysely<Database>,
	submission: Submission,
	options: ReadOptions & { choices: Choices }
): Promise<{ read: FileRead; municipality: string | null }> {
	const read = await readOriginal(db, submission, options);
	const known = submission.municipality;
	const found =
		onlyMunicipality(read) ?? (await municipalityInCells(db, submission, read, options));
	const isOfSeveral =
		found === undefined && read.dataset?.municipality && read.checked.rows.length > 0;
	const municipality = isOfSeveral ? null : (found ?? known);
	if (municipality === known || municipality === null) return { read, municipality };

	const dataset = read.checked.dataset;
	const memory = await memoryFor(db, { municipality, dataset });
	if (Object.keys(memory ?? {}).length === 0) return { read, municipality };
	const again = await readOriginal(db, { ...submission, municipality, dataset }, options);
	return { read: again, municipality };
}

/** The municipality (or network) that all rows of a file are about; undefined when there are several. */
function onlyMunicipality({ checked, dataset }: FileRead): string | undefined {
	const column = dataset?.municipality;
	if (!column) return undefined;
	return onlyOne(checked.rows.map(({ cells }) => String(cells[column] ?? '')));
}

/** The same of a file whose rows were not read, because a column is missing: by its column of codes. */
async function municipalityInCells(
	db: Kysely<Database>,
	submission: Submission,
	{ checked }: FileRead,
	options: ReadOptions
): Promise<string | undefined> {
	const { reading, rows } = checked;
	const column = findDataset(checked.dataset ?? '')?.municipality;
	const heading = column && reading?.columns[column];
	if (rows.length > 0 || !reading || !heading) return undefined;

	const table = await tableOf(db, { ...submission, reading }, options);
	const place = table?.headings.findIndex((one) => tight(one) === tight(heading)) ?? -1;
	if (!table || place < 0) return undefined;
	// Excel takes the first zero of a code away.
	return onlyOne(
		table.rows
			.map(({ cells }) => (cells[place] ?? '').trim())
			.map((code) => (/^\d{5}$/.test(code) ? `0${code}` : code))
	);
}

function onlyOne(codes: readonly string[]): string | undefined {
	const different = new Set(codes.filter((code) => code !== ''));
	const [code] = different;
	return different.size === 1 ? code : undefined;
}
