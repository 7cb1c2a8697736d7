import { expect, test } from 'vitest';
import { discard } from '#lib/server/submissions/discard.ts';
import { isSubmissionId } from '#lib/server/submissions/id.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { changesOf } from '#lib/server/submissions/review.ts';
import { describeEngines } from '../engines.ts';
import { memberships, population, registry, services, today, useDoor } from './given.ts';

const encoder = new TextEncoder();

describeEngines('the life of a file', (engine) => {
	const door = useDoor();

	const records = (submission: string) =>
		engine.db
			.selectFrom('record')
			.selectAll()
			.where('submission', '=', submission)
			.orderBy('line')
			.execute();
	const stored = async () => {
		const [revisions, current, values, places] = await Promise.all([
			engine.db.selectFrom('revision').select('id').orderBy('id').execute(),
			engine.db.selectFrom('record').selectAll().orderBy('id').execute(),
			engine.db.selectFrom('indicator_value').selectAll().execute(),
			engine.db.selectFrom('municipality').selectAll().orderBy('ubigeo').execute()
		]);
		return JSON.stringify({ revisions, current, places, values: values.length });
	};

	test('municipalities and memberships are laid out for joins, sorted as Spanish sorts', async () => {
		const receipt = await door.load(engine.db, registry);
		await door.load(engine.db, memberships);

		expect(receipt.counts).toEqual({ filas: 3, nuevas: 3, cambian: 0, iguales: 0, faltan: 0 });
		const places = await engine.db
			.selectFrom('municipality')
			.select(['ubigeo', 'name', 'fictional', 'area_km2'])
			.orderBy('sort_key')
			.execute();
		expect(places).toEqual([
			{ ubigeo: '990001', name: 'Alta Queuña', fictional: true, area_km2: 100 },
			{ ubigeo: '990002', name: 'Baja Queuña', fictional: true, area_km2: 200 },
			{ ubigeo: '990003', name: 'Ñahui de Prueba', fictional: true, area_km2: 300 }
		]);
		const members = await engine.db.selectFrom('membership').select('ubigeo').execute();
		expect(members).toHaveLength(3);
	});

	test('the original is in the folder, byte by byte, and the receipt names it', async () => {
		const csv = population('990001', { 2017: 1000, 2020: 1100 });
		const receipt = await door.load(engine.db, csv);

		expect(isSubmissionId(receipt.id)).toBe(true);
		expect(receipt.bytes).toBe(encoder.encode(csv).length);
		expect(new TextDecoder().decode(await door.originals.read(receipt.sha256))).toBe(csv);
		expect((await records(receipt.id)).map(({ line }) => line)).toEqual([2, 3]);
	});

	test('what is not confirmed changes nothing that anybody reads', async () => {
		const before = await stored();
		const { id, counts } = await door.send(
			engine.db,
			population('990001', { 2017: 2000, 2021: 5 * 60 })
		);
		expect(counts).toEqual({ filas: 2, nuevas: 1, cambian: 1, iguales: 0, faltan: 0 });
		expect(await stored()).toBe(before);

		await discard(engine.db, id, { account: null });
		await expect(door.confirm(engine.db, id)).rejects.toThrow(Refusal);
		expect(await stored()).toBe(before);
	});

	test('a rejected file changes nothing and cannot be confirmed; its findings stay', async () => {
		const before = await stored();
		const csv = population('990001', { 2017: 2000 }).replace('990001', '990099');
		const { id, state } = await door.send(engine.db, csv);
		expect(state).toBe('rechazada');
		await expect(door.confirm(engine.db, id)).rejects.toThrow(Refusal);
		expect(await stored()).toBe(before);

		const findings = await engine.db
			.selectFrom('finding')
			.select('finding')
			.where('submission', '=', id)
			.execute();
		expect(findings.map(({ finding }) => finding.severity)).toContain('error');
	});

	test('the same file sent and confirmed twice is «ya estaba cargado» and makes no revision', async () => {
		const before = await stored();
		const receipt = await door.load(engine.db, population('990001', { 2017: 1000, 2020: 1100 }));
		expect(receipt).toMatchObject({ unchanged: true, revision: null, repeated: false });
		expect(receipt.counts).toEqual({ filas: 2, nuevas: 0, cambian: 0, iguales: 2, faltan: 0 });
		expect(await records(receipt.id)).toEqual([]);
		expect(await stored()).toBe(before);
	});

	test('a correction without a column that has figures says what would go blank', async () => {
		const whole =
			'municipio_id,ambito_datos,anio,fuente,poblacion_total,viviendas\n990003,distrito,2017,censo,900,250\n';
		await door.load(engine.db, whole);
		const { findings, verdict } = await door.send(engine.db, population('990003', { 2017: 901 }));
		expect(verdict).toBe('warnings');
		expect(findings).toMatchObject([{ code: 'erases-values', severity: 'warning' }]);
		expect(findings[0]?.message).toContain('«Viviendas»');

		// A column that is there and empty was emptied on purpose.
		const emptied = await door.send(engine.db, whole.replace(',250', ','));
		expect(emptied.findings).toEqual([]);
	});

	test('confirming one submission twice gives the same receipt and one revision', async () => {
		const { id } = await door.send(engine.db, population('990002', { 2017: 3000 }));
		const first = await door.confirm(engine.db, id);
		const second = await door.confirm(engine.db, id);
		expect(second).toEqual({ ...first, repeated: true });
	});

	test('a correction supersedes; the earlier row stays and says until when it was true', async () => {
		const correction = population('990001', { 2017: 1050 });
		const { id } = await door.send(engine.db, correction);
		const review = await changesOf(engine.db, id, { originals: door.originals, today });
		expect(review?.changes.changed.map(({ cells }) => cells)).toEqual([
			[{ column: 'poblacion_total', before: 1000, after: 1050 }]
		]);
		expect(review?.changes.missing).toEqual([]);

		const receipt = await door.confirm(engine.db, id);
		const key = review?.rows[0]?.key ?? '';
		const versions = await engine.db
			.selectFrom('record')
			.select(['cells', 'since', 'until'])
			.where('key', '=', key)
			.orderBy('id')
			.execute();
		expect(versions.map(({ cells }) => cells.poblacion_total)).toEqual([1000, 1050]);
		expect(versions.map(({ until }) => until)).toEqual([receipt.revision, null]);
		expect(versions[1]?.since).toBe(receipt.revision);

		const value = await engine.db
			.selectFrom('indicator_value')
			.select('value')
			.where('indicator', '=', 'CTX01')
			.where('municipality', '=', '990001')
			.where('period', '=', '2017')
			.executeTakeFirst();
		expect(value).toEqual({ value: 1050 });
	});

	test('rows that a correction leaves out are counted as missing and stay', async () => {
		await door.load(engine.db, services('990001', '2025-T3', ['FIN', 'MER']));
		const shorter = services('990001', '2025-T3', ['FIN', 'MER']).split('\n').slice(0, 5);
		const receipt = await door.load(engine.db, `${shorter.join('\n')}\n`);
		expect(receipt.counts).toEqual({ filas: 4, nuevas: 0, cambian: 0, iguales: 4, faltan: 1 });
	});

	test('the counts of a receipt are the rows in the database', async () => {
		const csv = population('990002', { 2017: 3000, 2018: 3100, 2019: 3200 });
		const receipt = await door.load(engine.db, csv);
		const rows = await records(receipt.id);
		expect(rows).toHaveLength(receipt.counts.nuevas + receipt.counts.cambian);
		expect(receipt.counts.filas).toBe(3);
		expect(rows.every(({ since }) => since === receipt.revision)).toBe(true);
	});

	test('a key that comes twice is one submission', async () => {
		const bytes = encoder.encode(population('990003', { 2017: 900 }));
		const arrival = {
			originals: door.originals,
			bytes,
			fileName: '../../etc/pass\0wd.csv',
			account: null,
			idempotencyKey: 'doble-clic'
		};
		const [first, second] = await Promise.all([
			receive(engine.db, arrival),
			receive(engine.db, arrival)
		]);
		expect(second.id).toBe(first.id);
		expect([first.repeated, second.repeated].sort()).toEqual([false, true]);

		const row = await engine.db
			.selectFrom('submission')
			.select('file_name')
			.where('id', '=', first.id)
			.executeTakeFirst();
		expect(row?.file_name).toBe('../../etc/passwd.csv');
		const other = { ...arrival, bytes: encoder.encode('otro') };
		await expect(receive(engine.db, other)).rejects.toThrow(Refusal);
	});

	test('a file over the limit is refused before anything is written', async () => {
		const arrival = {
			originals: door.originals,
			bytes: new Uint8Array(11),
			fileName: 'grande.csv',
			account: null,
			limit: 10
		};
		await expect(receive(engine.db, arrival)).rejects.toMatchObject({ status: 413 });
	});

	test('a file of invented municipalities only is marked as such', async () => {
		const states = await engine.db
			.selectFrom('submission')
			.select(['fictional', 'state'])
			.execute();
		const confirmed = states.filter(({ state }) => state === 'confirmada');
		expect(confirmed.every(({ fictional }) => fictional)).toBe(true);
	});
});
