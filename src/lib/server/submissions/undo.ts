import { sql, type Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { isUbigeo } from '#lib/domain/ubigeo.ts';
import { recomputeAfter } from '#lib/server/compute/touched.ts';
import { idList, insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { noteAct } from './acts.ts';
import { lockCommits } from './lock.ts';
import { projectMemberships, projectMunicipalities } from './project.ts';
import { Refusal } from './refusal.ts';
import { submissionById, type Submission } from './state.ts';
import type { PastRecord } from './past.ts';
import { planUndo, submissionToUndo, type UndoPlan } from './undo-plan.ts';

/** What undoing does, or did, in numbers, and the rows that stay because they were changed later. */
export type Undone = {
	/** Rows that it had stored and that are no longer current. */
	readonly closed: number;
	/** Earlier rows that are current again. */
	readonly returned: number;
	readonly kept: readonly PastRecord[];
};

/**
 * Why a submission cannot be undone, in words; null when it can. Cheap enough for any page of it.
 *
 * @throws Refusal (404) when there is no such submission
 */
export async function undoRefused(db: Kysely<Database>, id: string): Promise<string | null> {
	try {
		const submission = await submissionToUndo(db, id);
		if (submission.state === 'deshecha') return 'Este envío ya se deshizo.';
		// Only of a registry does it take the rows to know.
		if (submission.dataset === 'municipios')
			await refuseOrphans(db, submission, await planUndo(db, submission));
		return null;
	} catch (problem) {
		if (!(problem instanceof Refusal) || problem.status === 404) throw problem;
		return problem.message;
	}
}

/**
 * What undoing would do; `refused` says in words why it cannot be done.
 *
 * @throws Refusal (404) when there is no such submission
 */
export async function undoPreview(
	db: Kysely<Database>,
	id: string
): Promise<Undone & { readonly refused: string | null }> {
	const refused = await undoRefused(db, id);
	if (refused !== null) return { closed: 0, returned: 0, kept: [], refused };
	const submission = await submissionById(db, id);
	const plan = await planUndo(db, submission);
	try {
		await refuseHomeless(db, submission, plan);
		return { ...summary(plan), refused };
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		return { closed: 0, returned: 0, kept: [], refused: problem.message };
	}
}

/**
 * Takes a confirmed submission back, whole and in one transaction: what it superseded or retired is
 * current again with the file and line it came from, what it brought is not. Rows changed by a later
 * file stay as they are and are listed. Undoing twice changes nothing.
 *
 * @throws Refusal when it is not there, was not confirmed, changed nothing, or touched a closed quarter
 */
export async function undo(
	db: Kysely<Database>,
	id: string,
	{ account }: { account: string | null }
): Promise<Undone & { readonly repeated: boolean; readonly revision: number | null }> {
	return db.transaction().execute(async (trx) => {
		// A slow statement is a fault in a page; here one may write hundreds of thousands of rows.
		await sql`set local statement_timeout = 0`.execute(trx);
		await lockCommits(trx);
		const submission = await submissionToUndo(trx, id);
		const dataset = findDataset(submission.dataset ?? '');
		if (submission.state === 'deshecha' || !dataset)
			return { closed: 0, returned: 0, kept: [], repeated: true, revision: null };

		const plan = await planUndo(trx, submission);
		await refuseOrphans(trx, submission, plan);
		await refuseHomeless(trx, submission, plan);
		const revision = await turnBack(trx, submission, plan);
		await layOut(trx, dataset, plan);
		await trx
			.updateTable('submission')
			.set({
				state: 'deshecha',
				undone_at: sql<string>`date_trunc('milliseconds', now())`,
				undone_by: account
			})
			.where('id', '=', id)
			.execute();
		const done = summary(plan);
		const { closed, returned, kept } = done;
		const detail = { retiradas: closed, vuelven: returned, quedan: kept.length, revision };
		await noteAct(trx, id, { account, action: 'deshacer', detail });
		return { ...done, repeated: false, revision };
	});
}

async function turnBack(
	trx: Kysely<Database>,
	submission: Submission,
	{ closing, returning }: UndoPlan
): Promise<number> {
	const { id: revision } = await trx
		.insertInto('revision')
		.values({
			// Of invented files nothing may point at a row of history that goes with them.
			submission: submission.fictional ? null : submission.id,
			reason: `Deshacer ${submission.dataset ?? ''} del envío ${submission.id}`
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (closing.length > 0)
		await trx
			.updateTable('record')
			.set({ until: revision })
			.where('id', 'in', idList(closing.map((record) => record.id)))
			.execute();
	const rows = returning.map((record) => ({ ...record, since: revision }));
	await insertRows(trx, 'record', recordColumns, rows);
	return revision;
}

async function layOut(
	trx: Kysely<Database>,
	dataset: Dataset,
	{ closing, returning }: UndoPlan
): Promise<void> {
	const rows = [...closing, ...returning];
	const places = [...new Set(rows.map((row) => row.municipality).filter((code) => code !== null))];
	if (dataset.id === 'municipios') await projectMunicipalities(trx, places);
	if (dataset.id === 'membresias') await projectMemberships(trx, places);
	await recomputeAfter(trx, { dataset, rows });
}

/** A municipality leaves the registry only when nothing else is stored of it. */
async function refuseOrphans(
	db: Kysely<Database>,
	{ dataset }: Submission,
	{ closing, returning }: UndoPlan
): Promise<void> {
	if (dataset !== 'municipios') return;
	const back = new Set(returning.map(({ municipality }) => municipality));
	const gone = closing
		.map(({ municipality }) => municipality ?? '')
		.filter((code) => !back.has(code));
	const used = await db
		.selectFrom('record')
		.where('until', 'is', null)
		.where('dataset', '<>', 'municipios')
		.where('municipality', 'in', textList(gone))
		.select('municipality')
		.distinct()
		.orderBy('municipality')
		.execute();
	if (used.length === 0) return;
	throw new Refusal(
		`Hay datos de municipalidades que este envío registró (${named(used.map(({ municipality }) => municipality ?? ''))}). Deshaga primero esos envíos.`
	);
}

/** Rows do not come back to a municipality that left the registry meanwhile. */
async function refuseHomeless(
	db: Kysely<Database>,
	{ dataset }: Submission,
	{ returning }: UndoPlan
): Promise<void> {
	if (dataset === 'municipios') return;
	// A network declares figures of its own under its code.
	const places = new Set(
		returning.flatMap(({ municipality }) => municipality ?? []).filter(isUbigeo)
	);
	const found = await db
		.selectFrom('municipality')
		.where('ubigeo', 'in', textList([...places]))
		.select('ubigeo')
		.execute();
	for (const { ubigeo } of found) places.delete(ubigeo);
	if (places.size === 0) return;
	throw new Refusal(
		`Volverían datos de municipalidades que ya no están en el registro (${named([...places].sort())}). Regístrelas antes de deshacer este envío.`
	);
}

function named(codes: readonly string[]): string {
	return `${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ' y otras' : ''}`;
}

function summary({ closing, returning, kept }: UndoPlan): Undone {
	return { closed: closing.length, returned: returning.length, kept };
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
