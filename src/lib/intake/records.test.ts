import { expect, test } from 'vitest';
import { defineDataset } from '#lib/datasets/types.ts';
import type { Row } from '#lib/domain/record.ts';
import { digestText, flatRecord, toRecord } from './records.ts';
import { checkFile } from './check.ts';
import { templateCsv } from './template.ts';

const fondos = defineDataset({
	id: 'fondos',
	title: 'Fondos',
	description: 'Fondos por trimestre',
	source: 'prueba',
	filledBy: 'nadie',
	period: 'periodo',
	columns: {
		fondo: { label: 'Fondo', type: 'text', key: true },
		periodo: { label: 'Trimestre', type: 'quarter', key: true },
		capital: { label: 'Capital', type: 'decimal' },
		operador: { label: 'Operador', type: 'text' },
		nota: { label: 'Nota', type: 'text' }
	},
	examples: []
});

const row: Row = {
	line: 7,
	cells: { fondo: 'Rotatorio', periodo: '2025-T3', capital: 30000, operador: null, nota: null },
	blanks: { operador: 'pendiente', nota: 'vacio' },
	typed: {}
};

test('a record keeps its key apart, in one written form', () => {
	expect(toRecord(fondos, row)).toEqual({
		dataset: 'fondos',
		key: '{"fondo":"Rotatorio","periodo":"2025-T3"}',
		municipality: null,
		period: '2025-T3',
		line: 7,
		cells: { capital: 30000, operador: null, nota: null },
		blanks: { operador: 'pendiente', nota: 'vacio' }
	});
});

test('flat, it has every column in its order and says only the blanks that mean something', () => {
	expect(Object.entries(flatRecord(fondos, row))).toEqual([
		['fondo', 'Rotatorio'],
		['periodo', '2025-T3'],
		['capital', 30000],
		['operador', null],
		['nota', null],
		['vacios', { operador: 'pendiente' }]
	]);
	expect(flatRecord(fondos, { ...row, blanks: { nota: 'vacio' } })).not.toHaveProperty('vacios');
});

test('the digest is of the content: neither lines nor the order of rows count', () => {
	const other: Row = { ...row, line: 2, cells: { ...row.cells, fondo: 'Otro' } };
	expect(digestText(fondos, [row, other])).toBe(digestText(fondos, [other, { ...row, line: 99 }]));
	expect(digestText(fondos, [row])).not.toBe(digestText(fondos, [other]));
	expect(digestText(fondos, [row])).not.toBe(
		digestText(fondos, [{ ...row, blanks: { operador: 'vacio', nota: 'vacio' } }])
	);
});

test.each([',', ';'] as const)(
	'a template filled by us and split by «%s» is read back whole',
	(delimiter) => {
		const given = [
			{ fondo: '=cmd', periodo: '2025-T3', capital: '-0', operador: 'a;b, "c"', nota: "'así" },
			{ fondo: '+51 1', periodo: '2025-T2', capital: '30000.5', operador: '', nota: 'dos\nlíneas' }
		];
		const text = templateCsv(fondos, { delimiter, rows: given });
		expect(text.split('\r\n')[0]).toBe(
			['fondo', 'periodo', 'capital', 'operador', 'nota'].join(delimiter)
		);

		const { rows, verdict } = checkFile(new TextEncoder().encode(`\uFEFF${text}`), {
			datasets: [fondos],
			places: { byUbigeo: new Map(), networks: new Set() },
			today: '2026-11-21'
		});
		expect(verdict).toBe('accepted');
		expect(rows.map(({ cells }) => cells)).toEqual([
			{ fondo: '=cmd', periodo: '2025-T3', capital: 0, operador: 'a;b, "c"', nota: "'así" },
			{ fondo: '+51 1', periodo: '2025-T2', capital: 30000.5, operador: null, nota: 'dos\nlíneas' }
		]);
	}
);
