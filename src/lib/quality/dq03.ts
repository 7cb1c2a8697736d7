import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { editDistance } from '../domain/names.ts';
import { formatNumber } from '../domain/number.ts';
import { checkParts } from './parts.ts';

/** Two sums that know nothing of each other agree, and the total is one slip of the keys away. */
export const DQ03: RowRule = {
	id: 'DQ03',
	severity: 'notice',
	says: 'Si dos sumas independientes coinciden y el total difiere en una cifra, se propone la suma.',
	applies: (cells) =>
		['poblacion_urbana', 'poblacion_rural', 'poblacion_hombres', 'poblacion_mujeres'].every(
			(column) => numberIn(cells, column) !== null
		),
	check: (cells) => {
		const area = checkParts(cells, ['poblacion_urbana', 'poblacion_rural'], 'poblacion_total');
		const sex = checkParts(cells, ['poblacion_hombres', 'poblacion_mujeres'], 'poblacion_total');
		if (!area || !sex || area.sum !== sex.sum || area.difference === 0) return undefined;

		const typed = String(area.whole);
		const sum = String(area.sum);
		if (editDistance(typed, sum) !== 1) return undefined;
		return {
			column: 'poblacion_total',
			expected: formatNumber(area.sum),
			suggestion: sum,
			replacement: sum,
			message: `Urbana + rural y hombres + mujeres dan lo mismo, ${formatNumber(area.sum)}, y el total dice ${formatNumber(area.whole)}: ${slip(typed, sum)}, diferencia ${formatNumber(area.difference)}. Si la fuente lo confirma, escriba ${sum}.`
		};
	}
};

/** `cambia la cifra 3 (1 en vez de 4)`. */
function slip(typed: string, sum: string): string {
	const place = [...sum].findIndex((digit, index) => digit !== typed[index]);
	if (typed.length !== sum.length || place < 0) return 'falta o sobra una cifra';
	const swapped = typed[place] === sum[place + 1] && typed[place + 1] === sum[place];
	return swapped
		? `están cambiadas de sitio las cifras ${place + 1} y ${place + 2}`
		: `cambia la cifra ${place + 1} (${typed[place]} en vez de ${sum[place]})`;
}
