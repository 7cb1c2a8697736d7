import { fileFindings as say, type OtherType } from '../findings/file.ts';
import { entries, type Entry, type Told } from './entry.ts';

const types: readonly (readonly [OtherType, string])[] = [
	['is-xlsx', 'Es un documento de Office que no es un libro de Excel'],
	['is-xls', 'Es un libro de Excel antiguo (.xls)'],
	['is-ods', 'Es una hoja de LibreOffice (.ods)'],
	['is-zip', 'Es un archivo .zip'],
	['is-gzip', 'Es un archivo comprimido'],
	['is-pdf', 'Es un PDF'],
	['is-html', 'Es una página web'],
	['is-xml', 'Es un documento XML'],
	['is-json', 'Es un archivo JSON'],
	['is-rtf', 'Es un documento de texto con formato'],
	['is-image', 'Es una imagen'],
	['is-program', 'Es un programa'],
	['is-database', 'Es una base de datos']
];

const resave = 'Ábralo en Excel y guárdelo como «CSV UTF-8 (delimitado por comas)».';
const retype = 'Abra el archivo de origen, escriba de nuevo esas letras y guárdelo como CSV UTF-8.';

/** What is said of a file before its columns are known. */
export const fileEntries: readonly Entry[] = entries('archivo', [
	...types.map(([code, title]): Told => [
		title,
		'El contenido no es el de un CSV, diga lo que diga el nombre del archivo.',
		resave,
		say.otherType(code)
	]),
	[
		'El archivo está vacío',
		'No hay ninguna celda con datos.',
		'Suba el archivo que llenó; revise en Excel que se guardó.',
		say.empty()
	],
	[
		'Hay signos que no son de texto',
		'El archivo está dañado o es de otro tipo.',
		resave,
		say.nulBytes(4)
	],
	['El archivo está en UTF-32', 'Otro programa lo guardó así.', resave, say.utf32()],
	[
		'Hay letras dañadas',
		'Algunos signos no existen en la codificación del archivo.',
		retype,
		say.brokenBytes(3, 'UTF-8')
	],
	[
		'Las letras están guardadas de dos maneras',
		'Suele pasar al juntar dos archivos.',
		retype,
		say.mixedEncoding(3)
	],
	[
		'Codificación antigua',
		'El archivo viene de MS-DOS o de Mac y nada dice de cuál.',
		'Elija la codificación en «cómo se leyó», o guárdelo como CSV UTF-8.',
		say.oldEncoding(3, 'A¤o')
	],
	[
		'Tildes y eñes rotas',
		'El archivo se abrió antes con otra codificación y se guardó así.',
		retype,
		say.mojibake(3, 'AÃ±o', 'Año')
	],
	[
		'Letras perdidas',
		'En lugar de una letra quedó el signo de letra desconocida.',
		retype,
		say.lostLetters(3, 'A\uFFFDo')
	],
	[
		'Marca de UTF-8 de más',
		'Otro programa repitió la marca invisible del comienzo.',
		'No hay que hacer nada: la quitamos.',
		say.innerMark()
	],
	[
		'Codificación que no leemos',
		'Se eligió una codificación que no está en la lista.',
		'Elija una de las que se ofrecen.',
		say.unknownEncoding('ebcdic')
	],
	[
		'Demasiadas filas',
		'El archivo pasa del límite de filas.',
		'Divídalo en varios y súbalos por separado.',
		say.tooManyRows(300_000)
	],
	[
		'Demasiadas columnas',
		'Una fila pasa del límite de columnas.',
		'Deje solo las columnas de la plantilla.',
		say.tooManyColumns(1, 700, 500)
	],
	[
		'Comilla sin cerrar',
		'Se abre una comilla y no se cierra: lo que sigue queda dentro de la celda.',
		'Cierre la comilla o quítela.',
		say.unclosedQuote(3, 'Nota', 'Taller de')
	],
	[
		'Comilla suelta',
		'Hay una comilla en medio de una celda.',
		'Quítela, o escríbala doble dentro de una celda entre comillas.',
		say.strayQuote(3, 'Nota', 'Taller "Ilo')
	]
]);
