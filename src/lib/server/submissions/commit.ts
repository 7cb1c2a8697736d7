import { sql, type Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { recomputeAfter } from '#lib/server/compute/touched.ts';
import { idList, insertRows, json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { registryVersion } from '#lib/server/queries/revisions.ts';
import { compareRows, countChanges, type Changes, type Counts } from './changes.ts';
import { closedAmong, touchedPeriods } from './closed.ts';
import { currentRecords, type CurrentRecord } from './current.ts';
import { rememberHeadings } from './heading-memory.ts';
import { lockCommits } from './lock.ts';
import { projectMemberships, projectMunicipalities } from './project.ts';
import { reasonsOf } from './reasons.ts';
import { receiptOf, type Receipt } from './receipt.ts';

/** A file as it was read for confirmation, outside the transaction. */
export type Commit = {
	readonly id: string;
	readonly account: string | null;
	readonly dataset: Dataset;
	readonly rows: readonly StoredRow[];
	readonly digest: string;
	/** `registryVersion` when its municipalities and networks were looked up. */
	readonly registry: number;
};

export type CommitOutcome =
	| { readonly kind: 'confirmed' | 'repeated'; readonly receipt: Receipt }
	| 'registry-changed'
	| 'review-again';

/** Everything that a confirmation changes, inside one transaction: all of it becomes visible, or nothing. */
export async function commit(trx: Kysely<Database>, file: Commit): Promise<CommitOutcome> {
	await lockCommits(trx);
	const now = await trx
		.selectFrom('submission')
		.where('id', '=', file.id)
		.select(['state', 'digest', 'counts', 'retire_missing', 'municipality', 'dataset', 'choices'])
		.forUpdate()
		.executeTakeFirstOrThrow();
	if (now.state === 'confirmada')
		return { kind: 'repeated', receipt: await receiptOf(trx, file.id) };
	if (now.state !== 'por_confirmar' || now.digest !== file.digest) return 'review-again';
	if ((await registryVersion(trx)) !== file.registry) return 'registry-changed';

	const current = await currentRecords(trx, file);
	const changes = compareRows(file.rows, current);
	const retired = now.retire_missing ? changes.missing : [];
	// Rows that nobody was shown are not retired, and a quarter closed meanwhile asks for a reason.
	if (retired.length > 0 && now.counts?.faltan !== retired.length) return 'review-again';
	if (await closedUnseen(trx, file.id, touchedPeriods(changes, now.retire_missing)))
		return 'review-again';
	const counts = countChanges(changes, retired.length);
	const changed = counts.nuevas + counts.cambian + retired.length > 0;
	const revision = changed ? await store(trx, file, { ...changes, retired }) : null;
	await close(trx, file, { counts, revision });
	await rememberHeadings(trx, now, file.account);
	return { kind: 'confirmed', receipt: await receiptOf(trx, file.id) };
}

/** Whether a quarter that the file changes is closed and no reason was given for it. */
export async function closedUnseen(
	trx: Kysely<Database>,
	id: string,
	periods: Iterable<string | null>
): Promise<boolean> {
	if ((await closedAmong(trx, periods)).length === 0) return false;
	return !(await reasonsOf(trx, id)).some(({ code }) => code === 'closed-quarter');
}

type Storing = Changes & { readonly retired: readonly CurrentRecord[] };

async function store(trx: Kysely<Database>, file: Commit, changes: Storing): Promise<number> {
	const { id: revision } = await trx
		.insertInto('revision')
		.values({ submission: file.id, reason: `Confirmación de ${file.dataset.id}` })
		.returning('id')
		.executeTakeFirstOrThrow();

	const closing = [...changes.changed.map(({ before }) => before), ...changes.retired];
	const superseded = closing.map(({ id }) => id);
	if (superseded.length > 0)
		await trx
			.updateTable('record')
			.set({ until: revision })
			.where('id', 'in', idList(superseded))
			.execute();

	const rows = [...changes.added, ...changes.changed.map(({ row }) => row)];
	const records = rows.map((row) => ({
		...withoutBlanks(row),
		submission: file.id,
		since: revision
	}));
	await insertRows(trx, 'record', recordColumns, records);

	const touched = [...rows, ...changes.retired];
	const places = [
		...new Set(touched.map((row) => row.municipality).filter((code) => code !== null))
	];
	if (file.dataset.id === 'municipios') await projectMunicipalities(trx, places);
	if (file.dataset.id === 'membresias') await projectMemberships(trx, places);
	await recomputeAfter(trx, { dataset: file.dataset, rows: touched });
	return revision;
}

/**
 * Most cells of a row are empty ones that nobody said anything of. They are not written: a column
 * without a cell is null, and a null without a kind is `vacio`. It halves the table.
 */
function withoutBlanks(row: StoredRow): StoredRow {
	const cells = Object.entries(row.cells).filter(([, value]) => value !== null);
	const blanks = Object.entries(row.blanks).filter(([, kind]) => kind !== 'vacio');
	return { ...row, cells: Object.fromEntries(cells), blanks: Object.fromEntries(blanks) };
}

const recordColumns = {
	dataset: 'text',
	key: 'text',
	municipality: 'text',
	period: 'text',
	submission: 'text',
	line: 'int4',
	cells: 'jsonb',
	blanks: 'jsonb',
	since: 'int8'
};

/** Marks a file as confirmed. */
export async function close(
	trx: Kysely<Database>,
	{ id, account }: Pick<Commit, 'id' | 'account'>,
	{ counts, revision }: { counts: Counts; revision: number | null }
): Promise<void> {
	await trx
		.updateTable('submission')
		.set({
			state: 'confirmada',
			counts: json(counts),
			revision,
			confirmed_by: account,
			confirmed_at: sql<string>`date_trunc('milliseconds', now())`
		})
		.where('id', '=', id)
		.execute();
	await trx
		.insertInto('audit')
		.values({ account, action: 'confirmar', subject: id, detail: json({ ...counts, revision }) })
		.execute();
}
