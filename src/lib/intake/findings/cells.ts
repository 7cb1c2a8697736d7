import type { Finding } from '#lib/domain/finding.ts';
import { aboutCell, counted, listed, shown, type Spot } from './words.ts';

/** Everything that can be said of one cell that is no number: blanks, Excel's traces, texts, codes. */

const excel = {
	'excel-hashes':
		'Excel escribe «####» cuando la columna es muy angosta. Ensanche la columna y vuelva a guardar el CSV.',
	'excel-error':
		'Es un error de una fórmula de Excel. Corrija la fórmula o escriba el dato, y vuelva a guardar el CSV.',
	'excel-scientific':
		'Excel cambió el número a notación científica y se perdieron cifras. Dé a la columna formato de número sin decimales (o de texto, si es un código) y vuelva a escribirlo.',
	'excel-logical': 'Excel guardó «verdadero» o «falso», no un dato. Escriba el dato.',
	'excel-date':
		'Excel convirtió el dato en una fecha. Dé a la columna formato de texto y vuelva a escribirlo.',
	'excel-formula':
		'Es una fórmula, no su resultado. Escriba el resultado y vuelva a guardar el CSV.'
} as const;

/** Excel keeps the value of merged cells in the first one only. */
const merged = ' Si en Excel está combinada con otras, repita el dato en cada fila.';

export type ExcelTrace = keyof typeof excel;

export const cellFindings = {
	excelTrace: (
		spot: Spot,
		trace: ExcelTrace,
		expected: string,
		example: string,
		mended?: string
	): Finding =>
		aboutCell(spot, trace, 'error', {
			says: excel[trace],
			expected,
			...(mended === undefined ? {} : { suggestion: mended, replacement: mended }),
			example
		}),

	required: (spot: Spot, expected: string, example: string, isKey: boolean): Finding =>
		aboutCell(spot, 'required-cell', 'error', {
			says:
				spot.found.trim() === ''
					? `La celda está vacía y el dato es obligatorio. Escriba ${expected}.${isKey ? merged : ''}`
					: `Quiere decir que no hay dato, y aquí es obligatorio. Escriba ${expected}.`,
			expected,
			example
		}),

	tooLong: (
		spot: Spot,
		length: number,
		limit: number,
		expected: string,
		example: string
	): Finding =>
		aboutCell(spot, 'too-long', 'error', {
			says: `La celda tiene ${length} letras; caben ${limit}. Escriba ${expected}.`,
			expected,
			example
		}),

	controlCharacters: (spot: Spot, mended: string): Finding =>
		aboutCell(spot, 'control-characters', 'error', {
			says: 'La celda tiene signos invisibles de control. Escriba el texto de nuevo.',
			expected: 'un texto sin signos de control',
			...(mended === '' ? {} : { suggestion: mended, replacement: mended })
		}),

	lostLetter: (spot: Spot): Finding =>
		aboutCell(spot, 'lost-letter', 'warning', {
			says: 'Parece que una letra con tilde o una ñ se perdió y quedó «?». Escríbala de nuevo.',
			expected: 'letras con tilde y ñ legibles'
		}),

	unknownCode: (
		spot: Spot,
		near: readonly string[],
		clear: string | undefined,
		valid: readonly string[],
		example: string
	): Finding => {
		const all =
			valid.length <= 12
				? `Los valores posibles son ${listed(valid, 'y')}.`
				: 'Use uno de la lista.';
		const guess = near.length === 0 ? '' : `¿Quiso decir ${listed(near.map(quoted), 'o')}? `;
		return aboutCell(spot, 'unknown-code', 'error', {
			says: `No está en la lista de esta columna. ${guess}${all}`,
			expected: listed(valid.slice(0, 40), 'o'),
			...(near[0] === undefined ? {} : { suggestion: near[0] }),
			...(clear === undefined ? {} : { replacement: clear }),
			example
		});
	},

	codeOfOther: (spot: Spot, valid: readonly string[], example: string): Finding =>
		aboutCell(spot, 'unknown-code', 'error', {
			says: `Existe, pero no va con los demás datos de la fila. Aquí caben ${listed(valid, 'y')}.`,
			expected: listed(valid.slice(0, 40), 'o'),
			...(valid.length === 1 && valid[0] ? { suggestion: valid[0], replacement: valid[0] } : {}),
			example
		}),

	notAFlag: (spot: Spot): Finding =>
		aboutCell(spot, 'not-a-flag', 'error', {
			says: 'Escriba 1 si es verdad y 0 si no.',
			expected: '1 o 0',
			example: '1'
		}),

	flagRead: (spot: Spot, value: 0 | 1): Finding =>
		aboutCell(spot, 'flag-normalised', 'notice', {
			says: `La leímos como ${value}.`,
			expected: '1 o 0',
			suggestion: String(value),
			replacement: String(value)
		}),

	/** One finding for many like one another, so that a list stays readable. */
	moreLikeThis: (like: Finding, count: number): Finding => ({
		code: like.code,
		severity: like.severity,
		...(like.column === undefined ? {} : { column: like.column }),
		message: `Hay ${counted(count, 'una celda más', 'celdas más')} con lo mismo${like.column === undefined ? '' : ` en la columna «${shown(like.column)}»`}; no las listamos todas.`
	})
};

function quoted(text: string): string {
	return `«${shown(text)}»`;
}
