import { textIn } from '../datasets/cells.ts';
import type { Row } from '../domain/record.ts';

/** Columns with names of institutions, bodies and things that people write by hand, by dataset. */
export const nameColumns: Readonly<Record<string, readonly string[]>> = {
	servicios: ['institucion'],
	fondos: ['fondo_id', 'operador'],
	proyectos: ['proyecto_id', 'socio_privado'],
	concertacion: ['instancia'],
	miembros: ['instancia', 'institucion']
};

/** The names in a column, each with the first row that has it, municipality by municipality. */
export function namesIn(rows: readonly Row[], column: string): Map<string, Row>[] {
	const byPlace = new Map<string, Map<string, Row>>();
	for (const row of rows) {
		const name = textIn(row.cells, column);
		if (name === null) continue;
		const place = textIn(row.cells, 'municipio_id') ?? '';
		const names = byPlace.get(place) ?? new Map<string, Row>();
		if (!names.has(name)) names.set(name, row);
		byPlace.set(place, names);
	}
	return [...byPlace.values()];
}
