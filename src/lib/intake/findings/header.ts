import type { Finding } from '#lib/domain/finding.ts';
import type { WideGroup } from '../wide.ts';
import { counted, kept, listed, shown } from './words.ts';

/** Everything that can be said of the headings and of what the file as a whole is. */

function quoted(names: readonly string[], last?: string): string {
	return listed(
		names.map((name) => `«${shown(name)}»`),
		last
	);
}

export const delimiterNames: Readonly<Record<string, string>> = {
	',': 'coma',
	';': 'punto y coma',
	'\t': 'tabulación',
	'|': 'barra vertical'
};

export const headerFindings = {
	noHeader: (first: string): Finding => ({
		code: 'no-header',
		severity: 'error',
		line: 1,
		found: kept(first),
		expected: 'una fila con los títulos de las columnas',
		message: `No encontramos la fila de títulos en las primeras 100 filas; la primera dice «${shown(first)}». Descargue la plantilla y copie sus títulos en la fila 1.`
	}),

	/** The headings are there, but what stands between them is none of the separators. */
	otherSeparator: (line: number, separator: 'cell' | 'spaces' | 'colon'): Finding => ({
		code: 'other-separator',
		severity: 'error',
		line,
		expected: 'columnas separadas por coma, punto y coma o tabulación',
		message: `Fila ${line}: ${
			separator === 'cell'
				? 'los títulos están todos dentro de una sola celda, entre comillas. En Excel use Datos > Texto en columnas'
				: `los títulos parecen separados por ${separator === 'spaces' ? 'espacios' : 'dos puntos'}. Sepárelos con coma, punto y coma o tabulación`
		} y vuelva a guardar el archivo como CSV.`
	}),

	/** One column a year: the figures are right, but no row says of which year it is. */
	wideFormat: (line: number, { headings, kind }: WideGroup): Finding => {
		const column = kind === 'quarter' ? 'Trimestre' : 'Año';
		return {
			code: 'wide-format',
			severity: 'error',
			line,
			column: shown(headings[0] ?? ''),
			found: kept(headings.join(', ')),
			expected: `una fila por municipio y ${column.toLowerCase()}, con una columna «${column}»`,
			message: `Fila ${line}: hay una columna por ${column.toLowerCase()} (${quoted(headings.slice(0, 4))}). Ponga cada ${column.toLowerCase()} en su propia fila, con una columna «${column}» y una sola columna para la cifra.`
		};
	},

	doubleHeader: (line: number, groups: readonly string[]): Finding => ({
		code: 'double-header',
		severity: 'warning',
		line,
		found: kept(groups.join(', ')),
		expected: 'una sola fila de títulos',
		message: `Fila ${line}: parece la primera de dos filas de títulos (${quoted(groups.slice(0, 4))}) y no la leímos. Deje una sola fila, con títulos que digan todo. Ejemplo: «PEA hombres», no «Hombres» debajo de «PEA».`
	}),

	guessedDataset: (title: string): Finding => ({
		code: 'guessed-dataset',
		severity: 'notice',
		message: `Los títulos del archivo no completan ninguna plantilla; lo revisamos con la de «${title}», la más parecida. Si es de otra, indique cuál al subirlo.`
	}),

	noRows: (line: number): Finding => ({
		code: 'no-rows',
		severity: 'error',
		line,
		expected: 'al menos una fila de datos',
		message: `El archivo tiene títulos (fila ${line}) pero ninguna fila de datos debajo. Agregue las filas y vuelva a subirlo.`
	}),

	titleRows: (last: number): Finding => ({
		code: 'title-rows',
		severity: 'notice',
		line: 1,
		message: `${last === 1 ? 'La fila 1 parece un título y no la leímos' : `Las filas 1 a ${last} parecen un título y no las leímos`}; los títulos de columna están en la fila ${last + 1}.`
	}),

	emptyTail: (first: number, last: number): Finding => ({
		code: 'empty-tail',
		severity: 'notice',
		line: first,
		message: `${first === last ? `La fila ${first}, al final, está vacía` : `Las filas ${first} a ${last}, al final, están vacías`} (solo separadores); no las leímos. No hay que hacer nada.`
	}),

	unknownDataset: (asked: string, ids: readonly string[]): Finding => ({
		code: 'unknown-dataset',
		severity: 'error',
		found: kept(asked),
		expected: listed(ids, 'o'),
		message: `No existe el conjunto «${shown(asked)}». Elija uno de estos: ${listed(ids, 'o')}.`
	}),

	whichDataset: (titles: readonly string[]): Finding => ({
		code: 'which-dataset',
		severity: 'error',
		expected: quoted(titles, 'o'),
		message: `Por sus títulos, el archivo puede ser de ${quoted(titles, 'o')}. Indique cuál es al subirlo.`
	}),

	noDataset: (headings: readonly string[]): Finding => ({
		code: 'no-dataset',
		severity: 'error',
		expected: 'los títulos de una de las plantillas',
		message: `No reconocemos a qué plantilla corresponde el archivo; sus títulos son ${quoted(headings.slice(0, 6))}. Descargue la plantilla y use sus títulos, o indique el conjunto.`
	}),

	otherDataset: (asked: string, seems: string, id: string): Finding => ({
		code: 'other-dataset',
		severity: 'error',
		expected: `la plantilla de «${asked}»`,
		suggestion: id,
		message: `Se esperaba «${asked}», pero el archivo parece ser la plantilla de «${seems}». Súbalo como «${seems}» o elija el archivo correcto.`
	}),

	missingColumn: (label: string, name: string, near: string | undefined): Finding => ({
		code: 'missing-column',
		severity: 'error',
		column: label,
		expected: `una columna con el título «${name}»`,
		...(near === undefined ? {} : { suggestion: shown(near) }),
		message: `Columna obligatoria que no encontramos: «${label}». ${
			near === undefined
				? `Agregue una columna con el título «${name}».`
				: `¿Es «${shown(near)}»? Cambie ese título por «${name}».`
		}`
	}),

	duplicateColumn: (line: number, label: string, headings: readonly string[]): Finding => ({
		code: 'duplicate-column',
		severity: 'error',
		line,
		column: label,
		found: kept(headings.join(', ')),
		expected: 'una sola columna',
		message: `Fila ${line}: la columna «${label}» está ${headings.length === 2 ? 'dos' : headings.length} veces (${quoted(headings)}). Deje solo una.`
	}),

	unknownColumn: (line: number, heading: string, decided: boolean): Finding => ({
		code: 'unknown-column',
		severity: decided ? 'notice' : 'warning',
		line,
		column: shown(heading),
		found: kept(heading),
		expected: 'un título de la plantilla',
		message: `Fila ${line}: no usaremos la columna «${shown(heading)}»: no es de esta plantilla. Corrija el título si debía serlo; si no, no hay que hacer nada.`
	}),

	/** What a heading may be: proposed, never taken without a word. */
	nearHeading: (
		line: number,
		heading: string,
		{ field, label }: { field: string; label: string },
		decided: boolean
	): Finding => ({
		code: 'near-heading',
		severity: decided ? 'notice' : 'warning',
		line,
		column: shown(heading),
		field,
		found: kept(heading),
		expected: `un título de la plantilla, como «${field}»`,
		suggestion: label,
		message: `Fila ${line}: ¿es «${shown(heading)}» la columna «${label}»? No la usaremos mientras no lo diga: elija su columna o cambie el título por «${field}».`
	}),

	blankHeading: (line: number, letters: string, first: number): Finding => ({
		code: 'blank-heading',
		severity: 'error',
		line,
		column: letters,
		found: '',
		expected: 'un título para cada columna con datos',
		message: `Fila ${line}: la columna ${letters} tiene datos (desde la fila ${first}) pero no tiene título. Escriba el título o borre la columna.`
	}),

	unknownMapping: (heading: string, column: string, names: readonly string[]): Finding => ({
		code: 'unknown-mapping',
		severity: 'error',
		column: shown(heading),
		found: kept(column),
		expected: listed(names, 'o'),
		message: `Se pidió leer «${shown(heading)}» como «${shown(column)}», pero esta plantilla no tiene esa columna. Elija una de sus columnas: ${listed(names, 'o')}.`
	}),

	unknownValue: (column: string, names: readonly string[]): Finding => ({
		code: 'unknown-mapping',
		severity: 'error',
		column: shown(column),
		expected: listed(names, 'o'),
		message: `Se pidió un mismo valor de «${shown(column)}» para todas las filas, pero esta plantilla no tiene esa columna. Elija una de sus columnas: ${listed(names, 'o')}.`
	}),

	mappingWithoutHeading: (heading: string, headings: readonly string[]): Finding => ({
		code: 'mapping-without-heading',
		severity: 'error',
		column: shown(heading),
		expected: quoted(headings.slice(0, 12), 'o'),
		message: `Se pidió leer la columna «${shown(heading)}», pero el archivo no la tiene. Elija uno de sus títulos: ${quoted(headings.slice(0, 12), 'o')}.`
	}),

	delimiterDiffers: (line: number, header: string, rows: string, count: number): Finding => ({
		code: 'delimiter-differs',
		severity: 'error',
		line,
		expected: delimiterNames[header] ?? header,
		message: `Los títulos están separados por ${delimiterNames[header] ?? header} y ${counted(count, 'la fila de datos', 'filas de datos')} por ${delimiterNames[rows] ?? rows} (desde la fila ${line}). Use el mismo separador en todo el archivo.`
	})
};
