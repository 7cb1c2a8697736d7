import type { RowRule } from '../datasets/types.ts';
import { formatNumber } from '../domain/number.ts';
import type { Cells } from '../domain/record.ts';
import { checkParts, gapInWords } from './parts.ts';

/** A part of the labour force that looks like the other's remainder with its last digits lost. */
export type ImpliedPart = { column: string; typed: number; implied: number };

/**
 * The part whose typed digits begin those of total less the other part: 55.9 begins 5592. Undefined
 * when neither does; two digits at least, as one begins too many numbers by chance.
 */
export function impliedPart(cells: Cells): ImpliedPart | undefined {
	const found = checkParts(cells, ['pea_hombres', 'pea_mujeres'], 'pea');
	if (!found || found.difference === 0) return undefined;

	const parts = [
		{ column: 'pea_mujeres', typed: found.second, implied: found.whole - found.first },
		{ column: 'pea_hombres', typed: found.first, implied: found.whole - found.second }
	];
	return parts.find(({ typed, implied }) => {
		const digits = String(typed).replace('.', '').replace(/^0+/, '');
		const whole = Number.isInteger(implied) && implied > 0;
		return whole && digits.length > 1 && String(implied).startsWith(digits);
	});
}

/** Men and women of the labour force add up to it; when not, a lost unit is recognised. */
export const DQ05: RowRule = {
	id: 'DQ05',
	severity: 'error',
	says: 'PEA hombres y PEA mujeres suman la PEA; si a una le faltan cifras, se propone la que da la resta.',
	applies: (cells) => checkParts(cells, ['pea_hombres', 'pea_mujeres'], 'pea') !== undefined,
	check: (cells) => {
		const found = checkParts(cells, ['pea_hombres', 'pea_mujeres'], 'pea');
		if (!found || found.difference === 0) return undefined;

		const sum = `PEA hombres ${formatNumber(found.first)} + mujeres ${formatNumber(found.second)} = ${formatNumber(found.sum)}, pero la PEA dice ${formatNumber(found.whole)}: ${gapInWords(-found.difference)} en la suma.`;
		const part = impliedPart(cells);
		if (!part)
			return {
				column: 'pea',
				expected: formatNumber(found.sum),
				message: `${sum} Busque en la fuente cuál de las tres cifras está mal y corríjala.`
			};
		return {
			column: part.column,
			expected: formatNumber(part.implied),
			suggestion: String(part.implied),
			replacement: String(part.implied),
			message: `${sum} La resta da ${formatNumber(part.implied)}, que empieza con las cifras de ${formatNumber(part.typed)}: parece un error de unidades. Si la fuente lo confirma, escriba ${part.implied}.`
		};
	}
};
