import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOriginals, type Originals } from '#lib/server/originals.ts';
import { receiptOf } from '#lib/server/submissions/receipt.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { startWork, stopWork, workOf } from '#lib/server/submissions/work.ts';
import { startWorker } from '#lib/server/submissions/worker.ts';
import { check } from '#lib/server/submissions/check.ts';
import { confirm } from '#lib/server/submissions/confirm.ts';
import { insertRows } from '#lib/server/db/bulk.ts';
import { heading, nationalRows, places } from '../../bench/national-file.ts';
import { forEachEngine, type TestDatabase } from '../engines.ts';

const today = '2026-11-21';

forEachEngine((engine, openDatabase) => {
	describe(`work on large files (${engine})`, () => {
		let opened: TestDatabase;
		let folder: string;
		let originals: Originals;

		beforeAll(async () => {
			opened = await openDatabase();
			folder = await mkdtemp(join(tmpdir(), 'observatorio-trabajo-'));
			originals = await openOriginals(folder);
			const columns = {
				ubigeo: 'text',
				scope: 'text',
				name: 'text',
				kind: 'text',
				department: 'text',
				sort_key: 'text',
				search_key: 'text',
				fictional: 'boolean'
			};
			const few = [...places.byUbigeo.values()].slice(0, 12);
			const rows = few.map(({ ubigeo, name, scope, department }) => ({
				...{ ubigeo, name, scope, department, kind: 'distrital' },
				...{ sort_key: name, search_key: name, fictional: false }
			}));
			await insertRows(opened.db, 'municipality', columns, rows);
		});
		afterAll(async () => {
			await opened.close();
			await rm(folder, { recursive: true, force: true });
		});

		const send = async (text: string) =>
			(
				await receive(opened.db, {
					originals,
					bytes: Buffer.from(text),
					fileName: 'servicios.csv',
					account: null
				})
			).id;
		/** Rows of three municipalities: 16 quarters, a few services each. */
		const lines = (edit: (row: string) => string = (row) => row) =>
			`${heading}\n${[...nationalRows(60_000)]
				.filter((row) => /^01010[1-3],/.test(row))
				.map(edit)
				.join('\n')}\n`;

		/** Until nobody waits and nothing is under way. */
		const finished = async (id: string) => {
			for (;;) {
				const work = await workOf(opened.db, id);
				if (work?.finished) return work;
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
		};
		const recordsOf = (submission: string) =>
			opened.db
				.selectFrom('record')
				.where('submission', '=', submission)
				.orderBy('key')
				.select(['key', 'municipality', 'period', 'line', 'cells', 'blanks'])
				.execute();

		test('a file is checked and confirmed as in the request: same findings, counts and records', async () => {
			const stop = await startWorker({ opened, originals });
			const large = await send(lines());
			await startWork(opened.db, large, 'revisar');
			expect(await finished(large)).toMatchObject({ kind: 'revisar', failure: null });
			const checked = await submissionById(opened.db, large);
			expect(checked).toMatchObject({ state: 'por_confirmar', dataset: 'servicios' });

			const small = await send(`${lines()}\n`);
			const outcome = await check(opened.db, small, { originals, today });
			expect(checked.counts).toEqual(outcome.counts);
			expect(checked.rows).toBe(outcome.rows);

			await startWork(opened.db, large, 'confirmar');
			expect(await finished(large)).toMatchObject({ kind: 'confirmar', failure: null });
			const receipt = await receiptOf(opened.db, large);
			expect(receipt.counts).toMatchObject({ nuevas: outcome.counts?.nuevas, iguales: 0 });
			expect(receipt.revision).not.toBeNull();

			// The same rows again, whole: everything is there already, cell by cell.
			await check(opened.db, small, { originals, today });
			const again = await confirm(opened.db, small, { originals, today, account: null });
			expect(again.counts).toMatchObject({ nuevas: 0, cambian: 0, iguales: outcome.rows });
			expect((await recordsOf(large)).length).toBe(outcome.rows);
			await stop();
		});

		test('a corrected file supersedes only what it changes', async () => {
			const stop = await startWorker({ opened, originals });
			const id = await send(
				lines((row) =>
					row
						.replace(/^(010102,2023-T1,.*),activo,/, '$1,suspendido,')
						.replace(/(suspendido),\d+,\d+,/, '$1,0,0,')
				)
			);
			await startWork(opened.db, id, 'revisar');
			expect((await finished(id)).failure).toBeNull();
			const { counts } = await submissionById(opened.db, id);
			expect(counts?.['nuevas']).toBe(0);
			expect(counts?.['cambian']).toBeGreaterThan(0);
			await opened.db.deleteFrom('finding').where('submission', '=', id).execute();
			await startWork(opened.db, id, 'confirmar');
			expect((await finished(id)).failure).toBeNull();
			expect((await recordsOf(id)).length).toBe(counts?.['cambian']);
			const open = await opened.db
				.selectFrom('record')
				.where('until', 'is', null)
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.executeTakeFirstOrThrow();
			expect(open.count).toBe((counts?.['cambian'] ?? 0) + (counts?.['iguales'] ?? 0));
			await stop();
		});

		test('works wait for each other, and one that waits can be stopped', async () => {
			const first = await send(lines((row) => row.replace('activo', 'activo ')));
			const second = await send(lines((row) => row.replace('activo', ' activo')));
			await startWork(opened.db, first, 'revisar');
			await startWork(opened.db, second, 'revisar');
			expect(await workOf(opened.db, second)).toMatchObject({ step: 'en_espera', waiting: 1 });
			await stopWork(opened.db, second);

			// The process starts only now, as after a restart: what was asked for is taken up.
			const stop = await startWorker({ opened, originals });
			expect((await finished(first)).failure).toBeNull();
			expect((await finished(second)).failure).toMatch(/Se detuvo a pedido/);
			expect((await submissionById(opened.db, second)).state).toBe('recibida');
			await stop();
		});

		test('a refused file says why, and its work has not failed', async () => {
			const stop = await startWorker({ opened, originals });
			const id = await send(lines((row) => row.replace('activo', 'cualquiera')));
			await startWork(opened.db, id, 'revisar');
			expect((await finished(id)).failure).toBeNull();
			expect((await submissionById(opened.db, id)).state).toBe('rechazada');
			await startWork(opened.db, id, 'confirmar');
			expect((await finished(id)).failure).toMatch(/todavía no se puede confirmar/);
			await stop();
		});
	});
});
