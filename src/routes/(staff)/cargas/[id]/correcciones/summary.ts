import { shown } from '#lib/intake/findings/words.ts';
import { number } from '#lib/words/number.ts';
import type { MendGroup } from './corrections-view.ts';

const listed = 12;

/** The errors of a file for the list at the top: one line a group, which leads to its first field. */
export function summaryOf(groups: readonly MendGroup[]): { field: string; message: string }[] {
	return groups
		.filter(({ severity }) => severity === 'error')
		.slice(0, listed)
		.map(({ id, column, told: [first], count }) => {
			const isCell = first?.line !== undefined && first.field && !first.elsewhere;
			const field = isCell ? `celda:${first.line}:${first.field}` : id;
			if (!column || !isCell) return { field, message: first?.message ?? '' };
			const read = first.found ? ` (leímos «${shown(first.found)}»)` : '';
			const rest = count > 1 ? ` y ${number(count - 1)} más` : '';
			return { field, message: `Columna «${column}»: fila ${first.line}${read}${rest}` };
		});
}
