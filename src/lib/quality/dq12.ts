import { groupRows, textIn } from '../datasets/cells.ts';
import type { FileRule } from '../datasets/types.ts';
import { fold } from '../domain/names.ts';

/** A list of names as counted: how many were written, how many are distinct, and which come again. */
export type NameCount = {
	readonly entries: number;
	readonly distinct: number;
	/** Places in the list of a name that came before, with the place where it did. */
	readonly again: readonly { readonly index: number; readonly first: number }[];
};

/** Counts names without accents, case or signs. */
export function countNames(names: readonly string[]): NameCount {
	const seen = new Map<string, number>();
	const again: { index: number; first: number }[] = [];
	names.forEach((name, index) => {
		const folded = fold(name);
		const first = seen.get(folded);
		if (first === undefined) seen.set(folded, index);
		else again.push({ index, first });
	});
	return { entries: names.length, distinct: seen.size, again };
}

/** One thing written in two ways is two keys: here the rows of a dataset are compared without signs. */
function duplicates(others: readonly string[], column: string): FileRule {
	return {
		id: 'DQ12',
		severity: 'warning',
		says: 'Un mismo nombre no viene dos veces con otra tilde, mayúscula o signo.',
		applies: (rows) => rows.some(({ cells }) => textIn(cells, column) !== null),
		*check(rows) {
			const named = rows.filter(({ cells }) => textIn(cells, column) !== null);
			for (const group of groupRows(named, others)) {
				if (group.length < 2) continue;
				const names = group.map(({ cells }) => textIn(cells, column) ?? '');
				const { entries, distinct, again } = countNames(names);
				for (const { index, first } of again) {
					const row = group[index];
					const before = group[first];
					// The same letter by letter is the reader's: one key twice.
					if (!row || !before || names[index] === names[first]) continue;
					yield {
						line: row.line,
						column,
						expected: names[first] ?? '',
						suggestion: names[first] ?? '',
						replacement: names[first] ?? '',
						message: `«${names[index]}» y «${names[first]}» (fila ${before.line}) son el mismo nombre: hay ${entries} anotados y ${distinct} ${distinct === 1 ? 'distinto' : 'distintos'}. Escríbalo igual las dos veces o quite la fila repetida.`
					};
				}
			}
		}
	};
}

/** Rows of one key but for the spelling of a name, by dataset. */
export const DQ12: Readonly<Record<string, readonly FileRule[]>> = {
	servicios: [duplicates(['municipio_id', 'periodo', 'categoria', 'tipo_servicio'], 'institucion')],
	fondos: [duplicates(['municipio_id', 'periodo'], 'fondo_id')],
	proyectos: [duplicates(['municipio_id', 'anio'], 'proyecto_id')],
	concertacion: [duplicates(['municipio_id', 'periodo'], 'instancia')],
	miembros: [duplicates(['municipio_id', 'instancia'], 'institucion')]
};
