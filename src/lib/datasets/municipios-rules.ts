import { fold } from '../domain/names.ts';
import { departmentCode, departments, isInvented } from '../domain/ubigeo.ts';
import type { Row } from '../domain/record.ts';
import { numberIn, textIn } from './cells.ts';
import { fromUntil } from './order.ts';
import type { FileRule, RowRule } from './types.ts';

const departmentOfCode: RowRule = {
	id: 'departamento-y-ubigeo',
	severity: 'error',
	says: 'El departamento es el de los dos primeros dígitos del ubigeo.',
	check: (cells) => {
		const ubigeo = textIn(cells, 'municipio_id');
		const department = textIn(cells, 'departamento');
		if (!ubigeo || !department) return undefined;

		const expected = isInvented(ubigeo) ? 'Demostración' : departments[departmentCode(ubigeo)];
		if (department === expected) return undefined;
		return {
			column: 'departamento',
			expected,
			suggestion: expected,
			message: expected
				? `El ubigeo ${ubigeo} empieza con ${departmentCode(ubigeo)}, que es ${expected}, y la fila dice ${department}. Corrija el código o el departamento.`
				: `El ubigeo ${ubigeo} empieza con ${departmentCode(ubigeo)}, que no es de ningún departamento. Corrija el código; va del 01 al 25.`
		};
	}
};

const capitalDistrict: RowRule = {
	id: 'capital-de-provincia',
	severity: 'warning',
	says: 'El ubigeo de una municipalidad provincial termina en 01, y el de una distrital no.',
	check: (cells) => {
		const ubigeo = textIn(cells, 'municipio_id');
		const kind = textIn(cells, 'tipo');
		if (!ubigeo || isInvented(ubigeo)) return undefined;

		const capital = ubigeo.endsWith('01');
		if (kind === 'provincial' && !capital)
			return {
				column: 'municipio_id',
				expected: 'un código terminado en 01',
				message: `Dice «provincial», pero el ubigeo ${ubigeo} no termina en 01. Use el código del distrito capital o escriba «distrital».`
			};
		if (kind === 'distrital' && capital)
			return {
				column: 'tipo',
				expected: 'provincial',
				message: `Dice «distrital», pero el ubigeo ${ubigeo} termina en 01: es el distrito capital, que gobierna la municipalidad provincial. Revise el tipo o el código.`
			};
		return undefined;
	}
};

const districtScope: RowRule = {
	id: 'ambito-de-distrital',
	severity: 'warning',
	says: 'Una municipalidad distrital informa sobre su distrito.',
	check: (cells) =>
		cells['tipo'] === 'distrital' && cells['ambito_datos'] === 'provincia'
			? {
					column: 'ambito_datos',
					expected: 'distrito',
					message:
						'Dice «distrital» y sus datos serían de toda la provincia. Revise el tipo o el ámbito de los datos.'
				}
			: undefined
};

const bothCoordinates: RowRule = {
	id: 'latitud-y-longitud',
	severity: 'warning',
	says: 'Latitud y longitud van juntas.',
	check: (cells) => {
		const blank = ['lat', 'lon'].filter((column) => numberIn(cells, column) === null);
		if (blank.length !== 1) return undefined;
		return {
			column: blank[0],
			expected: 'latitud y longitud',
			message: 'Solo hay una de las dos coordenadas. Complete la otra o borre la que está.'
		};
	}
};

/** The name and other names of a row, by how they are compared. */
function namesOf(row: Row): Map<string, string> {
	const other = (textIn(row.cells, 'alias') ?? '').split(';');
	const names = [textIn(row.cells, 'nombre') ?? '', ...other].map((name) => name.trim());
	return new Map(names.filter((name) => fold(name) !== '').map((name) => [fold(name), name]));
}

const sharedNames: FileRule = {
	id: 'nombre-compartido',
	severity: 'notice',
	says: 'Dos municipalidades de un departamento pueden llamarse igual o compartir otro nombre: se avisa.',
	*check(rows) {
		const seen = new Map<string, Row>();
		for (const row of rows) {
			const department = textIn(row.cells, 'departamento') ?? '';
			for (const [folded, name] of namesOf(row)) {
				const key = `${department}|${folded}`;
				const first = seen.get(key);
				if (!first) seen.set(key, row);
				else if (first.cells['municipio_id'] !== row.cells['municipio_id'])
					yield {
						line: row.line,
						column: fold(textIn(row.cells, 'nombre') ?? '') === folded ? 'nombre' : 'alias',
						message: `«${name}» también nombra al ubigeo ${textIn(first.cells, 'municipio_id')} (fila ${first.line}) en ${department}. No hay que corregir nada, pero sus archivos deben llevar el ubigeo: el nombre solo no basta.`
					};
			}
		}
	}
};

export const rules: readonly RowRule[] = [
	departmentOfCode,
	capitalDistrict,
	districtScope,
	bothCoordinates,
	fromUntil
];

export const fileRules: readonly FileRule[] = [sharedNames];
