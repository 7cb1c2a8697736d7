import { sql, type Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Row } from '#lib/domain/record.ts';
import type { RowSink } from '#lib/intake/check-large.ts';
import type { Copying, Opened } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { CopyLines, stagedColumns } from './copy-lines.ts';

/** Letters that travel to the database at once. */
const pieceLetters = 1_000_000;

/** A table of their own for the rows of one large file, until they are stored or given up. */
export class Staging implements RowSink {
	readonly #database: Pick<Opened, 'db' | 'copy'>;
	readonly #id: string;
	readonly #table: string;
	#copying: Copying | undefined;
	#lines: CopyLines | undefined;
	#text = '';
	dataset: Dataset | undefined;
	rows = 0;
	readonly places = new Set<string>();
	readonly periods = new Set<string>();

	private constructor(database: Pick<Opened, 'db' | 'copy'>, id: string) {
		this.#database = database;
		this.#id = id;
		this.#table = `staged_${id.toLowerCase()}`;
	}

	static async create(database: Pick<Opened, 'db' | 'copy'>, id: string): Promise<Staging> {
		const staging = new Staging(database, id);
		await staging.restart();
		return staging;
	}

	/** An empty table, without a log: after a crash of the server it is of no use anyway. */
	async restart(): Promise<void> {
		await this.drop();
		await sql`
			create unlogged table ${sql.table(this.#table)} (
				line int4 not null, key text collate "C" not null, municipality text, period text,
				cells jsonb not null, blanks jsonb not null
			)
		`.execute(this.#database.db);
		this.#lines = undefined;
		this.#text = '';
		this.rows = 0;
		this.places.clear();
		this.periods.clear();
	}

	async add(dataset: Dataset, rows: readonly Row[]): Promise<void> {
		this.dataset = dataset;
		this.#lines ??= new CopyLines(dataset);
		this.#text += this.#lines.lines(rows);
		this.rows += rows.length;
		for (const { cells } of rows) {
			this.places.add(String(cells[dataset.municipality ?? '']));
			this.periods.add(String(cells[dataset.period ?? '']));
		}
		if (this.#text.length >= pieceLetters) await this.#send();
	}

	/** Everything is there; gives the digest of the rows. */
	async finish(): Promise<string | undefined> {
		await this.#send();
		await this.#copying?.end();
		this.#copying = undefined;
		await sql`analyze ${sql.table(this.#table)}`.execute(this.#database.db);
		return this.#lines?.digest();
	}

	async drop(): Promise<void> {
		this.#copying?.giveUp();
		this.#copying = undefined;
		await sql`drop table if exists ${sql.table(this.#table)}`.execute(this.#database.db);
	}

	async #send(): Promise<void> {
		const text = this.#text;
		this.#text = '';
		if (text === '') return;
		this.#copying ??= await this.#database.copy(this.#table, stagedColumns);
		await this.#copying.write(text);
	}

	/**
	 * Moves the rows into `record`, some thousands a statement: rows that are stored already with another
	 * content are closed first, equal ones are left as they are.
	 */
	async store(
		trx: Kysely<Database>,
		{ revision, pause, step }: Storing
	): Promise<{ added: number; changed: number }> {
		const dataset = this.dataset?.id ?? '';
		const isFirst = !(await this.#hasRecords(trx, dataset));
		const staged = sql.table(this.#table);
		let added = 0;
		let changed = 0;
		const { rows: pages } = await sql<{ pages: number }>`
			select (pg_relation_size(${this.#table}::regclass) / 8192)::int as pages`.execute(trx);
		const last = pages[0]?.pages ?? 0;
		const some = sql`s.ctid >= `;

		for (let from = 0; from < last; from += pagesAtOnce) {
			const range = sql`${some} ${`(${from},0)`}::tid and s.ctid < ${`(${from + pagesAtOnce},0)`}::tid`;
			const same = sql`r.dataset = ${dataset} and r.key = s.key and r.until is null`;
			const closed = isFirst
				? 0
				: await changedRows(
						sql`update record r set until = ${revision} from ${staged} s
							where ${range} and ${same} and (r.cells <> s.cells or r.blanks <> s.blanks)`,
						trx
					);
			const absent = isFirst ? sql`true` : sql`not exists (select from record r where ${same})`;
			const inserted = await changedRows(
				sql`insert into record (dataset, key, municipality, period, submission, line, cells, blanks, since)
					select ${dataset}, s.key, s.municipality, s.period, ${this.#id}, s.line, s.cells, s.blanks, ${revision}
					from ${staged} s where ${range} and ${absent}`,
				trx
			);
			changed += closed;
			added += inserted - closed;
			const done = Math.min(from + pagesAtOnce, last);
			step?.('guardando', Math.round((this.rows * done) / last), this.rows);
			await pause();
		}
		return { added, changed };
	}

	async #hasRecords(trx: Kysely<Database>, dataset: string): Promise<boolean> {
		const one = await trx
			.selectFrom('record')
			.where('dataset', '=', dataset)
			.where('until', 'is', null)
			.select('id')
			.limit(1)
			.executeTakeFirst();
		return one !== undefined;
	}
}

type Storing = {
	readonly revision: number;
	readonly pause: () => Promise<void>;
	readonly step?: (step: 'guardando', done: number, total: number) => void;
};

/** Some thousands of rows. */
const pagesAtOnce = 128;

async function changedRows(
	statement: ReturnType<typeof sql>,
	trx: Kysely<Database>
): Promise<number> {
	const { numAffectedRows } = await statement.execute(trx);
	return Number(numAffectedRows ?? 0n);
}
