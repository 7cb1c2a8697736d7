import type { FileRule } from '../datasets/types.ts';
import { editDistance, fold } from '../domain/names.ts';
import { nameColumns, namesIn } from './named.ts';

/** Names of one municipality that are compared with each other; beyond, only the first ones are. */
const most = 200;

/** The digits of a name: «Mesa 1» and «Mesa 2» are two tables, not one misspelt. */
function digits(name: string): string {
	return name.replace(/\D+/g, ' ').trim();
}

/** How many letters may differ: two, and only one in a name of fewer than ten. */
function slack(name: string): number {
	return name.length < 6 ? 0 : name.length < 10 ? 1 : 2;
}

/**
 * Whether two names are one, misspelt: alike but for two letters, or the second among the other names
 * that the first is known by.
 */
export function isVariant(a: string, b: string, aliases: readonly string[] = []): boolean {
	const one = fold(a);
	const other = fold(b);
	if (one === other) return false;
	if (aliases.some((alias) => fold(alias) === other)) return true;
	const allowed = Math.min(slack(one), slack(other));
	if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return false;
	return digits(one) === digits(other) && editDistance(one, other) <= allowed;
}

function variants(column: string): FileRule {
	return {
		id: 'DQ15',
		severity: 'notice',
		says: 'Dos nombres que difieren en una o dos letras pueden ser el mismo.',
		*check(rows) {
			for (const names of namesIn(rows, column)) {
				const list = [...names].slice(0, most);
				for (const [place, [name, row]] of list.entries()) {
					const before = list.slice(0, place).find(([earlier]) => isVariant(earlier, name));
					if (!before) continue;
					const [earlier, first] = before;
					yield {
						line: row.line,
						column,
						expected: earlier,
						suggestion: earlier,
						replacement: earlier,
						message: `«${name}» se parece a «${earlier}» (fila ${first.line}). Si son la misma, escríbala igual en todas las filas.`
					};
				}
			}
		}
	};
}

/** Names that look like another of the same column, by dataset. */
export const DQ15: Readonly<Record<string, readonly FileRule[]>> = Object.fromEntries(
	Object.entries(nameColumns).map(([dataset, columns]) => [
		dataset,
		columns.filter((column) => !column.endsWith('_id')).map(variants)
	])
);
