import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { openOriginals } from '#lib/server/originals.ts';
import { deliver } from '#lib/server/submissions/deliver.ts';
import { newServerDatabase } from '../engines.ts';
import { fileNumber, registry } from './files.ts';

const kills = 10;
const root = join(import.meta.dirname, '../..');

type Said = {
	received: Map<string, number>;
	confirmed: Set<string>;
	/** Asked for; whoever died in it may have it or not. */
	undoing: Set<string>;
	undone: Set<string>;
	done: boolean;
};

/** Runs the importer, writes down what it acknowledges, and kills it after a time when one is given. */
async function runImporter(
	target: { dataDir: string; url?: string; run: number; killAfter?: number },
	said: Said
): Promise<{ milliseconds: number }> {
	const script = join(import.meta.dirname, 'importer.ts');
	const { dataDir, url = '', run, killAfter } = target;
	const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, url, String(run)], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));

	let began = 0;
	for await (const line of createInterface(child.stdout)) {
		const [word, id = '', number] = line.split(' ');
		if (word === 'ready') {
			began = performance.now();
			if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
		}
		if (word === 'received') said.received.set(id, Number(number));
		if (word === 'confirmed') said.confirmed.add(id);
		if (word === 'undoing') said.undoing.add(id);
		if (word === 'undone') said.undone.add(id);
		if (word === 'done') said.done = true;
	}
	if (began === 0) throw new Error(`The importer did not start: ${errors}`);
	return { milliseconds: performance.now() - began };
}

/** Every acknowledged file is whole, in the folder and in the database; none is half committed. */
async function expectWhole(target: { dataDir: string; url?: string }, said: Said) {
	const { db, close } = await openDatabase(target);
	try {
		const originals = await openOriginals(target.dataDir);
		// One look: the server may still be ending the killed process's last transaction.
		const { submissions, values, expected } = await db
			.transaction()
			.setIsolationLevel('repeatable read')
			.execute(async (trx) => ({
				submissions: await rowsBySubmission(trx).execute(),
				values: await computed(trx).execute(),
				expected: await expectedValues(trx).execute()
			}));
		const byId = new Map(submissions.map((row) => [row.id, row]));
		for (const [id, number] of said.received) {
			const sha256 = createHash('sha256').update(fileNumber(number)).digest('hex');
			expect(byId.get(id)?.sha256).toBe(sha256);
			expect(
				createHash('sha256')
					.update(await originals.read(sha256))
					.digest('hex')
			).toBe(sha256);
		}
		for (const id of said.confirmed)
			if (!said.undoing.has(id)) expect(byId.get(id)?.state).toBe('confirmada');
		for (const id of said.undone) expect(byId.get(id)?.state).toBe('deshecha');
		const together = new Map<string, Set<string>>();
		for (const { state, rows, records, current, revision, label } of submissions) {
			const stored = state === 'confirmada' || state === 'deshecha';
			expect(records).toBe(stored ? rows : 0);
			expect(current).toBe(state === 'confirmada' ? rows : 0);
			expect(revision !== null).toBe(stored);
			if (label !== null)
				together.set(label, (together.get(label) ?? new Set()).add(String(stored)));
		}
		// A package is confirmed whole or not at all.
		for (const states of together.values()) expect(states.size).toBe(1);
		expect(values).toEqual(expected);
	} finally {
		await close();
	}
}

function rowsBySubmission(db: Kysely<Database>) {
	return db
		.selectFrom('submission')
		.leftJoin('record', 'record.submission', 'submission.id')
		.groupBy('submission.id')
		.select((select) => [
			'submission.id',
			'submission.sha256',
			'submission.state',
			'submission.rows',
			'submission.revision',
			'submission.package as label',
			select.fn.count<number>('record.id').as('records'),
			sql<number>`(count(record.id) filter (where record.until is null))::int4`.as('current')
		]);
}

/** Population has one value for each municipality and year of which there is a record. */
function computed(db: Kysely<Database>) {
	return db
		.selectFrom('indicator_value')
		.where('indicator', '=', 'CTX01')
		.select(['municipality', 'period'])
		.orderBy('municipality')
		.orderBy('period');
}

function expectedValues(db: Kysely<Database>) {
	return db
		.selectFrom('record')
		.where('dataset', '=', 'contexto')
		.where('until', 'is', null)
		.select(['municipality', sql<string>`period`.as('period')])
		.distinct()
		.orderBy('municipality')
		.orderBy('period');
}

/** Chance that is the same in every run of the tests (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

describe.each(['pglite', 'postgres'] as const)(
	'a process killed while it imports (%s)',
	(engine) => {
		let dataDir = '';
		let server: Awaited<ReturnType<typeof newServerDatabase>> | undefined;
		const said: Said = {
			received: new Map(),
			confirmed: new Set(),
			undoing: new Set(),
			undone: new Set(),
			done: false
		};

		beforeAll(async () => {
			dataDir = await mkdtemp(join(tmpdir(), 'observatorio-muerte-'));
			server = engine === 'postgres' ? await newServerDatabase() : undefined;
			const opened = await openDatabase({ url: server?.url, dataDir });
			await migrate(opened.db);
			const originals = await openOriginals(dataDir);
			const bytes = new TextEncoder().encode(registry);
			const arrival = { originals, bytes, fileName: 'municipios.csv', account: null };
			const { receipt } = await deliver(opened.db, arrival);
			expect(receipt?.counts.nuevas).toBe(40);
			await opened.close();
		});
		afterAll(async () => {
			await server?.drop();
			await rm(dataDir, { recursive: true, force: true });
		});

		test(`loses nothing that it acknowledged and leaves nothing by half, ${kills} times`, async () => {
			const url = server?.url;
			const { milliseconds } = await runImporter({ dataDir, url, run: 0 }, said);
			expect(said.done).toBe(true);
			await expectWhole({ dataDir, url }, said);

			const chance = seeded(20261121);
			let struck = 0;
			for (let run = 1; run <= kills; run++) {
				said.done = false;
				await runImporter({ dataDir, url, run, killAfter: chance() * milliseconds }, said);
				if (!said.done) struck++;
				await expectWhole({ dataDir, url }, said);
			}
			// A kill after the last answer proves nothing: at least half must have come before it.
			expect(struck).toBeGreaterThanOrEqual(kills / 2);

			const last = await runImporter({ dataDir, url, run: kills + 1 }, said);
			expect(last.milliseconds).toBeGreaterThan(0);
			expect(said.done).toBe(true);
			await expectWhole({ dataDir, url }, said);
		}, 600_000);
	}
);
