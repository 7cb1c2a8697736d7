import type { Kysely } from 'kysely';
import type { Choices } from '#lib/intake/check.ts';
import { kept } from '#lib/intake/findings/words.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { insertRows } from '#lib/server/db/bulk.ts';
import { readOriginal, type ReadOptions } from './reading.ts';
import type { Correction } from './corrections.ts';
import type { Submission } from './state.ts';

/** Choices whose corrections all change something, and what the file has in each of those cells. */
export type Settled = { readonly choices: Choices; readonly corrections: readonly Correction[] };

/**
 * Reads a file without its corrections and keeps those that say something else than the file does.
 * Corrections of rows that the file does not have, as it is read now, are dropped; so are those that
 * were written over another text: with another sheet or separator the same row and column are another
 * cell.
 */
export async function settleCorrections(
	db: Kysely<Database>,
	submission: Submission,
	{ choices, ...options }: ReadOptions & { choices: Choices }
): Promise<Settled> {
	const { cells = {}, ...rest } = choices;
	const written = Object.entries(cells).flatMap(([line, row]) =>
		Object.entries(row).map(([field, text]) => ({ line: Number(line), field, text }))
	);
	if (written.length === 0) return { choices: rest, corrections: [] };

	const whole = { ...rest };
	delete whole.leftOut;
	const { checked } = await readOriginal(db, submission, { ...options, choices: whole });
	const lines = new Set(written.map(({ line }) => line));
	const rows = new Map(
		checked.rows.filter(({ line }) => lines.has(line)).map((row) => [row.line, row.typed])
	);
	const earlier = await writtenOver(db, submission);
	const corrections = written.flatMap((cell): Correction[] => {
		const typed = rows.get(cell.line);
		if (!typed) return [];
		const original = typed[cell.field] ?? '';
		const over = earlier.get(`${cell.line} ${cell.field}`);
		const isOfAnother = over?.text === cell.text && over.original !== original;
		return isOfAnother || isUntouched(cell.text, original) ? [] : [{ ...cell, original }];
	});
	return { choices: withCells(rest, corrections), corrections };
}

/** What the file had in each corrected cell when it was written over, by row and column. */
async function writtenOver(
	db: Kysely<Database>,
	{ id }: Submission
): Promise<ReadonlyMap<string, { readonly original: string; readonly text: string }>> {
	const rows = await db
		.selectFrom('correction')
		.where('submission', '=', id)
		.select(['line', 'field', 'original', 'text'])
		.execute();
	return new Map(rows.map(({ line, field, ...cell }) => [`${line} ${field}`, cell]));
}

/** Stores what the file has in each corrected cell, in place of what was stored before. */
export async function keepCorrections(
	trx: Kysely<Database>,
	id: string,
	corrections: readonly Correction[]
): Promise<void> {
	await trx.deleteFrom('correction').where('submission', '=', id).execute();
	const rows = corrections.map((correction) => ({ submission: id, ...correction }));
	const columns = {
		submission: 'text',
		line: 'int4',
		field: 'text',
		original: 'text',
		text: 'text'
	};
	await insertRows(trx, 'correction', columns, rows);
}

// What a page shows of a very long cell is its beginning, and a browser has its own line ends.
function isUntouched(text: string, original: string): boolean {
	const plain = (value: string) => value.replace(/\r\n?/g, '\n').trim();
	return plain(text) === plain(original) || plain(text) === plain(kept(original));
}

function withCells(rest: Choices, corrections: readonly Correction[]): Choices {
	if (corrections.length === 0) return rest;
	const cells: Record<string, Record<string, string>> = {};
	for (const { line, field, text } of corrections) (cells[line] ??= {})[field] = text;
	return { ...rest, cells };
}
