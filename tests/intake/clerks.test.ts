import { describe, expect, test } from 'vitest';
import { check } from './given.ts';

/** Files as clerks save them from Excel, and what they must be told. */

const services = (...rows: string[]) =>
	[
		'municipio_id;periodo;institucion;categoria;tipo_servicio;estado;usuarios;operador_externo',
		...rows,
		''
	].join('\r\n');

const column = (name: string, csv: string) => check(csv).rows.map(({ cells }) => cells[name]);
const messages = (csv: string) => check(csv).findings.map(({ message }) => message);

const funds = (...rows: string[]) =>
	['municipio_id;fondo_id;periodo;tipo;moneda;capital_asignado;colocado', ...rows, ''].join('\r\n');
const fund = (capital: string, lent = '') =>
	`180301;${capital.replace(/\W/g, '')};2025-T3;rotatorio;PEN;${capital};${lent}`;

const population = (...rows: string[]) =>
	[
		'municipio_id;ambito_datos;anio;fuente;poblacion_total;tasa_analfabetismo;porc_15mas',
		...rows,
		''
	].join('\r\n');

const finding = (csv: string, code: string) => check(csv).findings.find((one) => one.code === code);

describe('words', () => {
	test('a yes without accent is a yes, whatever its case', () => {
		const csv = services(
			'180301;2025-T3;A;FIN;ahorro;activo;1;si',
			'180301;2025-T3;B;FIN;ahorro;activo;1;SI',
			'180301;2025-T3;C;FIN;ahorro;activo;1;Sí',
			'180301;2025-T3;D;FIN;ahorro;activo;1;NO'
		);
		expect(column('operador_externo', csv)).toEqual([1, 1, 1, 0]);
	});

	test('a cell left empty by merging is not echoed, and the way out is told', () => {
		const said = messages(
			services('180301;2025-T3;A;FIN;ahorro;activo;1;', ';;B;FIN;garantia;activo;1;')
		);
		expect(said[0]).toMatch(/^Fila 3, columna «Ubigeo» \(municipio_id\): La celda está vacía/);
		expect(said[0]).toContain('combinada');
	});
});

describe('numbers', () => {
	test('1.250 among amounts with two decimals is doubted aloud, in either style', () => {
		for (const sign of ['.', ',']) {
			const csv = funds(fund(`850${sign}50`), fund(`1${sign}250`), fund('20'));
			const { verdict, findings } = check(csv);
			expect(verdict).toBe('warnings');
			expect(findings.filter(({ code }) => code === 'doubtful-decimals')).toMatchObject([
				{ line: 3, column: 'Capital asignado', suggestion: '1250' }
			]);
		}
		// Where others have three decimals, or only one reading fits, there is nothing to doubt.
		const fine = funds(fund('850.505'), fund('1.250'));
		expect(finding(fine, 'doubtful-decimals')).toBeUndefined();
		const rates = population(
			'180301;provincia;1993;censo;51481;4.40;',
			'180301;provincia;1994;censo;51481;4.375;'
		);
		expect(finding(rates, 'doubtful-decimals')).toBeUndefined();
	});

	test('the zero that Excel shows as a dash is never taken in silence', () => {
		const padded = funds(fund('100.50', ' -   '));
		expect(check(padded).rows[0]?.cells['colocado']).toBeNull();
		expect(finding(padded, 'dash-or-zero')).toMatchObject({ line: 2, column: 'Monto colocado' });
		const money = funds(fund('100.50', ' S/ -   '));
		expect(finding(money, 'accounting-zero')).toMatchObject({ severity: 'error', suggestion: '0' });
		expect(finding(funds(fund('100.50', '-')), 'dash-or-zero')).toBeUndefined();
	});

	test('fractions instead of percentages are asked about, be they one row or one column', () => {
		const codes = (csv: string) =>
			check(csv).findings.filter(({ code }) => code === 'percent-scale');
		expect(codes(population('180301;provincia;1993;censo;51481;0.044;0.696'))).toMatchObject([
			{ line: 2, column: 'Porcentaje de 15 y más años' },
			{ line: 2, column: 'Tasa de analfabetismo' }
		]);
		expect(codes(population('180301;provincia;1993;censo;51481;0.4%;'))).toEqual([]);
		expect(codes(population('180301;provincia;1993;censo;51481;0.4;69.6'))).toEqual([]);
	});

	test('an exchange rate may carry the sign of soles, whatever its currency', () => {
		const rate = 'periodo;moneda;soles_por_unidad\r\n2025-T3;USD;S/ 3.54\r\n';
		expect(check(rate)).toMatchObject({ verdict: 'accepted', findings: [] });
		const other = rate.replace('S/', 'US$');
		expect(finding(other, 'currency-disagrees')?.message).toContain('dólares');
	});

	test('a figure out of its range tells what it lacks', () => {
		const place = (lat: string) =>
			`municipio_id;ambito_datos;nombre;tipo;departamento;lat;lon\r\n180301;provincia;Ilo;provincial;Moquegua;${lat};-71.34\r\n180302;distrito;El Algarrobal;distrital;Moquegua;-17.62;-71.27\r\n`;
		expect(finding(place('17.64'), 'out-of-range')).toMatchObject({ suggestion: '-17.64' });
		expect(finding(place('-17,639'), 'mixed-number-styles')?.message).toContain('-17.639');
		const range = finding(population('180301;provincia;1993;censo;5;;'), 'out-of-range');
		expect(range?.message).toContain('de 50 a 12,000,000');
		expect(range?.message).toContain('Ejemplo: 51481.');
	});
});

describe('how the file is laid out', () => {
	const row = '180301;2025-T3;A;FIN;ahorro;activo;1;0';
	const codes = (csv: string) => check(csv).findings.map(({ code }) => code);

	test('a sep= line that another program left is not believed', () => {
		expect(check(`sep=,\r\n${services(row)}`)).toMatchObject({ verdict: 'accepted', findings: [] });
	});

	test('headings in one cell, or between spaces or colons, are told from a file without headings', () => {
		const line = 'municipio_id,ambito_datos,anio,fuente,poblacion_total';
		const data = '180301,provincia,1993,censo,51481';
		expect(messages(`"${line}"\n"${data}"\n`)[0]).toContain('una sola celda');
		for (const [sign, name] of [
			[' ', 'espacios'],
			[':', 'dos puntos']
		] as const) {
			const csv = `${line}\n${data}\n`.replaceAll(',', sign);
			expect(messages(csv)[0]).toContain(`separados por ${name}`);
		}
	});

	test('titles of groups over the headings are doubted: «Hombres» may be of the labour force', () => {
		const csv =
			';;;;PEA;\r\nUbigeo;Ámbito;Año;Fuente;Hombres;Mujeres\r\n180301;provincia;1993;censo;14092;5592\r\n';
		expect(check(csv).verdict).toBe('warnings');
		expect(finding(csv, 'double-header')).toMatchObject({ line: 1, found: 'PEA' });
		const title = csv.replace(';;;;PEA;', 'Reporte de la PEA;;;;;');
		expect(finding(title, 'double-header')).toBeUndefined();
	});

	test('a file that fits no template whole says which one it was taken for', () => {
		const csv = 'ubigeo;ambito_datos;anio;comercio;servicios\r\n180301;provincia;1999;1296;900\r\n';
		expect(finding(csv, 'guessed-dataset')?.message).toContain('«Contexto»');
	});

	test('MS-DOS ends a file with a sign of its own, and sep= alone is an empty file', () => {
		expect(check(`${services(row)}\u001a`)).toMatchObject({ verdict: 'accepted', findings: [] });
		expect(codes('sep=;')).toEqual(['empty-file']);
	});

	test('the letters of a Mac and those lost to «?» are noticed', () => {
		const mac = Buffer.from(services(row.replace('A;', 'Tac\u0097n;')), 'latin1');
		expect(check(mac).findings).toMatchObject([{ code: 'old-encoding', line: 2 }]);
		// A word that we know tells which of the old ones it is.
		const told = check(Buffer.from(services(row.replace('A;', 'Formaci\u0097n;')), 'latin1'));
		expect(told.reading?.encoding).toBe('mac-roman');
		expect(told.rows[0]?.cells['institucion']).toBe('Formación');
		// CP850 writes the capital Ó with the byte that Windows reads as à.
		const dos = Buffer.from(services(row.replace('A;', 'FUNDACI\u00e0N;')), 'latin1');
		expect(check(dos).findings).toMatchObject([{ code: 'old-encoding', line: 2 }]);
		const lost = services(row.replace('A;', 'Asociaci?n;'));
		expect(finding(lost, 'lost-letter')).toMatchObject({ severity: 'warning', line: 2 });
		expect(codes(services(row.replace('A;', 'http://ilo.pe/a?b;')))).toEqual([]);
	});
});

describe('rows', () => {
	test('a total under the name of a fund adds nothing', () => {
		const csv = funds(fund('100'), '180301;TOTAL;2025-T3;rotatorio;PEN;100;');
		expect(check(csv).rows.length).toBe(1);
		expect(finding(csv, 'total-row')).toMatchObject({ line: 3, found: 'TOTAL' });
	});

	test('a date is no footnote: the row is refused, not left out', () => {
		const csv = 'periodo;moneda;soles_por_unidad\r\n2025-T3;USD;3.54\r\n1/07/2025;USD;3.55\r\n';
		expect(check(csv).verdict).toBe('rejected');
		expect(finding(csv, 'not-a-quarter')).toMatchObject({ line: 3 });
	});

	test('two quarters in a file are told with their rows', () => {
		const csv = services(
			'180301;2025-T3;A;FIN;ahorro;activo;1;0',
			'180301;2025-T3;B;FIN;ahorro;activo;2;0',
			'180301;2025-T2;C;FIN;ahorro;activo;3;0'
		);
		expect(finding(csv, 'several-quarters')?.message).toContain(
			'2025-T2 (una fila) y 2025-T3 (2 filas)'
		);
	});

	test('a census of the future is refused, a projection is not', () => {
		const csv = (year: number, source: string) =>
			population(`180301;provincia;${year};${source};51481;;`);
		expect(finding(csv(2027, 'censo'), 'anio-futuro')).toMatchObject({ line: 2, column: 'Año' });
		expect(check(csv(2026, 'censo')).findings).toEqual([]);
		expect(check(csv(2030, 'proyeccion')).findings).toEqual([]);
	});
});

describe('codes and names', () => {
	test('points and spaces within a code do not matter', () => {
		const csv =
			'municipio_id;periodo;institucion;tipo_institucion;categoria;tipo_servicio;estado\r\n180301;2025-T3;A;O.N.G.;FIN;micro crédito;activo\r\n';
		expect(check(csv).rows[0]?.cells).toMatchObject({
			tipo_institucion: 'ong',
			tipo_servicio: 'microcredito'
		});
	});

	test('a name with more words than the registry’s asks a person; one of another place does not pass', () => {
		const named = (name: string) =>
			`municipio_id;municipio;ambito_datos;anio;fuente;poblacion_total\r\n180301;${name};provincia;1993;censo;51481\r\n`;
		for (const name of ['Ilo - Provincia', 'Ilo (prov.)', 'M.P. Ilo', 'Muni. Prov. de Ilo'])
			expect(check(named(name)).verdict, name).not.toBe('rejected');
		expect(finding(named('Ilo - Provincia'), 'name-disagrees')?.severity).toBe('warning');
		expect(check(named('Cajamarca')).verdict).toBe('rejected');
	});

	test('an old name beside its own province asks a person; the name of a neighbour does not pass', () => {
		const named = (name: string, province: string) =>
			`municipio_id;distrito;provincia;ambito_datos;anio;fuente;poblacion_total\r\n180301;${name};${province};provincia;1993;censo;51481\r\n`;
		expect(check(named('Pacocha', 'ILO 2/')).findings).toMatchObject([
			{ code: 'name-disagrees', severity: 'warning', column: 'Municipio' }
		]);
		expect(check(named('El Algarrobal', 'Ilo')).verdict).toBe('rejected');
		expect(check(named('Pacocha', 'Tahuamanu')).verdict).toBe('rejected');
	});

	test('the registry’s own file gives a known code another name only aloud', () => {
		const named = (name: string) =>
			`municipio_id;ambito_datos;nombre;tipo;departamento\r\n170301;distrito;${name};provincial;Madre de Dios\r\n`;
		expect(check(named('IÑAPARI')).findings).toEqual([]);
		expect(finding(named('Ilo'), 'name-changes')).toMatchObject({
			severity: 'warning',
			line: 2,
			column: 'Nombre',
			suggestion: '180301'
		});
	});
});
