import { sql, type Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset } from '#lib/datasets/types.ts';
import { isInvented } from '#lib/domain/ubigeo.ts';
import type { Row } from '#lib/domain/record.ts';
import { Collected } from '#lib/intake/collect.ts';
import { toRecord } from '#lib/intake/records.ts';
import { insertRows, json } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { compareRows, countChanges, type Counts } from './changes.ts';
import { CopyLines } from './copy-lines.ts';
import { currentRecords, knowCells } from './current.ts';
import { doubtsOf } from './doubts.ts';
import { readLarge, type LargeReading } from './large-file.ts';
import { Refusal } from './refusal.ts';
import { forgetReasons } from './reasons.ts';
import { openStates, submissionToWorkOn } from './state.ts';

/** Rows that are compared with what is stored at once. */
const rowsCompared = 5000;

/**
 * What `check` does, for a large file: read in pieces, compared with what is stored some municipalities
 * at a time by the same functions, never whole in memory.
 *
 * @throws NotInParts for a file that has to be read whole
 * @throws Refusal when there is no such file, or it is confirmed or discarded
 */
export async function checkInBackground(
	db: Kysely<Database>,
	id: string,
	options: Omit<LargeReading, 'choices' | 'sink'>
): Promise<void> {
	const submission = await submissionToWorkOn(db, id);
	const { choices } = submission;
	const comparison = new Comparison(db, submission.retire_missing);
	const checked = await readLarge(db, submission, { ...options, choices, sink: comparison });
	const good = checked.verdict !== 'rejected' && checked.rows > 0;
	const doubts = good ? await comparison.end() : [];
	const findings = [...doubts, ...checked.findings];
	const counts = good ? comparison.counts : null;
	const places = comparison.places;

	await db.transaction().execute(async (trx) => {
		const changed = await trx
			.updateTable('submission')
			.set({
				state: good ? 'por_confirmar' : 'rechazada',
				dataset: checked.dataset ?? choices.dataset ?? null,
				reading: checked.reading && json(checked.reading),
				digest: good ? comparison.digest() : null,
				rows: checked.rows,
				counts: counts && json(counts),
				municipality: places.size === 1 ? ([...places][0] ?? null) : submission.municipality,
				fictional: good ? [...places].every(isDemo) : sql`fictional`
			})
			.where('id', '=', id)
			.where('state', 'in', openStates)
			.executeTakeFirst();
		if (changed.numUpdatedRows !== 1n)
			throw new Refusal('Este envío ya se confirmó o se descartó; no se puede volver a leer.');
		await forgetReasons(trx, id, findings);
		await trx.deleteFrom('finding').where('submission', '=', id).execute();
		await insertRows(
			trx,
			'finding',
			{ submission: 'text', position: 'int4', finding: 'jsonb' },
			findings.map((finding, position) => ({ submission: id, position, finding }))
		);
	});
}

function isDemo(municipality: string): boolean {
	return isInvented(municipality) || municipality === 'DEMO';
}

/** Compares the rows that come with those stored, whole municipalities together. */
class Comparison {
	readonly #db: Kysely<Database>;
	readonly #retire: boolean;
	#doubts = new Collected();
	#waiting: Row[] = [];
	#dataset: Dataset | undefined;
	#lines: CopyLines | undefined;
	counts: Counts = noCounts();
	places = new Set<string>();

	constructor(db: Kysely<Database>, retire: boolean) {
		this.#db = db;
		this.#retire = retire;
	}

	restart(): void {
		this.#doubts = new Collected();
		this.#waiting = [];
		this.#lines = undefined;
		this.counts = noCounts();
		this.places = new Set();
	}

	async add(dataset: Dataset, rows: readonly Row[]): Promise<void> {
		this.#dataset = dataset;
		this.#lines ??= new CopyLines(dataset);
		this.#lines.lines(rows);
		for (const row of rows) this.#waiting.push(row);
		if (this.#waiting.length >= rowsCompared) await this.#compare();
	}

	async end() {
		await this.#compare();
		return this.#doubts.list();
	}

	digest(): string | null {
		return this.#lines?.digest() ?? null;
	}

	async #compare(): Promise<void> {
		const dataset = this.#dataset;
		const checkedRows = this.#waiting;
		this.#waiting = [];
		if (!dataset || checkedRows.length === 0) return;
		const rows = checkedRows.map((row) => {
			const record = toRecord(dataset, row);
			knowCells(record, row.cells);
			return record;
		});
		for (const { municipality } of rows) if (municipality !== null) this.places.add(municipality);
		const changes = compareRows(rows, await currentRecords(this.#db, { dataset, rows }));
		const more = countChanges(changes);
		for (const name of Object.keys(this.counts) as (keyof Counts)[])
			this.counts[name] = (this.counts[name] ?? 0) + (more[name] ?? 0);
		const read = {
			checked: { verdict: 'accepted' as const, dataset: dataset.id, reading: null, findings: [] },
			dataset: findDataset(dataset.id),
			rows,
			digest: null
		};
		const checked = { ...read.checked, rows: checkedRows };
		const doubts = await doubtsOf(
			this.#db,
			{ ...read, checked },
			{ changes, retire: this.#retire }
		);
		this.#doubts.addAll(doubts);
	}
}

function noCounts(): Counts {
	return { filas: 0, nuevas: 0, cambian: 0, iguales: 0, faltan: 0 };
}
