import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { confirmPackage } from '#lib/server/submissions/confirm-package.ts';
import { closeQuarter } from '#lib/server/submissions/closed.ts';
import { explainAll } from '#lib/server/submissions/reasons.ts';
import { undo } from '#lib/server/submissions/undo.ts';
import { discard } from '#lib/server/submissions/discard.ts';
import { isSubmissionId } from '#lib/server/submissions/id.ts';
import {
	checkPackage,
	packageOf,
	packageReceipt,
	receivePackage
} from '#lib/server/submissions/package.ts';
import type { Arrival } from '#lib/server/submissions/receive.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { describeEngines } from '../engines.ts';
import { temporaryFolder } from '../folders.ts';
import { rowsOf, workbook } from '../workbooks.ts';
import { memberships, population, registry, services, today, useDoor } from './given.ts';

describeEngines('files sent together', (engine) => {
	const door = useDoor();
	const options = () => ({ originals: door.originals, today, account: null });
	const arrival = (fileName: string, content: string | Uint8Array): Arrival => ({
		originals: door.originals,
		bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
		fileName,
		account: null
	});
	const sent = async (...files: Arrival[]) => {
		const received = await receivePackage(engine.db, files);
		if (received.package === null) throw new Error('It is no package.');
		await checkPackage(engine.db, received.package, options());
		return { ...received, id: received.package };
	};
	const stored = async () => {
		const records = await engine.db.selectFrom('record').selectAll().orderBy('id').execute();
		const revisions = await engine.db.selectFrom('revision').select('id').execute();
		return JSON.stringify([records, revisions.length]);
	};

	test('a registry, its memberships and figures of its places go in at once, in their order', async () => {
		const { id, ids, left } = await sent(
			arrival('contexto.csv', population('990001', { 2017: 1000 })),
			arrival('membresias.csv', memberships),
			arrival('municipios.csv', registry)
		);
		expect(isSubmissionId(id)).toBe(true);
		expect([ids.length, left]).toEqual([3, []]);

		const before = await packageOf(engine.db, id);
		expect(before.state).toBe('por_confirmar');
		expect(before.members.map(({ dataset, fileName, rows }) => [dataset, fileName, rows])).toEqual([
			['municipios', 'municipios.csv', 3],
			['membresias', 'membresias.csv', 3],
			['contexto', 'contexto.csv', 1]
		]);
		await expect(packageReceipt(engine.db, id)).rejects.toThrow(Refusal);

		// Its municipality is only in the package yet.
		const [, , figures] = before.members;
		await expect(door.confirm(engine.db, figures?.id ?? '')).rejects.toThrow(/Revise de nuevo/);

		const receipt = await confirmPackage(engine.db, id, options());
		expect(receipt).toMatchObject({ id, unchanged: false, repeated: false });
		expect(receipt.counts).toEqual({ filas: 7, nuevas: 7, cambian: 0, iguales: 0, faltan: 0 });
		expect(receipt.receipts.map(({ dataset }) => dataset)).toEqual([
			'municipios',
			'membresias',
			'contexto'
		]);
		expect((await packageOf(engine.db, id)).state).toBe('confirmada');
		expect(await confirmPackage(engine.db, id, options())).toEqual({ ...receipt, repeated: true });
	});

	const quarter = (active: readonly string[]) => services('990001', '2025-T3', active);
	const book = (active: readonly string[], people: Record<number, number>) =>
		workbook([
			{ name: 'Guía', rows: [['Llene cada hoja y envíe el libro.']] },
			{ name: 'Servicios', rows: rowsOf(quarter(active)) },
			{ name: 'Contexto', rows: rowsOf(population('990001', people)) },
			{ name: 'Fondos', rows: rowsOf('municipio_id,fondo_id,periodo,tipo,moneda') }
		]);

	test('a workbook is one submission a sheet, of one original, and tells what it left', async () => {
		const path = join(await temporaryFolder(), 'libro');
		await writeFile(path, book(['FIN'], { 2018: 1010 }));
		const { id, ids, left } = await sent({
			...arrival('trimestre.xlsx', ''),
			bytes: { path }
		});
		const { members } = await packageOf(engine.db, id);
		expect(members.map(({ dataset, sheet, errors }) => [dataset, sheet, errors])).toEqual([
			['contexto', 'Contexto', 0],
			['servicios', 'Servicios', 0]
		]);
		expect(left.map(({ sheet, why }) => [sheet, why])).toEqual([
			['Guía', 'no tiene una tabla de las nuestras'],
			['Fondos', 'no tiene filas con datos']
		]);
		const files = await engine.db
			.selectFrom('submission')
			.select(['sha256', 'sheet'])
			.where('id', 'in', ids)
			.execute();
		expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(1);

		const { counts } = await confirmPackage(engine.db, id, options());
		expect(counts).toEqual({ filas: 6, nuevas: 6, cambian: 0, iguales: 0, faltan: 0 });
	});

	test('with an error in one of them nothing goes in, until it is set aside', async () => {
		const before = await stored();
		const { id } = await sent(
			arrival('bien.csv', population('990002', { 2017: 2000 })),
			arrival('mal.csv', population('990077', { 2017: 2000 }))
		);
		const { state, members } = await packageOf(engine.db, id);
		expect([state, members.map(({ errors }) => errors > 0)]).toEqual([
			'con_errores',
			[false, true]
		]);
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow(Refusal);
		expect(await stored()).toBe(before);

		await discard(engine.db, members[1]?.id ?? '', { account: null });
		const receipt = await confirmPackage(engine.db, id, options());
		expect(receipt.receipts.map(({ fileName }) => fileName)).toEqual(['bien.csv']);
	});

	test('one that no longer reads as it did takes the others back', async () => {
		const { id } = await sent(
			arrival('uno.csv', population('990003', { 2017: 3000 })),
			arrival('dos.csv', quarter(['FIN', 'TEC']))
		);
		const before = await stored();
		const { members } = await packageOf(engine.db, id);
		await engine.db
			.updateTable('submission')
			.set({ digest: 'f'.repeat(64) })
			.where('id', '=', members[1]?.id ?? '')
			.execute();
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow(/Revise de nuevo/);
		expect(await stored()).toBe(before);
		expect((await packageOf(engine.db, id)).members.map(({ state }) => state)).toEqual([
			'por_confirmar',
			'por_confirmar'
		]);
	});

	test('confirmed by fifty at once it is stored once; sent again it was there; one part is undone', async () => {
		const book3 = workbook(
			Array.from({ length: 3 }, (_, index) => ({
				name: `Hoja ${index + 1}`,
				rows: rowsOf(population('990001', { [1960 + index]: 500 + index }))
			}))
		);
		const { id, ids } = await sent(arrival('tres.xlsx', book3));
		expect(ids).toHaveLength(3);
		const revisions = () =>
			engine.db
				.selectFrom('revision')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.executeTakeFirstOrThrow();
		const { count } = await revisions();
		const all = await Promise.all(
			Array.from({ length: 50 }, () => confirmPackage(engine.db, id, options()))
		);
		expect(all.every(({ counts }) => counts.nuevas === 3)).toBe(true);
		expect(await revisions()).toEqual({ count: count + 3 });

		const again = await sent(arrival('tres.xlsx', book3));
		const repeated = await confirmPackage(engine.db, again.id, options());
		expect([repeated.unchanged, repeated.counts.iguales]).toEqual([true, 3]);
		expect(await revisions()).toEqual({ count: count + 3 });

		const [first = '', ...others] = ids;
		await undo(engine.db, first, { account: null });
		expect((await packageReceipt(engine.db, id)).counts.nuevas).toBe(2);
		expect((await confirmPackage(engine.db, id, options())).repeated).toBe(true);
		for (const other of others) await undo(engine.db, other, { account: null });
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow('se deshizo');
	});

	test('the same row with other figures in two files stops there, and both are named', async () => {
		const before = await stored();
		const { id } = await sent(
			arrival('enero.csv', population('990001', { 1950: 400, 1951: 410 })),
			arrival('febrero.csv', population('990001', { 1951: 411 }))
		);
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow(
			/enero\.csv.*fila 3.*febrero\.csv.*fila 2/
		);
		expect(await stored()).toBe(before);
		const same = await sent(
			arrival('enero.csv', population('990001', { 1950: 400 })),
			arrival('copia.csv', population('990001', { 1950: 400 }))
		);
		expect((await confirmPackage(engine.db, same.id, options())).counts).toMatchObject({
			nuevas: 1,
			iguales: 1,
			cambian: 0
		});
	});

	test('a quarter closed meanwhile takes the whole package back', async () => {
		const { id } = await sent(
			arrival('uno.csv', population('990003', { 1971: 3000 })),
			arrival('dos.csv', services('990003', '2025-T4', ['FIN']))
		);
		const before = await stored();
		await closeQuarter(engine.db, '2025-T4', { account: null });
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow('Revise de nuevo');
		expect(await stored()).toBe(before);
		await checkPackage(engine.db, id, options());
		await expect(confirmPackage(engine.db, id, options())).rejects.toThrow('cerrado');
		for (const { id: member } of (await packageOf(engine.db, id)).members)
			await explainAll(engine.db, member, { text: 'Cifra revisada.', account: null });
		expect((await confirmPackage(engine.db, id, options())).counts.nuevas).toBe(6);
	});

	test('the same key is the same package', async () => {
		const files = [
			{ ...arrival('a.csv', population('990001', { 2019: 1020 })), idempotencyKey: 'clave' },
			{ ...arrival('b.csv', population('990002', { 2019: 2020 })), idempotencyKey: 'clave' }
		];
		const first = await receivePackage(engine.db, files);
		const second = await receivePackage(engine.db, files);
		expect(second).toEqual({ ...first, repeated: true });
	});

	test('one file alone is no package, and a label is none either', async () => {
		const one = await receivePackage(engine.db, [
			arrival('a.csv', population('990001', { 2021: 1 }))
		]);
		expect(one.package).toBeNull();
		await expect(packageOf(engine.db, 'demostracion')).rejects.toThrow(Refusal);
		await expect(packageOf(engine.db, '0123456789ABCDEF')).rejects.toThrow(Refusal);
	});
});
