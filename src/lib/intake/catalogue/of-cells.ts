import { cellFindings as say, type ExcelTrace } from '../findings/cells.ts';
import { entries, spot, type Entry, type Told } from './entry.ts';

const traces: readonly (readonly [ExcelTrace, string, string, string, string])[] = [
	[
		'excel-hashes',
		'Celda con ####',
		'La columna era muy angosta al guardar.',
		'Ensanche la columna y guarde de nuevo.',
		'####'
	],
	[
		'excel-error',
		'Error de una fórmula',
		'La celda guarda un error de Excel.',
		'Corrija la fórmula o escriba el dato.',
		'#¡DIV/0!'
	],
	[
		'excel-scientific',
		'Notación científica',
		'Excel acortó el número y se perdieron cifras.',
		'Dé formato de número o de texto y escríbalo otra vez.',
		'1.2E+05'
	],
	[
		'excel-logical',
		'Verdadero o falso',
		'Excel guardó un valor lógico en lugar del dato.',
		'Escriba el dato.',
		'VERDADERO'
	],
	[
		'excel-date',
		'Dato convertido en fecha',
		'Excel tomó el dato por una fecha.',
		'Dé a la columna formato de texto y escríbalo otra vez.',
		'05-ene'
	],
	[
		'excel-formula',
		'Fórmula sin resultado',
		'La celda guarda la fórmula y no su resultado.',
		'Escriba el resultado.',
		'=80+5'
	]
];

/** What is said of one cell that is no number. */
export const cellEntries: readonly Entry[] = entries('celdas', [
	...traces.map(([trace, title, when, mend, found]): Told => [
		title,
		when,
		mend,
		say.excelTrace(spot('Microempresas atendidas', found), trace, 'un número entero', '300')
	]),
	[
		'Falta un dato obligatorio',
		'La celda está vacía o dice que no hay dato.',
		'Escriba el dato.',
		say.required(spot('Estado', 'n.d.'), 'un valor de la lista', 'activo', false)
	],
	[
		'Celda demasiado larga',
		'La celda pasa del límite de letras.',
		'Acórtela.',
		say.tooLong(spot('Nota', 'Lorem…'), 2500, 2000, 'hasta 2000 letras', 'Acta 12')
	],
	[
		'Signos de control',
		'La celda tiene signos invisibles que nadie escribe.',
		'Escriba el texto de nuevo.',
		say.controlCharacters(spot('Nota', 'Taller\u0007'), 'Taller')
	],
	[
		'Letra perdida',
		'Una letra con tilde o una ñ quedó como «?».',
		'Escríbala de nuevo.',
		say.lostLetter(spot('Institución', 'Asociaci?n'))
	],
	[
		'Valor fuera de la lista',
		'La columna solo admite los valores de su lista.',
		'Use uno de ellos.',
		say.unknownCode(
			spot('Estado', 'activvo'),
			['activo'],
			'activo',
			['activo', 'suspendido'],
			'activo'
		)
	],
	[
		'No es sí ni no',
		'La columna espera 1 o 0.',
		'Escriba 1 o 0.',
		say.notAFlag(spot('Verificado', 'tal vez'))
	],
	[
		'Sí o no en palabras',
		'La celda dice sí o no en palabras.',
		'No hay que hacer nada: la leímos.',
		say.flagRead(spot('Verificado', 'Sí'), 1)
	]
]);
