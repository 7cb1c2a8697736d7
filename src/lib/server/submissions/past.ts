import type { Kysely } from 'kysely';
import type { Cells, Blanks } from '#lib/domain/record.ts';
import { idList, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** A stored row, as it stands or stood. */
export type PastRecord = {
	readonly id: number;
	readonly dataset: string;
	readonly key: string;
	readonly municipality: string | null;
	readonly period: string | null;
	readonly submission: string;
	readonly line: number;
	readonly cells: Cells;
	readonly blanks: Blanks;
	readonly until: number | null;
};

/** What one submission said of a key; without a row it retired what was there. */
type Said = {
	readonly revision: number;
	readonly submission: string;
	readonly row: PastRecord | undefined;
};

/** A key: its current row, and what every submission that was not undone said of it, the last first. */
export type Past = {
	readonly current: PastRecord | undefined;
	readonly said: readonly Said[];
};

/**
 * The past of some keys of a dataset. Whatever was undone in between, and in whatever order, what the
 * last submission still standing said is what holds.
 */
export async function pastOf(
	db: Kysely<Database>,
	dataset: string,
	keys: readonly string[]
): Promise<ReadonlyMap<string, Past>> {
	const rows = await db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('record.dataset', '=', dataset)
		.where('record.key', 'in', textList(keys))
		.select([...columns, 'record.since', 'submission.revision', 'submission.state'])
		.execute();
	const closers = await confirmedWith(db, [...new Set(rows.flatMap(({ until }) => until ?? []))]);

	const pasts = new Map<string, { current: PastRecord | undefined; said: Said[] }>();
	const pastBy = (key: string) => {
		const past = pasts.get(key) ?? { current: undefined, said: [] };
		pasts.set(key, past);
		return past;
	};
	for (const { since, revision, state, ...row } of rows) {
		const past = pastBy(row.key);
		if (row.until === null) past.current = row;
		// One that came back after an undo is a copy of what its submission had said.
		if (since === revision && state === 'confirmada')
			past.said.push({ revision: since, submission: row.submission, row });
	}
	for (const { key, until } of rows) {
		const closer = closers.get(until ?? 0);
		const { said } = pastBy(key);
		if (closer && !said.some(({ submission }) => submission === closer.submission))
			said.push({ ...closer, row: undefined });
	}
	for (const { said } of pasts.values()) said.sort((a, b) => b.revision - a.revision);
	return pasts;
}

/** Of some revisions, those with which a submission was confirmed that still stands. */
async function confirmedWith(db: Kysely<Database>, revisions: readonly number[]) {
	const rows = await db
		.selectFrom('submission')
		.where('revision', 'in', idList(revisions))
		.where('state', '=', 'confirmada')
		.select(['id', 'revision'])
		.execute();
	return new Map(
		rows.flatMap(({ id, revision }) =>
			revision === null ? [] : [[revision, { submission: id, revision }]]
		)
	);
}

export const columns = [
	'record.id',
	'record.dataset',
	'record.key',
	'record.municipality',
	'record.period',
	'record.submission',
	'record.line',
	'record.cells',
	'record.blanks',
	'record.until'
] as const;
