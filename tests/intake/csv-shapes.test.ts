import { describe, expect, test } from 'vitest';
import { check } from './given.ts';

/**
 * The eleven shapes of csv-spectrum and the separators that Papa Parse is known to mistake, each put
 * into the text columns of a real dataset: code, name and operator of a fund.
 */

const head = [
	'municipio_id',
	'fondo_id',
	'periodo',
	'tipo',
	'moneda',
	'capital_asignado',
	'saldo_vigente',
	'saldo_mora_30',
	'colocado',
	'num_creditos',
	'nombre',
	'operador'
];

/** The rest of a row; the three texts stand as a shape writes them. */
function fund(id: string, name: string, operator: string, sign = ','): string {
	const cells = [
		'180301',
		id,
		'2025-T2',
		'rotatorio',
		'PEN',
		'60000',
		'30000',
		'0',
		'20000',
		'10',
		name,
		operator
	];
	return cells.join(sign);
}

function texts(csv: string | Uint8Array) {
	const { rows, findings, verdict } = check(csv);
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(verdict).not.toBe('rejected');
	return rows.map(({ line, cells }) => [
		line,
		cells['fondo_id'],
		cells['nombre'],
		cells['operador']
	]);
}

const file = (rows: readonly string[], ends = '\n', sign = ',') =>
	[head.join(sign), ...rows, ''].join(ends);

describe('csv-spectrum', () => {
	test('simple', () => {
		expect(texts(file([fund('a', 'b', 'c')]))).toEqual([[2, 'a', 'b', 'c']]);
	});

	test('simple_crlf', () => {
		expect(texts(file([fund('a', 'b', 'c'), fund('d', 'e', 'f')], '\r\n'))).toEqual([
			[2, 'a', 'b', 'c'],
			[3, 'd', 'e', 'f']
		]);
	});

	test('comma_in_quotes', () => {
		expect(texts(file([fund('John', '"Doe, Riverside, NJ"', '"08075, 120 any st."')]))).toEqual([
			[2, 'John', 'Doe, Riverside, NJ', '08075, 120 any st.']
		]);
	});

	test('empty', () => {
		expect(texts(file([fund('1', '""', '""'), fund('2', '3', '4')]))).toEqual([
			[2, '1', null, null],
			[3, '2', '3', '4']
		]);
	});

	test('empty_crlf', () => {
		expect(texts(file([fund('1', '""', '""'), fund('2', '3', '4')], '\r\n'))).toEqual([
			[2, '1', null, null],
			[3, '2', '3', '4']
		]);
	});

	test('escaped_quotes', () => {
		expect(texts(file([fund('1', '"ha ""ha"" ha"', 'x'), fund('3', '4', '"""todo"""')]))).toEqual([
			[2, '1', 'ha "ha" ha', 'x'],
			[3, '3', '4', '"todo"']
		]);
	});

	test('json', () => {
		expect(
			texts(file([fund('1', '"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"', 'x')]))
		).toEqual([[2, '1', '{"type": "Point", "coordinates": [102.0, 0.5]}', 'x']]);
	});

	test('location_coordinates', () => {
		expect(texts(file([fund('lugar', '"Ilo\n(-17.6394, -71.3374)"', '(-17.6394)')]))).toEqual([
			[2, 'lugar', 'Ilo\n(-17.6394, -71.3374)', '(-17.6394)']
		]);
	});

	test('newlines', () => {
		expect(
			texts(
				file([fund('1', '2', '3'), fund('"Once upon \na time"', '5', '6'), fund('7', '8', '9')])
			)
		).toEqual([
			[2, '1', '2', '3'],
			[3, 'Once upon \na time', '5', '6'],
			[4, '7', '8', '9']
		]);
	});

	test('newlines_crlf', () => {
		expect(
			texts(
				file(
					[fund('1', '2', '3'), fund('"Once upon \r\na time"', '5', '6'), fund('7', '8', '9')],
					'\r\n'
				)
			)
		).toEqual([
			[2, '1', '2', '3'],
			[3, 'Once upon \na time', '5', '6'],
			[4, '7', '8', '9']
		]);
	});

	test('quotes_and_newlines', () => {
		expect(texts(file([fund('1', '"ha \n""ha"" \nha"', 'x'), fund('3', '4', 'y')]))).toEqual([
			[2, '1', 'ha \n"ha" \nha', 'x'],
			[3, '3', '4', 'y']
		]);
	});

	test('utf8', () => {
		expect(texts(file([fund('1', '2', '3'), fund('4', '5', 'ʤ')]))).toEqual([
			[2, '1', '2', '3'],
			[3, '4', '5', 'ʤ']
		]);
	});
});

describe('separators that are easily mistaken', () => {
	test('semicolons, with more commas than semicolons in two columns of text', () => {
		const rows = [
			fund('A', 'uno, dos, tres, cuatro, cinco, seis', 'a, b, c, d, e, f', ';'),
			fund('B', 'siete, ocho, nueve, diez, once', 'g, h, i, j, k, l', ';')
		];
		const csv = file(rows, '\r\n', ';');
		expect(check(csv).reading?.delimiter).toBe(';');
		expect(texts(csv)).toEqual([
			[2, 'A', 'uno, dos, tres, cuatro, cinco, seis', 'a, b, c, d, e, f'],
			[3, 'B', 'siete, ocho, nueve, diez, once', 'g, h, i, j, k, l']
		]);
	});

	test('commas, with semicolons and tabs in quotes', () => {
		const csv = file([fund('A', '"x; y; z; x; y; z"', '"p\tq\tr"')]);
		expect(check(csv).reading?.delimiter).toBe(',');
		expect(texts(csv)).toEqual([[2, 'A', 'x; y; z; x; y; z', 'p\tq\tr']]);
	});

	test('sep=; does not count as a row and settles the matter', () => {
		const csv = `sep=;\r\n${file([fund('A', 'b, c', 'd', ';')], '\r\n', ';')}`;
		expect(check(csv).reading).toMatchObject({ delimiter: ';', headerLine: 1 });
		expect(texts(csv)).toEqual([[2, 'A', 'b, c', 'd']]);
	});

	test('a file of one column, its other values given by a person', () => {
		const { rows, verdict } = check('Municipalidades\n180301\n010101\n', {
			dataset: 'membresias',
			columns: { Municipalidades: 'municipio_id' },
			values: { red: 'PROMDE', relacion: 'miembro' }
		});
		expect(verdict).not.toBe('rejected');
		expect(rows.map(({ line, cells }) => [line, cells['municipio_id'], cells['red']])).toEqual([
			[2, '180301', 'PROMDE'],
			[3, '010101', 'PROMDE']
		]);
	});
});
