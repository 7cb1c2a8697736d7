import type { Finding } from '#lib/domain/finding.ts';
import { grouped, shown } from './words.ts';

/** Everything that can be said of a file before its columns are known. */

const save =
	'En Excel use Archivo > Guardar como > «CSV UTF-8 (delimitado por comas)» y suba ese archivo.';

const saveBook =
	'En Excel use Archivo > Guardar como > «Libro de Excel (.xlsx)» o «CSV UTF-8 (delimitado por comas)» y suba ese archivo.';

function refuse(code: string, message: string, more: Partial<Finding> = {}): Finding {
	return { code, severity: 'error', message, expected: 'un archivo CSV', ...more };
}

/** What each other type of file is called, by the code of its finding. */
const otherTypes = {
	'is-xlsx': 'un documento de Office que no es un libro de Excel',
	'is-xls': 'un libro de Excel antiguo (.xls) u otro documento de Office',
	'is-ods': 'una hoja de LibreOffice (.ods)',
	'is-zip': 'un archivo comprimido (.zip)',
	'is-gzip': 'un archivo comprimido',
	'is-pdf': 'un documento PDF',
	'is-html': 'una página web (HTML), aunque Excel la abra como hoja',
	'is-xml': 'un documento XML',
	'is-json': 'un archivo JSON',
	'is-rtf': 'un documento de texto con formato (RTF)',
	'is-image': 'una imagen',
	'is-program': 'un programa',
	'is-database': 'una base de datos'
} as const;

export type OtherType = keyof typeof otherTypes;

export const fileFindings = {
	otherType: (code: OtherType): Finding =>
		refuse(code, `El archivo es ${otherTypes[code]}, no un libro .xlsx ni un CSV. ${saveBook}`, {
			expected: 'un libro de Excel (.xlsx) o un CSV'
		}),

	empty: (): Finding =>
		refuse('empty-file', `El archivo está vacío: no tiene ninguna celda con datos. ${save}`),

	nulBytes: (line: number): Finding =>
		refuse(
			'nul-bytes',
			`Fila ${line}: desde aquí hay signos que no son de texto; el archivo está dañado o es de otro tipo. ${save}`,
			{ line }
		),

	utf32: (): Finding =>
		refuse('utf-32', `El archivo está en UTF-32, que no leemos. ${save}`, {
			expected: 'un archivo en UTF-8'
		}),

	brokenBytes: (line: number, encoding: string): Finding =>
		refuse(
			'broken-bytes',
			`Fila ${line}: hay letras dañadas, que no se pueden leer como ${encoding}. Abra el archivo de origen y guárdelo otra vez. ${save}`,
			{ line, expected: `texto en ${encoding}` }
		),

	mixedEncoding: (line: number): Finding =>
		refuse(
			'mixed-encoding',
			`Fila ${line}: las letras con tilde o ñ están guardadas de dos maneras (UTF-8 y Windows-1252); quizá se juntaron dos archivos. Escriba de nuevo las de esa fila. ${save}`,
			{ line, expected: 'una sola codificación en todo el archivo' }
		),

	oldEncoding: (line: number, found: string): Finding =>
		refuse(
			'old-encoding',
			`Fila ${line}: leímos «${shown(found)}». El archivo parece guardado con una codificación antigua, de MS-DOS o de Mac, y ningún nombre conocido dice cuál. Elíjala en «cómo se leyó» o guárdelo otra vez. ${save}`,
			{ line, found: shown(found), expected: 'un archivo en UTF-8 o Windows-1252' }
		),

	mojibake: (line: number, found: string, suggestion: string | undefined): Finding =>
		refuse(
			'mojibake',
			`Fila ${line}: leímos «${shown(found)}». Las letras con tilde o ñ ya venían dañadas${suggestion ? ` (quizá «${shown(suggestion)}»)` : ''}. Abra el archivo de origen como UTF-8 y vuelva a guardarlo. ${save}`,
			{
				line,
				found: shown(found),
				expected: 'letras con tilde y ñ legibles',
				...(suggestion ? { suggestion: shown(suggestion) } : {})
			}
		),

	lostLetters: (line: number, found: string): Finding =>
		refuse(
			'lost-letters',
			`Fila ${line}: leímos «${shown(found)}». Una letra se perdió y quedó el signo «\uFFFD». Escríbala de nuevo en el archivo de origen. ${save}`,
			{ line, found: shown(found), expected: 'letras con tilde y ñ legibles' }
		),

	innerMark: (): Finding => ({
		code: 'inner-mark',
		severity: 'notice',
		message:
			'El archivo traía de más la marca invisible de UTF-8 (BOM); la quitamos. No hay que hacer nada.'
	}),

	unknownEncoding: (encoding: string): Finding =>
		refuse(
			'unknown-encoding',
			`No leemos la codificación «${shown(encoding)}». Elija utf-8, utf-8-bom, utf-16le, utf-16be, windows-1252, cp850 o mac-roman.`
		),

	tooManyRows: (limit: number): Finding =>
		refuse(
			'too-many-rows',
			`El archivo tiene más de ${grouped(limit)} filas. Divídalo en varios y súbalos por separado.`,
			{ expected: `hasta ${limit} filas` }
		),

	tooManyColumns: (line: number, count: number, limit: number): Finding =>
		refuse(
			'too-many-columns',
			`Fila ${line}: hay ${count} columnas; el límite es ${limit}. Deje solo las columnas de la plantilla.`,
			{ line, expected: `hasta ${limit} columnas` }
		),

	tooManyQuotes: (line: number): Finding =>
		refuse(
			'stray-quote',
			`Fila ${line}: hay comillas sueltas desde aquí y en muchas otras celdas. Quite las comillas o vuelva a guardar el archivo desde Excel. ${save}`,
			{ line, found: '"' }
		),

	unclosedQuote: (line: number, column: string | undefined, found: string): Finding =>
		refuse(
			'unclosed-quote',
			`Fila ${line}${column ? `, columna «${shown(column)}»` : ''}: se abre una comilla que no se cierra, y lo que sigue queda dentro de la celda: «${shown(found, 40)}». Cierre la comilla o quítela.`,
			{ line, ...(column ? { column } : {}), found: shown(found), expected: 'comillas en pareja' }
		),

	strayQuote: (line: number, column: string | undefined, found: string): Finding =>
		refuse(
			'stray-quote',
			`Fila ${line}${column ? `, columna «${shown(column)}»` : ''}: hay una comilla suelta en «${shown(found, 40)}». Quítela, o escríbala doble dentro de una celda entre comillas.`,
			{ line, ...(column ? { column } : {}), found: shown(found), expected: 'comillas en pareja' }
		)
};
