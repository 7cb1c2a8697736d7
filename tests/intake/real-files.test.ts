import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { checkFile, type Choices } from '#lib/intake/check.ts';

const shared = join(import.meta.dirname, '../../../shared/data');
const isHere = existsSync(join(shared, 'municipalities-peru.csv'));

const bytesOf = (file: string) => readFileSync(join(shared, file));

function read(file: string, places: Places, choices?: Choices) {
	return checkFile(bytesOf(file), {
		datasets,
		places,
		today: '2026-11-21',
		...(choices ? { choices } : {})
	});
}

const municipalities: Choices = {
	dataset: 'municipios',
	columns: {
		ubigeo: 'municipio_id',
		distrito: 'nombre',
		nivel_municipalidad: 'tipo',
		macroregion_inei: 'macrorregion'
	},
	values: { ambito_datos: 'distrito' }
};

/** The registry as the reader itself reads it, with the other names of the list beside it. */
function registry(): Places {
	const aliases = new Map<string, string[]>();
	for (const line of bytesOf('nombres-alternativos.csv').toString('utf8').split('\n').slice(1)) {
		const [ubigeo = '', , name = ''] = line.split(',');
		aliases.set(ubigeo, [...(aliases.get(ubigeo) ?? []), name]);
	}
	const { rows } = read(
		'municipalities-peru.csv',
		{ byUbigeo: new Map(), networks: new Set() },
		municipalities
	);
	const all = rows.map(({ cells }): Place => {
		const ubigeo = String(cells['municipio_id']);
		return {
			ubigeo,
			name: String(cells['nombre']),
			province: String(cells['provincia']),
			department: String(cells['departamento']),
			scope: 'distrito',
			areaKm2: null,
			aliases: aliases.get(ubigeo) ?? [],
			fictional: false
		};
	});
	return { byUbigeo: new Map(all.map((one) => [one.ubigeo, one])), networks: new Set() };
}

describe.skipIf(!isHere)('real Peruvian files (skipped where ../shared is absent)', () => {
	test('the registry of 1,891 municipalities is read whole', () => {
		const places = registry();
		expect(places.byUbigeo.size).toBe(1891);
		expect(places.byUbigeo.get('010101')).toMatchObject({
			name: 'Chachapoyas',
			department: 'Amazonas'
		});
	});

	test('eleven thousand rows of population are accepted without a word', () => {
		const checked = read('poblacion-distrital-2019-2025.csv', registry(), {
			dataset: 'contexto',
			values: { ambito_datos: 'distrito', fuente: 'proyeccion' }
		});
		expect(checked.verdict).toBe('accepted');
		expect(checked.rows.length).toBe(11_310);
		expect(checked.findings).toEqual([]);
	});

	test('the waste file: 9,419 rows, 3,656 codes without their zero, thousands with commas, no value wrong', () => {
		const file = 'samples-real/pe-minam-valorizacion-residuos.csv';
		const { verdict, rows, reading, findings } = read(file, registry(), {
			dataset: 'contexto',
			columns: {
				UBIGEO: 'municipio_id',
				POB_TOTAL: 'poblacion_total',
				POB_URBANA: 'poblacion_urbana',
				POB_RURAL: 'poblacion_rural',
				PERIODO: 'anio'
			},
			values: { ambito_datos: 'distrito', fuente: 'proyeccion' }
		});
		expect(verdict).toBe('warnings');
		expect(reading).toMatchObject({ encoding: 'utf-8-bom', delimiter: ';', headerLine: 1 });
		expect(rows.length).toBe(9419);
		expect(rows.filter(({ typed }) => typed['municipio_id']?.length === 5).length).toBe(3656);
		expect(findings.filter(({ code }) => code === 'ubigeo-padded').at(-1)?.message).toContain(
			'3556'
		);

		// The file's own lines, with nothing between: its cells hold neither quotes nor semicolons.
		const lines = bytesOf(file).toString('utf8').trimEnd().split('\n').slice(1);
		const wrong = lines.filter((line, index) => {
			const cells = line.trim().split(';');
			const row = rows[index]?.cells ?? {};
			const plain = (text = '') => Number(text.replaceAll(',', ''));
			return (
				row['municipio_id'] !== cells[2]?.padStart(6, '0') ||
				row['poblacion_total'] !== plain(cells[7]) ||
				row['poblacion_urbana'] !== plain(cells[8]) ||
				row['poblacion_rural'] !== plain(cells[9]) ||
				row['anio'] !== Number(cells[12])
			);
		});
		expect(wrong).toEqual([]);
		// In 2021 the natural region stands where the department should.
		expect(findings.filter(({ code }) => code === 'name-disagrees').length).toBeGreaterThan(100);
	});

	test('codes of RENIEC are found out by their names', () => {
		const { verdict, findings } = read(
			'samples-real/pe-geodir-poblacion-superficie.csv',
			registry(),
			{
				dataset: 'contexto',
				columns: { Poblacion: 'poblacion_total' },
				values: { ambito_datos: 'distrito', fuente: 'censo', anio: '2007' }
			}
		);
		expect(verdict).toBe('rejected');
		expect(
			findings.find(({ code, line }) => code === 'name-disagrees' && line === 23)?.message
		).toContain('RENIEC');
	});

	test('a directory that is no template is refused', () => {
		const file = 'samples-real/pe-inei-directorio-mcp-2025.csv';
		expect(read(file, registry()).verdict).toBe('rejected');
	});
});
