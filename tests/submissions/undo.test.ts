import { expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { datasets } from '#lib/datasets/index.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { recompute } from '#lib/server/compute/recompute.ts';
import { checkHealth } from '#lib/server/health.ts';
import { dataVersion } from '#lib/server/queries/revisions.ts';
import { check } from '#lib/server/submissions/check.ts';
import { correct } from '#lib/server/submissions/corrections.ts';
import { explainAll } from '#lib/server/submissions/reasons.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { closeQuarter, openQuarter } from '#lib/server/submissions/closed.ts';
import { emptyDemonstration } from '#lib/server/submissions/empty-demonstration.ts';
import { receiptOf } from '#lib/server/submissions/receipt.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { retireMissing } from '#lib/server/submissions/retire.ts';
import { undo, undoPreview } from '#lib/server/submissions/undo.ts';
import { ask, askJson } from '../api/ask.ts';
import { describeEngines } from '../engines.ts';
import {
	allValues,
	businesses,
	memberships,
	population,
	registry,
	services,
	today,
	useDoor
} from './given.ts';

const account = null;

/** Everything that anybody can take home, byte by byte. */
async function publicExport(db: Kysely<Database>): Promise<Record<string, string>> {
	const addresses = [
		'municipios.csv',
		'valores.csv?limite=10000',
		...datasets.map(({ id }) => `registros.csv?conjunto=${id}&limite=10000`)
	];
	const files: Record<string, string> = {};
	for (const address of addresses) files[address] = await (await ask(db, address)).text();
	for (const { id } of datasets) {
		const address = `registros.json?conjunto=${id}&limite=10000`;
		files[address] = JSON.stringify((await askJson(db, address)).datos);
	}
	return files;
}

describeEngines('a confirmed submission undone', (engine) => {
	const door = useDoor();
	const load = async (csv: string) => (await door.load(engine.db, csv)).id;

	test('every export is byte by byte as before; earlier rows keep their file and line', async () => {
		await load(registry);
		await load(memberships);
		await load(population('990001', { 2017: 1000, 2020: 1100 }));
		await load(businesses('990001', 2020, 40));
		const first = await load(services('990001', '2026-T2', ['FIN', 'MER']));
		await load(services('990002', '2026-T2', ['CAP']));
		const before = await publicExport(engine.db);

		// One new row, three changed and one retired.
		const csv = services('990001', '2026-T2', ['FIN', 'MER', 'CAP', 'ASI'])
			.split('\n')
			.filter((line) => !line.includes('TEC'))
			.join('\n')
			.replace('microcredito', 'ahorro');
		const { id, counts } = await door.send(engine.db, csv);
		expect(counts).toMatchObject({ nuevas: 3, iguales: 1, faltan: 4 });
		await retireMissing(engine.db, id, true, { account });
		const receipt = await door.confirm(engine.db, id);
		expect(receipt.counts).toEqual({
			filas: 4,
			nuevas: 3,
			cambian: 0,
			iguales: 1,
			faltan: 0,
			retiradas: 4
		});
		const during = await publicExport(engine.db);
		const servicesCsv = 'registros.csv?conjunto=servicios&limite=10000';
		expect(during[servicesCsv]).not.toBe(before[servicesCsv]);
		expect(during['valores.csv?limite=10000']).not.toBe(before['valores.csv?limite=10000']);

		expect(await undoPreview(engine.db, id)).toEqual({
			closed: 3,
			returned: 4,
			kept: [],
			refused: null
		});
		const done = await undo(engine.db, id, { account });
		expect(done).toMatchObject({ closed: 3, returned: 4, kept: [], repeated: false });
		expect(await publicExport(engine.db)).toEqual(before);

		const back = await engine.db
			.selectFrom('record')
			.where('since', '=', done.revision)
			.select(['submission', 'line', 'until'])
			.orderBy('line')
			.execute();
		expect(back.map(({ submission }) => submission)).toEqual([first, first, first, first]);
		expect(back.every(({ until }) => until === null)).toBe(true);
		expect((await receiptOf(engine.db, id)).undoneAt).not.toBeNull();
	});

	test('undoing twice changes nothing, and the same file can be sent again', async () => {
		const csv = population('990002', { 2017: 500 });
		const before = await publicExport(engine.db);
		const id = await load(csv);
		const during = await publicExport(engine.db);
		await undo(engine.db, id, { account });
		const again = await undo(engine.db, id, { account });
		expect(again).toMatchObject({ repeated: true, revision: null });
		expect(await publicExport(engine.db)).toEqual(before);
		expect((await undoPreview(engine.db, id)).refused).toContain('ya se deshizo');

		const second = await load(csv);
		const name = 'valores.csv?limite=10000';
		expect((await publicExport(engine.db))[name]).toBe(during[name]);
		expect(during[name]).not.toBe(before[name]);
		await undo(engine.db, second, { account });
	});

	test('a row that a later file changed stays as it is and is listed', async () => {
		await load(population('990003', { 2017: 100, 2018: 200 }));
		const middle = await load(population('990003', { 2017: 101, 2018: 202 }));
		const later = await load(population('990003', { 2017: 111 }));

		const { closed, returned, kept } = await undo(engine.db, middle, { account });
		expect({ closed, returned }).toEqual({ closed: 1, returned: 1 });
		expect(kept.map(({ submission, cells }) => [submission, cells.poblacion_total])).toEqual([
			[later, 111]
		]);
		const now = async () => {
			const { datos } = await askJson(
				engine.db,
				'registros.json?conjunto=contexto&municipio=990003&limite=100'
			);
			return datos.map((row) => row.poblacion_total);
		};
		expect(await now()).toEqual([111, 200]);

		// What the later one had changed was undone meanwhile: the one before that comes back.
		await undo(engine.db, later, { account });
		expect(await now()).toEqual([100, 200]);
	});

	test('undone in the order in which they came, everything returns too', async () => {
		const before = await publicExport(engine.db);
		const ids = [
			await load(population('990002', { 2019: 100 })),
			await load(population('990002', { 2019: 200 })),
			await load(population('990002', { 2019: 300 }))
		];
		for (const id of ids) await undo(engine.db, id, { account });
		expect(await publicExport(engine.db)).toEqual(before);
	});

	test('a row retired later stays retired and is listed', async () => {
		const id = await load(services('990003', '2026-T1', ['FIN', 'MER']));
		const { id: shorter } = await door.send(
			engine.db,
			services('990003', '2026-T1', ['FIN', 'MER'])
				.split('\n')
				.filter((line) => !line.includes('ferias'))
				.join('\n')
		);
		await retireMissing(engine.db, shorter, true, { account });
		await door.confirm(engine.db, shorter);
		const { closed, kept } = await undo(engine.db, id, { account });
		expect(closed).toBe(4);
		expect(kept.map(({ key }) => key)).toEqual([expect.stringContaining('ferias')]);
		await expect(undo(engine.db, shorter, { account })).resolves.toMatchObject({ closed: 0 });
		const { datos } = await askJson(
			engine.db,
			'registros.json?conjunto=servicios&municipio=990003'
		);
		expect(datos).toEqual([]);
	});

	test('sent again after it was retired, and undone last: what stood first returns', async () => {
		const first = await load(population('990003', { 2005: 100 }));
		const { id: without } = await door.send(
			engine.db,
			population('990003', { 2005: 100 }).replace('censo', 'encuesta')
		);
		await retireMissing(engine.db, without, true, { account });
		await door.confirm(engine.db, without);
		const again = await load(population('990003', { 2005: 300 }));
		const now = async () => {
			const { datos } = await askJson(
				engine.db,
				'registros.json?conjunto=contexto&municipio=990003&periodo=2005'
			);
			return datos.map((row) => `${String(row.fuente)} ${String(row.poblacion_total)}`);
		};
		expect(await now()).toEqual(['censo 300', 'encuesta 100']);

		const kept = (await undo(engine.db, without, { account })).kept;
		expect(kept.map(({ submission }) => submission)).toEqual([again]);
		expect(await now()).toEqual(['censo 300']);
		await undo(engine.db, again, { account });
		expect(await now()).toEqual(['censo 100']);
		await undo(engine.db, first, { account });
		expect(await now()).toEqual([]);
	});

	test('what was retired twice does not come back with the first', async () => {
		const first = await load(population('990003', { 2006: 100 }));
		const retire = async (source: string) => {
			const csv = population('990003', { 2006: 700 }).replace('censo', source);
			const { id } = await door.send(engine.db, csv);
			await retireMissing(engine.db, id, true, { account });
			await door.confirm(engine.db, id);
			return id;
		};
		const once = await retire('encuesta');
		const again = await load(population('990003', { 2006: 300 }));
		const twice = await retire('encuesta');
		expect(await undo(engine.db, once, { account })).toMatchObject({ returned: 0 });
		for (const id of [twice, again, first]) await undo(engine.db, id, { account });
		const { datos } = await askJson(
			engine.db,
			'registros.json?conjunto=contexto&municipio=990003&periodo=2006'
		);
		expect(datos).toEqual([]);
	});

	test('rows do not come back to a municipality that left the registry', async () => {
		const before = await publicExport(engine.db);
		const place = await load(
			registry.split('\n')[0] + '\n990005,distrito,Otra más,distrital,Prueba,Demostración,50\n'
		);
		const rows = await load(population('990005', { 2001: 100 }));
		const other = await load(population('990005', { 2001: 100 }).replace('censo', 'encuesta'));
		const { id: retiring } = await door.send(
			engine.db,
			population('990005', { 2001: 100 }).replace('censo', 'encuesta')
		);
		await retireMissing(engine.db, retiring, true, { account });
		await door.confirm(engine.db, retiring);
		await undo(engine.db, other, { account });
		// Nothing of it is current any more, so the registry lets it go.
		await undo(engine.db, place, { account });

		expect((await undoPreview(engine.db, retiring)).refused).toContain('990005');
		await expect(undo(engine.db, retiring, { account })).rejects.toThrow('ya no están');
		await undo(engine.db, rows, { account });
		await undo(engine.db, retiring, { account });
		expect(await publicExport(engine.db)).toEqual(before);
	});

	test('a closed quarter is not undone; opened again it is', async () => {
		const id = await load(services('990002', '2026-T3', ['FIN']));
		expect(await closeQuarter(engine.db, '2026-t3', { account })).toEqual({ repeated: false });
		expect(await closeQuarter(engine.db, '2026-T3', { account })).toEqual({ repeated: true });
		await expect(undo(engine.db, id, { account })).rejects.toThrow('III trimestre 2026');
		expect((await undoPreview(engine.db, id)).refused).toContain('ya está cerrado');
		await openQuarter(engine.db, '2026-T3', { account });
		expect((await undo(engine.db, id, { account })).repeated).toBe(false);
		await expect(closeQuarter(engine.db, '2026-3', { account })).rejects.toThrow(Refusal);
	});

	test('the registry and the memberships go back too, unless something hangs on them', async () => {
		const before = await publicExport(engine.db);
		const other =
			registry.split('\n')[0] + '\n990004,distrito,Otra Queuña,distrital,Prueba,Demostración,50\n';
		const place = await load(other);
		const member = await load('municipio_id,red,relacion\n990004,DEMO,umpe\n');
		expect((await undoPreview(engine.db, place)).refused).toContain('990004');
		await expect(undo(engine.db, place, { account })).rejects.toThrow('990004');

		const renamed = await load(registry.replace('Alta Queuña', 'Queuña de Arriba'));
		await undo(engine.db, renamed, { account });
		await undo(engine.db, member, { account });
		await undo(engine.db, place, { account });
		expect(await publicExport(engine.db)).toEqual(before);
		const names = await engine.db
			.selectFrom('municipality')
			.select('name')
			.orderBy('ubigeo')
			.execute();
		expect(names.map(({ name }) => name)).toEqual([
			'Alta Queuña',
			'Baja Queuña',
			'Ñahui de Prueba'
		]);
	});

	test('what was not confirmed or changed nothing has nothing to undo', async () => {
		const waiting = await door.send(engine.db, population('990001', { 2017: 7 }));
		await expect(undo(engine.db, waiting.id, { account })).rejects.toThrow('no se confirmó');
		const equal = await load(population('990001', { 2017: 1000 }));
		await expect(undo(engine.db, equal, { account })).rejects.toThrow('no cambió nada');
		await expect(undo(engine.db, 'NO', { account })).rejects.toMatchObject({ status: 404 });
	});

	test('a demonstration with undone files is emptied whole', async () => {
		const emptied = await emptyDemonstration(engine.db, { originals: door.originals, account });
		expect(emptied.municipalities).toBe(3);
		const left = await engine.db.selectFrom('record').select('id').execute();
		expect(left).toEqual([]);
	});

	test('an invented exchange rate gives the real one its place back', async () => {
		const rate = (value: number, quarter = '2026-T2') =>
			`periodo,moneda,soles_por_unidad\n${quarter},USD,${value}\n`;
		const rates = async () => {
			const { datos } = await askJson(engine.db, 'registros.json?conjunto=tipo_cambio');
			return datos.map((row) => `${String(row.periodo)} ${String(row.soles_por_unidad)}`);
		};
		const invented = async (csv: string) => {
			const { id } = await loadAs(csv, true);
			return id;
		};
		await load(rate(3.5));
		await load(rate(3.25, '2026-T1'));
		const gone = await load(rate(3.1, '2025-T4'));
		await invented(rate(9));
		await invented(rate(9, '2026-T1'));
		await load(rate(3.3, '2026-T1'));
		await invented(rate(9, '2025-T4'));
		await undo(engine.db, gone, { account });
		const undone = await invented(rate(8));
		await undo(engine.db, undone, { account });
		const corrected = await loadAs(rate(7, '2025-T3'), true, false);
		await correct(engine.db, corrected.id, {
			cells: [{ line: 2, field: 'soles_por_unidad', text: '7.5' }],
			originals: door.originals,
			today,
			account
		});
		await door.confirm(engine.db, corrected.id);
		expect(await rates()).toEqual(['2025-T3 7.5', '2025-T4 9', '2026-T1 3.3', '2026-T2 9']);

		await emptyDemonstration(engine.db, { originals: door.originals, account });
		expect(await rates()).toEqual(['2026-T1 3.3', '2026-T2 3.5']);
		const before = await allValues(engine.db);
		await engine.db.transaction().execute((trx) => recompute(trx, { municipalities: 'all' }));
		expect(await allValues(engine.db)).toEqual(before);
		expect((await checkHealth(engine.db, '.')).every(({ ok }) => ok)).toBe(true);
	});

	test('emptying what is empty changes nothing', async () => {
		const version = await dataVersion(engine.db);
		await emptyDemonstration(engine.db, { originals: door.originals, account });
		expect(await dataVersion(engine.db)).toBe(version);
	});

	async function loadAs(csv: string, fictional: boolean, confirming = true) {
		const { id } = await receive(engine.db, {
			originals: door.originals,
			bytes: new TextEncoder().encode(csv),
			fileName: 'prueba.csv',
			account,
			fictional
		});
		const options = { originals: door.originals, today };
		await check(engine.db, id, options);
		if (!confirming) return { id };
		await explainAll(engine.db, id, { text: 'prueba', account });
		await door.confirm(engine.db, id);
		return { id };
	}
});
