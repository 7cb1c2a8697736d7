import { expect, test } from 'vitest';
import { badRowsCsv } from '#lib/server/submissions/bad-rows.ts';
import { check } from '#lib/server/submissions/check.ts';
import {
	correct,
	correctAlike,
	correctionsOf,
	uncorrect
} from '#lib/server/submissions/corrections.ts';
import { leaveOut, partialOf, takeAllIn } from '#lib/server/submissions/left-out.ts';
import { explain } from '#lib/server/submissions/reasons.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import { submissionById } from '#lib/server/submissions/state.ts';
import { describeEngines } from '../engines.ts';
import { registry, today, useDoor } from './given.ts';

const titles =
	'Ubigeo;Trimestre;Institución;tipo_institucion;categoria;tipo_servicio;estado;usuarios;Nota interna';

/** One service a row, of an institution of its own. */
function offers(cells: readonly { type?: string; users: string }[]): string {
	const rows = cells.map(
		({ type = 'ferias', users }, index) =>
			`990001;2025-T3;Caja ${index + 1};municipal;MER;${type};activo;${users};"=no; usar"`
	);
	return [titles, ...rows, ''].join('\n');
}

describeEngines('cells corrected on the page', (engine) => {
	const door = useDoor();
	const asked = () => ({ originals: door.originals, today, account: null });
	const stored = (submission: string) =>
		engine.db
			.selectFrom('record')
			.where('submission', '=', submission)
			.select(['line', 'cells'])
			.orderBy('line')
			.execute();
	const acts = async (submission: string) => {
		const rows = await engine.db
			.selectFrom('audit')
			.where('subject', '=', submission)
			.select('action')
			.orderBy('id')
			.execute();
		return rows.map(({ action }) => action);
	};

	test('a corrected cell is stored, and stands on the receipt beside what the file has', async () => {
		await door.load(engine.db, registry);
		const { id, state } = await door.send(engine.db, offers([{ users: '30O' }, { users: '12' }]));
		expect(state).toBe('rechazada');

		const cells = [
			{ line: 2, field: 'usuarios', text: '300' },
			// An input that nobody touched comes along with the form.
			{ line: 3, field: 'usuarios', text: ' 12\r\n' }
		];
		const after = await correct(engine.db, id, { ...asked(), cells });
		expect(after.state).toBe('por_confirmar');
		const one = { line: 2, field: 'usuarios', text: '300', original: '30O' };
		expect(await correctionsOf(engine.db, id)).toEqual([one]);

		const receipt = await door.confirm(engine.db, id);
		expect(receipt.corrections).toEqual([one]);
		const rows = await stored(id);
		expect(rows.map(({ cells }) => cells.usuarios)).toEqual([300, 12]);
		expect(await acts(id)).toEqual(['corregir', 'confirmar']);
	});

	test('the text of the file again, or taking it back, is no correction; emptied is a blank', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '30O' }]));
		const write = (text: string) =>
			correct(engine.db, id, { ...asked(), cells: [{ line: 2, field: 'usuarios', text }] });

		expect((await write('31')).state).toBe('por_confirmar');
		expect((await write('30O')).state).toBe('rechazada');
		expect(await correctionsOf(engine.db, id)).toEqual([]);

		expect((await write('')).state).toBe('por_confirmar');
		expect(await correctionsOf(engine.db, id)).toMatchObject([{ text: '', original: '30O' }]);
		const back = await uncorrect(engine.db, id, {
			...asked(),
			cells: [{ line: 2, field: 'usuarios' }]
		});
		expect(back.state).toBe('rechazada');
		expect(await correctionsOf(engine.db, id)).toEqual([]);
	});

	test('a cell that is not in the file, or of no column, is refused', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '30O' }]));
		const write = (line: number, field: string, text = '1') =>
			correct(engine.db, id, { ...asked(), cells: [{ line, field, text }] });
		await expect(write(2, 'constructor')).rejects.toThrow(Refusal);
		await expect(write(1.5, 'usuarios')).rejects.toThrow(Refusal);
		await expect(write(2, 'usuarios', 'a'.repeat(1001))).rejects.toThrow(Refusal);
		await write(99, 'usuarios');
		expect(await correctionsOf(engine.db, id)).toEqual([]);
	});

	test('all equal cells are corrected at once, also those past what a page lists', async () => {
		// A page lists a thousand errors of one kind and column.
		const rows = Array.from({ length: 1203 }, (_, index) => ({
			type: index < 1200 ? 'feriaz' : 'ferya',
			users: '1'
		}));
		const { id, findings } = await door.send(engine.db, offers(rows));
		const first = findings.find(({ code }) => code === 'unknown-code');
		expect(first).toMatchObject({ field: 'tipo_servicio', found: 'feriaz', replacement: 'ferias' });

		const alike = { code: 'unknown-code', field: 'tipo_servicio', found: 'feriaz' };
		const after = await correctAlike(engine.db, id, { ...asked(), ...alike });
		expect(after.corrected).toBe(1200);
		expect(after.findings.filter(({ code }) => code === 'unknown-code')).toHaveLength(3);
		expect(await correctionsOf(engine.db, id)).toHaveLength(1200);
		await expect(correctAlike(engine.db, id, { ...asked(), ...alike })).rejects.toThrow(Refusal);
	});

	test('two people who correct at once do not lose what either wrote', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '3O' }, { users: '4O' }]));
		const write = (line: number, text: string) =>
			correct(engine.db, id, { ...asked(), cells: [{ line, field: 'usuarios', text }] });
		const both = await Promise.allSettled([write(2, '30'), write(3, '40')]);
		const kept = await correctionsOf(engine.db, id);
		const done = both.filter(({ status }) => status === 'fulfilled').length;
		expect(kept).toHaveLength(done);
		expect(done).toBeGreaterThan(0);
	});

	test('a correction made while somebody reads the file anew is not lost', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '3O' }, { users: '4' }]));
		const { choices } = await submissionById(engine.db, id);
		const cells = [{ line: 2, field: 'usuarios', text: '30' }];
		await correct(engine.db, id, { ...asked(), cells });
		// A page that was opened before, and says something of a column.
		const stale = check(engine.db, id, {
			...asked(),
			choices: { ...choices, columns: { 'Nota interna': '' } },
			before: choices
		});
		await expect(stale).rejects.toThrow('Otra persona');
		expect(await correctionsOf(engine.db, id)).toHaveLength(1);

		const again = check(engine.db, id, asked());
		const both = await Promise.allSettled([
			again,
			correct(engine.db, id, { ...asked(), cells: [{ line: 3, field: 'usuarios', text: '5' }] })
		]);
		expect(both[0]).toMatchObject({ status: 'fulfilled' });
		expect(await correctionsOf(engine.db, id)).toHaveLength(both[1].status === 'fulfilled' ? 2 : 1);
	});

	test('a correction goes when another text stands in its cell', async () => {
		const csv = [
			'Ubigeo;Trimestre;Institución;tipo_institucion;categoria;tipo_servicio;estado;usuarios;atendidos',
			'990001;2025-T3;Caja 1;municipal;MER;ferias;activo;30O;77',
			''
		].join('\n');
		const { id } = await door.send(engine.db, csv);
		const cells = [
			{ line: 2, field: 'usuarios', text: '300' },
			{ line: 2, field: 'institucion', text: 'Caja Uno' }
		];
		await correct(engine.db, id, { ...asked(), cells });
		const { choices } = await submissionById(engine.db, id);
		await check(engine.db, id, {
			...asked(),
			choices: { ...choices, columns: { usuarios: '', atendidos: 'usuarios' } }
		});
		expect((await correctionsOf(engine.db, id)).map(({ field }) => field)).toEqual(['institucion']);
		await door.confirm(engine.db, id);
		expect((await stored(id)).map(({ cells }) => cells.usuarios)).toEqual([77]);
	});

	test('a correction can make two rows one: then both are named, and nothing is stored', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '1' }, { users: '2' }]));
		const cells = [{ line: 3, field: 'institucion', text: 'Caja 1' }];
		const { state, findings } = await correct(engine.db, id, { ...asked(), cells });
		expect(state).toBe('rechazada');
		expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
		await expect(door.confirm(engine.db, id)).rejects.toThrow(Refusal);
	});

	test('hostile names, numbers and sizes are answered with a refusal', async () => {
		const { id } = await door.send(engine.db, offers([{ users: '30O' }]));
		const before = (await submissionById(engine.db, id)).choices;
		for (const field of ['__proto__', 'toString', '', 'usuarios\0'])
			for (const line of [2, 0, -1, NaN, Infinity, 2 ** 53])
				await expect(
					correct(engine.db, id, { ...asked(), cells: [{ line, field, text: 'x' }] })
				).rejects.toMatchObject({ status: 400 });
		await correct(engine.db, id, {
			...asked(),
			cells: [{ line: 2 ** 40, field: 'usuarios', text: '1' }]
		});
		const many = Array.from({ length: 50_000 }, (_, index) => ({
			line: index + 2,
			field: 'usuarios',
			text: '1'
		}));
		await expect(correct(engine.db, id, { ...asked(), cells: many })).rejects.toThrow(
			'demasiadas correcciones'
		);
		await expect(
			explain(engine.db, id, { code: 'DQ19', field: '__proto__', text: 'a', account: null })
		).rejects.toThrow(Refusal);
		await expect(
			explain(engine.db, id, { code: 'x', text: 'a'.repeat(10_000), account: null })
		).rejects.toMatchObject({ status: 400 });
		expect((await submissionById(engine.db, id)).choices).toEqual(before);
	});

	test('headings with the names of what every object has are read as any other', async () => {
		const csv = offers([{ users: '3O' }]).replace('Nota interna', '__proto__');
		const { id, reading } = await door.send(engine.db, csv);
		expect(reading?.columns.usuarios).toBe('usuarios');
		await check(engine.db, id, {
			...asked(),
			choices: JSON.parse('{"columns":{"__proto__":""}}')
		});
		const cells = [{ line: 2, field: 'usuarios', text: '30' }];
		const after = await correct(engine.db, id, { ...asked(), cells });
		expect(after.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		await door.confirm(engine.db, id);
		expect((await stored(id)).map(({ cells }) => cells.usuarios)).toEqual([30]);
		const next = await door.send(
			engine.db,
			offers([{ users: '4' }]).replace('Nota interna', 'constructor')
		);
		expect(next.reading?.columns.usuarios).toBe('usuarios');
	});

	test('rows with errors are left out only when somebody asks, and can come back', async () => {
		const csv = offers([{ users: '5' }, { users: 'x' }, { users: '7' }, { users: 'y' }]);
		const { id } = await door.send(engine.db, csv);
		await expect(door.confirm(engine.db, id)).rejects.toThrow(Refusal);
		expect(await partialOf(engine.db, id, asked())).toEqual({
			kept: 2,
			left: [3, 5],
			refused: null
		});

		expect((await leaveOut(engine.db, id, asked())).leftOut).toBe(2);
		expect((await takeAllIn(engine.db, id, asked())).state).toBe('rechazada');
		await leaveOut(engine.db, id, asked());
		const receipt = await door.confirm(engine.db, id);
		expect(receipt.leftOut).toEqual([3, 5]);
		expect(receipt.counts.filas).toBe(2);
		expect((await stored(id)).map(({ line }) => line)).toEqual([2, 4]);

		// After confirming they can still be taken home.
		const bad = await badRowsCsv(engine.db, id, { ...asked(), delimiter: ';' });
		expect(bad.rows).toBe(2);
		expect(await acts(id)).toEqual(['dejar-filas', 'incluir-filas', 'dejar-filas', 'confirmar']);
	});

	test('nothing is left out when all rows are good or none is, nor with an error of the whole file', async () => {
		const good = await door.send(engine.db, offers([{ users: '5' }]));
		await expect(leaveOut(engine.db, good.id, asked())).rejects.toThrow('Ninguna fila');
		const bad = await door.send(engine.db, offers([{ users: 'x' }]));
		await expect(leaveOut(engine.db, bad.id, asked())).rejects.toThrow(Refusal);
		const headless = offers([{ users: '5' }]).replace('categoria', 'columna rara');
		const whole = await door.send(engine.db, headless);
		await expect(leaveOut(engine.db, whole.id, asked())).rejects.toThrow('Antes corrija');
	});

	test('the rows to mend go home with their own columns, and come back without complaint of ours', async () => {
		const csv = offers([{ users: '5' }, { users: 'x' }, { type: 'feriaz', users: 'y' }]);
		const { id } = await door.send(engine.db, csv);
		await correct(engine.db, id, {
			...asked(),
			cells: [{ line: 4, field: 'usuarios', text: '9' }]
		});

		const {
			name,
			csv: home,
			rows
		} = await badRowsCsv(engine.db, id, {
			...asked(),
			delimiter: ';'
		});
		expect(name).toBe('errores_prueba.csv');
		expect(rows).toBe(2);
		const [head = '', first = '', second = ''] = home.split('\r\n');
		expect(head).toBe(`\uFEFF${titles};fila_original;problema;como_corregir`);
		expect(
			first.startsWith(`990001;2025-T3;Caja 2;municipal;MER;ferias;activo;x;"'=no; usar";3;`)
		).toBe(true);
		// What was corrected on the page goes along.
		expect(second).toContain(`;feriaz;activo;9;"'=no; usar";4;`);
		expect(second).toContain('escriba «ferias»');

		const mended = home.replace(';x;', ';8;').replace(';feriaz;', ';ferias;');
		const back = await door.send(engine.db, mended);
		expect(back.state).toBe('por_confirmar');
		expect(back.rows).toBe(2);
		const ours = /fila_original|problema|como_corregir/;
		expect(back.findings.filter(({ message }) => ours.test(message))).toEqual([]);
	});
});
