import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describeEngines } from '../engines.ts';
import { population, registry, services, useDoor } from './given.ts';

describeEngines('the commands over files', (engine) => {
	const door = useDoor();
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'observatorio-comandos-'));
		await writeFile(join(folder, 'a-contexto.csv'), population('990001', { 2017: 1000 }));
		await writeFile(join(folder, 'b-municipios.csv'), registry);
		await writeFile(join(folder, 'c-servicios.csv'), services('990001', '2025-T3', ['FIN']));
		await writeFile(join(folder, 'malo.csv'), population('990077', { 2017: 1000 }));
		await writeFile(join(folder, 'otro.csv'), 'cod;año;gente = total\n990002;2017;1,500\n');
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	const run = async (name: 'revisar' | 'importar' | 'recalcular', ...args: string[]) => {
		const said: string[] = [];
		const exit = await commands[name]?.run(args, {
			db: engine.db,
			originals: door.originals,
			settings: readSettings({}),
			uploadLimit: 1024 * 1024,
			cwd: folder,
			path: (file) => join(folder, file),
			print: (text) => void said.push(text),
			error: (text) => void said.push(text),
			input: ''
		});
		return { exit, said: said.join('\n') };
	};
	const counted = async () => {
		const tables = ['submission', 'record', 'revision', 'audit', 'finding'] as const;
		return Promise.all(
			tables.map(async (table) => {
				const { total } = await engine.db
					.selectFrom(table)
					.select(({ fn }) => fn.countAll<number>().as('total'))
					.executeTakeFirstOrThrow();
				return total;
			})
		);
	};

	test('importar takes files in the order in which one refers to another', async () => {
		const { exit, said } = await run(
			'importar',
			'a-contexto.csv',
			'c-servicios.csv',
			'b-municipios.csv'
		);
		const order = ['b-municipios.csv: acept', 'a-contexto.csv: acept', 'c-servicios.csv: acept'];
		const places = order.map((text) => said.indexOf(text));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(exit).toBe(0);
	});

	test('revisar changes nothing and answers in one shape', async () => {
		const before = await counted();
		const { exit, said } = await run('revisar', 'a-contexto.csv', '--json');
		const answer = JSON.parse(said);
		expect(exit).toBe(0);
		expect(Object.keys(answer)).toEqual([
			'verdict',
			'dataset',
			'reading',
			'rows',
			'findings',
			'records'
		]);
		expect(answer).toMatchObject({
			verdict: 'accepted',
			dataset: 'contexto',
			reading: { encoding: 'utf-8', delimiter: ',', headerLine: 1 },
			rows: 1
		});
		expect(answer.records[0]).toMatchObject({ municipio_id: '990001', poblacion_total: 1000 });
		expect(await counted()).toEqual(before);
	});

	test('a rejected file makes the exit code 1, and the others go in', async () => {
		expect((await run('revisar', 'malo.csv')).exit).toBe(1);
		const { exit, said } = await run('importar', 'malo.csv', 'a-contexto.csv');
		expect(exit).toBe(1);
		expect(said).toContain('malo.csv: rechazado');
		expect(said).toContain('Ya estaba cargado');
	});

	test('a file of another shape is told how to be read', async () => {
		const { exit, said } = await run(
			'importar',
			'otro.csv',
			'--conjunto',
			'contexto',
			'--columnas',
			'cod=municipio_id,gente = total=poblacion_total',
			'--valores',
			'ambito_datos=distrito,fuente=proyeccion'
		);
		expect(said).toContain('1 fila: 1 nueva, 0 corregidas, 0 iguales.');
		expect(exit).toBe(0);
	});

	test('revisar answers one text for several files: a list in the order typed', async () => {
		const { said } = await run('revisar', 'malo.csv', 'a-contexto.csv', '--json');
		const answers = JSON.parse(said);
		expect(answers).toMatchObject([{ verdict: 'rejected' }, { verdict: 'accepted' }]);
	});

	test('a heading or a value with a comma can be told', async () => {
		await writeFile(join(folder, 'coma.csv'), '"Código, INEI";"Total, gente"\n990003;1500\n');
		const { said, exit } = await run(
			'revisar',
			'coma.csv',
			'--json',
			'--conjunto',
			'contexto',
			'--columnas',
			'Código, INEI=municipio_id,Total, gente=poblacion_total',
			'--valores',
			'ambito_datos=distrito,anio=2017,fuente=censo,nota=Fuente: INEI, 2018'
		);
		expect(exit).toBe(0);
		expect(JSON.parse(said).records).toMatchObject([
			{ municipio_id: '990003', poblacion_total: 1500, nota: 'Fuente: INEI, 2018' }
		]);
	});

	test('errors are listed before what is only told', async () => {
		const rows = Array.from(
			{ length: 150 },
			(_, index) => `990001.0,distrito,${1950 + (index % 70)},x,100`
		);
		const header = 'municipio_id,ambito_datos,anio,fuente,poblacion_total';
		await writeFile(join(folder, 'largo.csv'), [header, ...rows, ''].join('\n'));
		const { said } = await run('revisar', 'largo.csv');
		expect(said.split('\n').filter((line) => line.startsWith('  Error'))).toHaveLength(100);
	});

	test('what is typed wrong is said in one line', async () => {
		expect(await run('importar')).toMatchObject({ exit: 2 });
		expect(await run('importar', 'x.csv', '--conjunto', 'nada')).toEqual({
			exit: 2,
			said: 'No existe el conjunto «nada».'
		});
		expect(await run('revisar', 'x.csv', '--columnas', 'sin')).toMatchObject({ exit: 2 });
		expect(await run('revisar', 'x.csv', '--fuerte')).toMatchObject({ exit: 2 });
		expect(await run('revisar', 'x.csv', '--conjunto')).toEqual({
			exit: 2,
			said: 'Falta el valor de --conjunto.'
		});
		await expect(run('revisar', '.')).rejects.toMatchObject({ code: 'EISDIR', path: folder });
	});

	test('recalcular computes everything as a new data version', async () => {
		const { exit, said } = await run('recalcular');
		expect(exit).toBe(0);
		expect(said).toMatch(/^Se calcularon \d+ valores/);
	});
});
