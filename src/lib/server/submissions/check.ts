import { sql, type Kysely } from 'kysely';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Checked, Choices } from '#lib/intake/check.ts';
import { insertRows, json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { noteAct, type Act } from './acts.ts';
import { compareRows, countChanges, type Counts } from './changes.ts';
import { currentRecords } from './current.ts';
import { doubtsOf } from './doubts.ts';
import { readForCheck } from './municipality.ts';
import { type FileRead, type ReadOptions } from './reading.ts';
import { forgetReasons } from './reasons.ts';
import { Refusal } from './refusal.ts';
import { keepCorrections, settleCorrections } from './settle.ts';
import { openStates, submissionById, submissionToWorkOn } from './state.ts';

/** How a file was read and what was found in it. */
export type CheckOutcome = {
	readonly id: string;
	readonly state: 'por_confirmar' | 'rechazada';
	readonly verdict: Checked['verdict'];
	readonly dataset: string | null;
	readonly reading: Checked['reading'];
	readonly rows: number;
	/** Absent when the file was rejected: then nothing is compared. */
	readonly counts: Counts | null;
	readonly findings: readonly Finding[];
};

/** What a check is asked with, besides what is needed to read the file. */
export type CheckOptions = ReadOptions & {
	/** Replace those that came with the file or with the check before. */
	readonly choices?: Choices;
	/** Those that `choices` were made from: what somebody else wrote since is not written over. */
	readonly before?: Choices;
	/** What a person did to the choices: noted with it. */
	readonly act?: Act;
};

/**
 * Reads a file and keeps how it was read, what was found and what would change. May be asked again,
 * with other choices, until the file is confirmed or discarded. Changes nothing that the public reads.
 *
 * @throws Refusal when there is no such file, it is confirmed or discarded, or somebody else changed the
 * choices while it was read with new ones
 */
export async function check(
	db: Kysely<Database>,
	id: string,
	options: CheckOptions
): Promise<CheckOutcome> {
	for (let attempt = 1; attempt < attempts; attempt++) {
		try {
			return await checkOnce(db, id, options);
		} catch (problem) {
			// Who only asked for another look gets it with what the other one wrote.
			if (!(problem instanceof ChangedMeanwhile) || options.choices) throw problem;
		}
	}
	return checkOnce(db, id, options);
}

const attempts = 3;

async function checkOnce(
	db: Kysely<Database>,
	id: string,
	options: CheckOptions
): Promise<CheckOutcome> {
	const submission = await submissionToWorkOn(db, id);
	const asked = options.choices ?? submission.choices;
	const { choices, corrections } = await settleCorrections(db, submission, {
		...options,
		choices: asked
	});
	const { read, municipality } = await readForCheck(db, submission, { ...options, choices });
	const changes = await changesTo(db, read);
	const { reading, dataset, rows } = read.checked;
	const doubts = changes
		? await doubtsOf(db, read, { changes, retire: submission.retire_missing })
		: [];
	const findings = [...doubts, ...read.checked.findings];
	const warned = doubts.some(({ severity }) => severity === 'warning');
	const verdict = warned ? 'warnings' : read.checked.verdict;
	const counts = changes ? countChanges(changes) : null;
	const state = counts ? 'por_confirmar' : 'rechazada';

	await db.transaction().execute(async (trx) => {
		const changed = await trx
			.updateTable('submission')
			.set({
				state,
				dataset: dataset ?? choices.dataset ?? null,
				reading: reading && json(reading),
				choices: json(choices),
				digest: read.digest,
				rows: rows.length,
				counts: counts && json(counts),
				municipality,
				...((choices.leftOut ?? []).length > 0 && { retire_missing: false }),
				fictional: isFictional(read) ?? sql`fictional`
			})
			.where('id', '=', id)
			.where('state', 'in', openStates)
			// Whoever wrote meanwhile keeps what was written; the same answer twice is one.
			.where('choices', 'in', [json(options.before ?? submission.choices), json(choices)])
			.executeTakeFirst();
		if (changed.numUpdatedRows !== 1n) throw await changedMeanwhile(trx, id);
		if (options.act) await noteAct(trx, id, options.act);
		await keepCorrections(trx, id, corrections);
		await forgetReasons(trx, id, findings);
		await trx.deleteFrom('finding').where('submission', '=', id).execute();
		await insertFindings(trx, id, findings);
	});

	return { id, state, verdict, dataset, reading, rows: rows.length, counts, findings };
}

class ChangedMeanwhile extends Refusal {}

async function changedMeanwhile(trx: Kysely<Database>, id: string): Promise<Refusal> {
	const { state } = await submissionById(trx, id);
	return openStates.includes(state)
		? new ChangedMeanwhile(
				'Otra persona cambió este envío mientras tanto. Vuelva a abrir la página.'
			)
		: new Refusal('Este envío ya se confirmó o se descartó; no se puede volver a leer.');
}

async function changesTo(db: Kysely<Database>, { dataset, rows, digest }: FileRead) {
	if (!dataset || digest === null) return null;
	return compareRows(rows, await currentRecords(db, { dataset, rows }));
}

async function insertFindings(trx: Kysely<Database>, id: string, findings: readonly Finding[]) {
	const rows = findings.map((finding, position) => ({ submission: id, position, finding }));
	const columns = { submission: 'text', position: 'int4', finding: 'jsonb' };
	await insertRows(trx, 'finding', columns, rows);
}

// A national dataset says nothing about it: then what the sender said stands.
function isFictional({ dataset, rows }: FileRead): boolean | undefined {
	if (!dataset?.municipality || rows.length === 0) return undefined;
	return rows.every(({ municipality }) => municipality !== null && isDemo(municipality));
}

function isDemo(municipality: string): boolean {
	return isInvented(municipality) || municipality === 'DEMO';
}
