import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importar } from '../../src/cli/commands/importar.ts';
import { openOriginals, type Originals } from '#lib/server/originals.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describeEngines } from '../engines.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const places = join(data, 'municipalities-peru.csv');
const people = join(data, 'poblacion-distrital-2019-2025.csv');

describe.skipIf(!existsSync(places) || !existsSync(people))(
	'the whole country (skipped where the reference data of ../shared are absent)',
	() => {
		describeEngines('imports by the command line', (engine) => {
			let folder = '';
			let originals: Originals;
			const said: string[] = [];
			beforeAll(async () => {
				folder = await mkdtemp(join(tmpdir(), 'observatorio-pais-'));
				originals = await openOriginals(folder);
			});
			afterAll(() => rm(folder, { recursive: true, force: true }));

			const run = (...args: string[]) =>
				importar(args, {
					db: engine.db,
					originals,
					settings: readSettings({}),
					uploadLimit: 20 * 1024 * 1024,
					cwd: folder,
					path: (name) => name,
					print: (text) => void said.push(text),
					error: (text) => void said.push(text),
					input: ''
				});
			const count = async (table: 'municipality' | 'record' | 'indicator_value') => {
				const { total } = await engine.db
					.selectFrom(table)
					.select(({ fn }) => fn.countAll<number>().as('total'))
					.executeTakeFirstOrThrow();
				return total;
			};

			test('1,891 municipalities', async () => {
				const columns =
					'ubigeo=municipio_id,distrito=nombre,nivel_municipalidad=tipo,macroregion_inei=macrorregion';
				const exit = await run(
					places,
					'--conjunto',
					'municipios',
					'--columnas',
					columns,
					'--valores',
					'ambito_datos=distrito'
				);
				expect(said.join('\n')).toContain('1891 nuevas');
				expect(exit).toBe(0);
				expect(await count('municipality')).toBe(1891);
			});

			test('11,310 populations, with a value each', async () => {
				const exit = await run(
					people,
					'--conjunto',
					'contexto',
					'--columnas',
					'ubigeo=municipio_id',
					'--valores',
					'ambito_datos=distrito,fuente=proyeccion'
				);
				expect(said.join('\n')).toContain('11310 nuevas');
				expect(exit).toBe(0);
				expect(await count('record')).toBe(1891 + 11_310);
				const { total } = await engine.db
					.selectFrom('indicator_value')
					.where('indicator', '=', 'CTX01')
					.where('state', '=', 'ok')
					.select(({ fn }) => fn.countAll<number>().as('total'))
					.executeTakeFirstOrThrow();
				expect(total).toBe(11_310);
			});

			test('the same files again change nothing', async () => {
				const before = await count('indicator_value');
				said.length = 0;
				await run(
					people,
					'--conjunto',
					'contexto',
					'--columnas',
					'ubigeo=municipio_id',
					'--valores',
					'ambito_datos=distrito,fuente=proyeccion'
				);
				expect(said.join('\n')).toContain('Ya estaba cargado');
				expect(await count('record')).toBe(1891 + 11_310);
				expect(await count('indicator_value')).toBe(before);
			});
		});
	}
);
