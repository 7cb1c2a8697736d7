import { describe, expect, test } from 'vitest';
import { defineDataset, type ColumnType } from '#lib/datasets/types.ts';
import { checkFile } from '#lib/intake/check.ts';
import { check, places, today } from './given.ts';

/** A dataset with one column of each type, none of which must be filled. */
const blanks = defineDataset({
	id: 'blancos',
	title: 'Blancos',
	description: 'Una columna de cada tipo.',
	source: 'Fixture',
	filledBy: 'Nadie',
	columns: {
		clave: { label: 'Clave', type: 'text', key: true },
		texto: { label: 'Texto libre', type: 'text' },
		codigo: { label: 'Código', type: 'code', codes: { uno: 'Uno', dos: 'Dos' } },
		cuenta: { label: 'Cuenta', type: 'count' },
		monto: { label: 'Monto', type: 'decimal' },
		parte: { label: 'Parte', type: 'percent' },
		trimestre: { label: 'Trimestre de inicio', type: 'quarter' },
		anio: { label: 'Año de inicio', type: 'year' },
		fecha: { label: 'Fecha de inicio', type: 'date' },
		marca: { label: 'Marca', type: 'flag' },
		lugar: { label: 'Lugar vecino', type: 'municipality' }
	},
	examples: [{ clave: 'A' }]
});

const names = Object.keys(blanks.columns).filter((name) => name !== 'clave');

function read(field: string, typed: string) {
	const header = Object.keys(blanks.columns).join(';');
	const row = Object.keys(blanks.columns)
		.map((name) => (name === 'clave' ? 'A' : name === field ? typed : ''))
		.join(';');
	const bytes = new TextEncoder().encode(`${header}\r\n${row}\r\n`);
	const { rows, findings, verdict } = checkFile(bytes, {
		datasets: [blanks],
		places,
		today,
		choices: { dataset: 'blancos' }
	});
	return { value: rows[0]?.cells[field], blank: rows[0]?.blanks[field], findings, verdict };
}

/** What may be typed for each kind of blank. */
const kinds = {
	vacio: [
		'',
		' ',
		's.d.',
		'S/D',
		'n.d.',
		'N.D.',
		'ND',
		'-',
		'—',
		'…',
		'...',
		'sin dato',
		'sin información',
		'no se sabe',
		'?'
	],
	nada: ['nada', 'Ninguno', 'ninguna', 'nada que informar', 'sin novedad', 'no hubo'],
	no_aplica: ['no aplica', 'No Aplica', 'N/A', 'n.a.', 'no corresponde'],
	pendiente: ['pendiente', 'por confirmar', 'por definir', 'en trámite']
} as const;

describe.each(Object.entries(kinds))('%s', (kind, words) => {
	test.each(names)('in a column of %s it is a blank of that kind, never a zero', (name) => {
		for (const typed of words) {
			const { value, blank, verdict, findings } = read(name, typed);
			expect({ typed, value, blank }).toEqual({ typed, value: null, blank: kind });
			expect({ typed, verdict, findings: verdict === 'accepted' ? [] : findings }).toEqual({
				typed,
				verdict: 'accepted',
				findings: []
			});
		}
	});
});

describe('zero', () => {
	const numeric: readonly ColumnType[] = ['count', 'decimal', 'percent', 'flag'];
	test.each(names.filter((name) => numeric.includes(blanks.columns[name]?.type ?? 'text')))(
		'in a column of %s it is a value',
		(name) => {
			const { value, blank, verdict } = read(name, '0');
			expect({ value, blank, verdict }).toEqual({
				value: 0,
				blank: undefined,
				verdict: 'accepted'
			});
		}
	);

	test('«ninguno» where something is counted says that it was not taken for a zero', () => {
		expect(read('cuenta', 'ninguno').findings).toMatchObject([
			{ code: 'nothing-or-zero', severity: 'notice', line: 2, column: 'Cuenta', suggestion: '0' }
		]);
		expect(read('texto', 'ninguno').findings).toEqual([]);
	});

	test('a code that is called like a blank stays a code', () => {
		const csv =
			'municipio_id;periodo;institucion;categoria;tipo_servicio;estado\n180301;2025-T3;;TEC;ninguno;sin_servicio\n';
		expect(check(csv).rows[0]).toMatchObject({ cells: { tipo_servicio: 'ninguno' } });
		expect(check(csv).rows[0]?.blanks['tipo_servicio']).toBeUndefined();
	});
});
