import { expect, test } from 'vitest';
import { refuseOverQuota } from '#lib/server/submissions/quota.ts';
import { receive } from '#lib/server/submissions/receive.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { describeEngines } from '../engines.ts';
import { registry, useDoor } from './given.ts';

/** A table with a heading of the municipality's own for a column that every row needs. */
const ours = (municipality: string, year: number, heading = 'Gente del lugar') =>
	`Ubigeo,Año,Fuente,ambito_datos,${heading}\n${municipality},${year},censo,distrito,${year}\n`;

describeEngines('what the headings of a municipality mean', (engine) => {
	const door = useDoor();
	const columns = { 'Gente del lugar': 'poblacion_total' };
	const reading = async (id: string) => (await submissionById(engine.db, id)).reading;

	test('is remembered when a file is confirmed, and only then', async () => {
		await door.load(engine.db, registry);
		const waiting = await door.send(engine.db, ours('990001', 1993), {
			dataset: 'contexto',
			columns
		});
		expect(waiting.state).toBe('por_confirmar');
		expect((await submissionById(engine.db, waiting.id)).municipality).toBe('990001');
		expect((await door.send(engine.db, ours('990001', 2005), { dataset: 'contexto' })).rows).toBe(
			1
		);
		const before = await reading(
			(await door.send(engine.db, ours('990001', 2005), { dataset: 'contexto' })).id
		);
		expect(before?.columns).not.toHaveProperty('poblacion_total');

		await door.confirm(engine.db, waiting.id);
		const next = await door.send(engine.db, ours('990001', 2005));
		expect((await reading(next.id))?.columns.poblacion_total).toBe('Gente del lugar');
		const receipt = await door.confirm(engine.db, next.id);
		expect(receipt.counts.nuevas).toBe(1);
		const [record] = await engine.db
			.selectFrom('record')
			.where('submission', '=', next.id)
			.select('cells')
			.execute();
		expect(record?.cells.poblacion_total).toBe(2005);
	});

	test('helps also where a needed column is missing without it', async () => {
		const table = (year: number) =>
			`Código de aquí,Ubigeo,Año,Fuente,Población total\n${year},990001,${year},censo,900\n`.replace(
				'Año',
				'Cosecha'
			);
		const first = await door.send(engine.db, table(1981));
		expect(first.state).toBe('rechazada');
		const mended = await door.send(engine.db, table(1981), {
			columns: { Cosecha: 'anio' },
			values: { ambito_datos: 'distrito' }
		});
		await door.confirm(engine.db, mended.id);
		const next = await door.send(engine.db, table(1972), { values: { ambito_datos: 'distrito' } });
		expect(next.state).toBe('por_confirmar');
		expect((await reading(next.id))?.columns.anio).toBe('Cosecha');
	});

	test('is nothing to another municipality, nor to a heading that is ours', async () => {
		const other = await door.send(engine.db, ours('990002', 2005), { dataset: 'contexto' });
		expect((await reading(other.id))?.columns).not.toHaveProperty('poblacion_total');
		const both = ours('990001', 2007).replace('\n', ',Población total\n').replace(/\n$/, ',777\n');
		const exact = await door.send(engine.db, both);
		expect((await reading(exact.id))?.columns.poblacion_total).toBe('Población total');
	});

	test('is not that one of our own columns is left out: that was said of one file', async () => {
		const noted = (year: number) =>
			`municipio_id,ambito_datos,anio,fuente,poblacion_total,nota\n990003,distrito,${year},censo,900,Censo\n`;
		const first = await door.send(engine.db, noted(1999), {
			dataset: 'contexto',
			columns: { nota: '' }
		});
		expect((await reading(first.id))?.columns).not.toHaveProperty('nota');
		await door.confirm(engine.db, first.id);
		const next = await door.send(engine.db, noted(2000));
		expect((await reading(next.id))?.columns.nota).toBe('nota');
	});

	test('is not taken from a file of several municipalities', async () => {
		const rows = ours('990002', 2005) + '990003,2005,censo,distrito,2005\n';
		const { id } = await door.send(engine.db, rows, { dataset: 'contexto', columns });
		expect((await submissionById(engine.db, id)).municipality).toBeNull();
		await door.confirm(engine.db, id);
		const next = await door.send(engine.db, ours('990002', 2010), { dataset: 'contexto' });
		expect((await reading(next.id))?.columns).not.toHaveProperty('poblacion_total');
	});
});

describeEngines('the quota of a day', (engine) => {
	const door = useDoor();
	const quota = { files: 3, bytes: 1000 };
	const account = async (name: string) => {
		const values = {
			id: name,
			name,
			email: `${name}@ejemplo.pe`,
			password_hash: '-',
			role: 'administracion'
		};
		await engine.db.insertInto('account').values(values).execute();
		return name;
	};

	test('holds back one account and nobody else, and frees at midnight in Lima', async () => {
		const [one, other] = [await account('una'), await account('otra')];
		const send = (account: string | null, key: string, size = 10) =>
			receive(engine.db, {
				originals: door.originals,
				bytes: new Uint8Array(size).fill(97),
				fileName: 'a.csv',
				account,
				idempotencyKey: key
			});
		for (const key of ['a', 'b', 'c']) await send(one, key);
		// The same send again is no other file.
		expect((await send(one, 'c')).repeated).toBe(true);

		const ask = (account: string, bytes: number, now?: Date) =>
			refuseOverQuota(engine.db, { account, bytes, ...(now && { now }) }, quota);
		await expect(ask(one, 1)).rejects.toMatchObject({ status: 429 });
		await expect(ask(one, 1)).rejects.toThrow('medianoche');
		await expect(ask(other, 1)).resolves.toBeUndefined();
		await expect(ask(other, 1001)).rejects.toThrow('MB');
		const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
		await expect(ask(one, 1, tomorrow)).resolves.toBeUndefined();
		// The command line is nobody's account.
		await expect(send(null, 'd')).resolves.toMatchObject({ repeated: false });
	});
});
