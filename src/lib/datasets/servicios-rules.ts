import { fold } from '../domain/names.ts';
import { serviceCategories } from '../domain/codes.ts';
import type { Cells, Row } from '../domain/record.ts';
import { groupRows, numberIn, textIn } from './cells.ts';
import { atMost } from './order.ts';
import type { FileRule, RowRule, RuleFinding } from './types.ts';

/** `FIN` → `Financiamiento`, for messages. */
function categoryName(cells: Cells): string {
	const code = textIn(cells, 'categoria') ?? '';
	return Object.entries(serviceCategories).find(([known]) => known === code)?.[1] ?? code;
}

const institutionNamed: RowRule = {
	id: 'institucion-necesaria',
	severity: 'error',
	says: 'La institución solo queda vacía en «sin servicio».',
	check: (cells) => {
		const state = textIn(cells, 'estado');
		const institution = textIn(cells, 'institucion');
		if (state !== null && state !== 'sin_servicio' && institution === null)
			return {
				column: 'institucion',
				expected: 'el nombre de quien da el servicio',
				message:
					'Falta quién da el servicio. Escriba la institución; si no hay servicio, ponga «sin_servicio» en el estado y «ninguno» en el tipo.'
			};
		if (state === 'sin_servicio' && institution !== null)
			return {
				column: 'institucion',
				expected: 'la celda vacía',
				message: `Dice «sin servicio» y nombra a ${institution}. Borre la institución o corrija el estado.`
			};
		return undefined;
	}
};

const noneForZero: RowRule = {
	id: 'ninguno-sin-servicio',
	severity: 'error',
	says: '«Sin servicio» lleva el tipo «ninguno», y «ninguno» solo va con «sin servicio».',
	check: (cells) => {
		const state = textIn(cells, 'estado');
		const kind = textIn(cells, 'tipo_servicio');
		if (state === null || kind === null) return undefined;
		if (state === 'sin_servicio' && kind !== 'ninguno')
			return {
				column: 'tipo_servicio',
				expected: 'ninguno',
				suggestion: 'ninguno',
				message: `Dice «sin servicio» con el tipo «${kind}». Escriba «ninguno» en el tipo o corrija el estado.`
			};
		if (kind === 'ninguno' && state !== 'sin_servicio')
			return {
				column: 'estado',
				expected: 'sin_servicio',
				suggestion: 'sin_servicio',
				message: `El tipo es «ninguno» y el estado «${state}». Escriba «sin_servicio» en el estado o el tipo de servicio que se da.`
			};
		return undefined;
	}
};

const zeroHasNobody: RowRule = {
	id: 'sin-servicio-sin-usuarios',
	severity: 'error',
	says: '«Sin servicio» no atiende a nadie.',
	check: (cells) => {
		if (cells['estado'] !== 'sin_servicio') return undefined;
		const column = ['usuarios', 'usuarias_mujeres', 'personas_formadas'].find(
			(name) => (numberIn(cells, name) ?? 0) > 0
		);
		if (!column) return undefined;
		return {
			column,
			expected: 'la celda vacía',
			message: `Dice «sin servicio» y anota ${numberIn(cells, column)} atendidos. Borre la cifra o corrija el estado.`
		};
	}
};

const servedWhileInactive: RowRule = {
	id: 'atendidos-sin-estar-activo',
	severity: 'warning',
	says: 'Un servicio en implementación o suspendido no atiende a nadie en el trimestre.',
	check: (cells) => {
		const users = numberIn(cells, 'usuarios') ?? 0;
		const state = textIn(cells, 'estado');
		if (users === 0 || (state !== 'en_implementacion' && state !== 'suspendido')) return undefined;
		return {
			column: 'estado',
			expected: 'activo',
			suggestion: 'activo',
			message: `Atendió a ${users} microempresas y su estado es «${state}». Si atendió en el trimestre, escriba «activo».`
		};
	}
};

const activeServesNobody: RowRule = {
	id: 'activo-sin-atendidos',
	severity: 'notice',
	says: 'Activo quiere decir que atendió a alguien en el trimestre.',
	check: (cells) =>
		cells['estado'] === 'activo' &&
		numberIn(cells, 'usuarios') === 0 &&
		(numberIn(cells, 'personas_formadas') ?? 0) === 0
			? {
					column: 'usuarios',
					message:
						'Está «activo» y atendió a 0. Si no se sabe cuántas, deje la celda vacía; si no atendió a nadie, revise el estado.'
				}
			: undefined
};

const zeroOrActive: FileRule = {
	id: 'sin-servicio-y-activo',
	severity: 'error',
	says: 'Una categoría «sin servicio» no tiene otro servicio activo en el trimestre.',
	*check(rows) {
		for (const group of groupRows(rows, ['municipio_id', 'periodo', 'categoria'])) {
			const active = group.find((row) => row.cells['estado'] === 'activo');
			if (!active) continue;
			for (const row of group)
				if (row.cells['estado'] === 'sin_servicio')
					yield {
						line: row.line,
						column: 'estado',
						expected: '«sin servicio» o «activo», no los dos',
						message: `${categoryName(row.cells)} dice «sin servicio» aquí y «activo» en la fila ${active.line}. Deje solo la que corresponde.`
					};
		}
	}
};

const sameUsersTwice: FileRule = {
	id: 'usuarios-repetidos',
	severity: 'warning',
	says: 'Un mismo grupo de usuarios no se anota en dos filas de una institución y categoría.',
	*check(rows) {
		const served = rows.filter((row) => (numberIn(row.cells, 'usuarios') ?? 0) > 0);
		for (const group of groupRows(served, ['municipio_id', 'periodo', 'categoria'])) {
			const seen = new Map<string, Row>();
			for (const row of group) {
				const users = numberIn(row.cells, 'usuarios');
				const institution = textIn(row.cells, 'institucion') ?? '';
				const key = `${fold(institution)}|${users}`;
				const first = seen.get(key);
				if (!first) seen.set(key, row);
				else
					yield {
						line: row.line,
						column: 'usuarios',
						expected: 'cada grupo en una sola fila',
						message: `${institution} anota ${users} aquí y también ${users} en la fila ${first.line}, en la misma categoría. Si son las mismas microempresas, déjelas en una sola fila.`
					};
			}
		}
	}
};

/** «Sin servicio» does not take back an active service that is stored: its own row has to say so. */
export function againstStored(row: Cells, stored: Cells): RuleFinding | undefined {
	const same = row['categoria'] === stored['categoria'];
	if (!same || row['estado'] !== 'sin_servicio' || stored['estado'] !== 'activo') return undefined;
	const institution = textIn(stored, 'institucion') ?? '';
	return {
		column: 'estado',
		message: `Dice que no hay servicio de ${categoryName(row).toLowerCase()}, y de ese trimestre ya está guardado como activo el de ${institution}: se seguirá contando. Si no lo hubo, agregue su fila con el estado «suspendido».`
	};
}

export const rules: readonly RowRule[] = [
	institutionNamed,
	noneForZero,
	zeroHasNobody,
	servedWhileInactive,
	activeServesNobody,
	atMost({
		id: 'mujeres-entre-usuarios',
		part: 'usuarias_mujeres',
		whole: 'usuarios',
		partName: 'las microempresas de mujeres',
		wholeName: 'las microempresas atendidas'
	})
];

export const fileRules: readonly FileRule[] = [zeroOrActive, sameUsersTwice];
