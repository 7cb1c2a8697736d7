import { numberIn } from '../datasets/cells.ts';
import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';

/** Two parts against their whole. `difference` is whole less sum: negative when the whole is short. */
export type PartsCheck = {
	readonly first: number;
	readonly second: number;
	readonly sum: number;
	readonly whole: number;
	readonly difference: number;
};

/** Adds two columns up against a third; undefined when any of the three is blank. */
export function checkParts(
	cells: Cells,
	parts: readonly [string, string],
	wholeColumn: string
): PartsCheck | undefined {
	const first = numberIn(cells, parts[0]);
	const second = numberIn(cells, parts[1]);
	const whole = numberIn(cells, wholeColumn);
	if (first === null || second === null || whole === null) return undefined;
	return { first, second, sum: first + second, whole, difference: whole - (first + second) };
}

/** `faltan 300` when the whole is short of its parts, `sobran 300` when it is over. */
export function gapInWords(difference: number): string {
	return `${difference < 0 ? 'faltan' : 'sobran'} ${formatNumber(Math.abs(difference))}`;
}

/** The rule that two columns add up to `poblacion_total` exactly. */
export function populationParts(options: {
	id: string;
	parts: readonly [string, string];
	/** The parts in words: `Urbana`, `rural`. */
	names: readonly [string, string];
}): RowRule {
	const { id, parts, names } = options;
	return {
		id,
		severity: 'error',
		says: `${names[0]} y ${names[1]} suman la población total.`,
		applies: (cells) => checkParts(cells, parts, 'poblacion_total') !== undefined,
		check: (cells) => {
			const found = checkParts(cells, parts, 'poblacion_total');
			if (!found || found.difference === 0) return undefined;
			const share = (100 * Math.abs(found.difference)) / found.sum;
			// Two zeros have no share: the total is then all that is left over.
			const relative = found.sum === 0 ? '' : ` (${formatNumber(share, 2)} %)`;
			return {
				column: 'poblacion_total',
				expected: formatNumber(found.sum),
				message: `${names[0]} ${formatNumber(found.first)} + ${names[1]} ${formatNumber(found.second)} = ${formatNumber(found.sum)}, pero el total dice ${formatNumber(found.whole)}: ${gapInWords(found.difference)} en el total${relative}. Busque en la fuente cuál de las tres cifras está mal y corríjala.`
			};
		}
	};
}
