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
