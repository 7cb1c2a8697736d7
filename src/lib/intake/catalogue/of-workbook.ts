import { workbookFindings as say } from '../findings/workbook.ts';
import { entries, type Entry } from './entry.ts';

const resave = 'Ábralo en Excel y guárdelo de nuevo como «Libro de Excel (.xlsx)».';
const copyOut = 'Copie solo la tabla a un libro nuevo, guárdelo y suba ese.';

/** What is said of a workbook before its rows are read. */
export const workbookEntries: readonly Entry[] = entries('libro', [
	[
		'El libro es demasiado grande',
		'Al abrirlo ocuparía más que el límite.',
		copyOut,
		say.tooLarge(312, 100)
	],
	[
		'Parte demasiado comprimida',
		'Está comprimida como no lo hace Excel.',
		copyOut,
		say.squeezed('xl/sheet1.xml')
	],
	[
		'Demasiadas partes',
		'El libro lleva dentro más partes que uno de Excel.',
		copyOut,
		say.tooManyParts(20_000, 2000)
	],
	[
		'Parte con nombre raro',
		'Una parte tiene un nombre que Excel no usa.',
		copyOut,
		say.oddName('../x.xml')
	],
	[
		'Parte repetida',
		'Dos partes están en el mismo lugar.',
		resave,
		say.repeatedPart('xl/workbook.xml')
	],
	[
		'Libro con contraseña',
		'El libro está cifrado.',
		'Quite la contraseña en Archivo > Información y guárdelo.',
		say.encrypted()
	],
	[
		'Libro con macros',
		'El libro lleva macros.',
		'Guárdelo como «Libro de Excel (.xlsx)», sin macros.',
		say.macros()
	],
	['Libro binario', 'El libro es .xlsb.', resave, say.binary()],
	['Libro incompleto', 'Le falta el final: se cortó al guardar o al copiar.', resave, say.cut()],
	[
		'Libro dañado',
		'Una parte no se puede leer.',
		'Use «Abrir y reparar» en Excel y guárdelo.',
		say.damaged('xl/sheet1.xml')
	],
	[
		'Instrucciones extrañas',
		'El libro lleva instrucciones que Excel no escribe.',
		resave,
		say.declaresEntities('xl/sheet1.xml')
	],
	[
		'Libro sin hojas',
		'Ninguna hoja tiene datos.',
		'Compruebe que es el libro que llenó.',
		say.noSheets()
	],
	[
		'Hoja que no existe',
		'Se pidió una hoja que el libro no tiene.',
		'Elija una de sus hojas.',
		say.noSuchSheet('Datos', ['Hoja1'])
	],
	[
		'Varias hojas con tablas',
		'No se sabe cuál se quiere enviar.',
		'Elija una hoja, o súbalas como un envío.',
		say.whichSheet(['Fondos', 'Servicios'])
	],
	[
		'Hojas que no se usaron',
		'El libro tiene otras hojas.',
		'No hay que hacer nada si ahí no hay datos.',
		say.otherSheets('Datos', ['Guía'])
	],
	[
		'Partes ocultas',
		'Hay hojas, filas o columnas ocultas.',
		'Muéstrelas en Excel y revise si deben ir.',
		say.hidden({ sheets: ['Borrador'], rows: 2, columns: ['C'] })
	],
	[
		'Fórmula sin resultado',
		'El libro se guardó sin calcular.',
		'Use Fórmulas > Calcular ahora y guárdelo.',
		say.formulaWithoutValue(3, 'F', 'B3+C3', 0)
	],
	[
		'Celdas combinadas',
		'El dato vale solo para la primera celda.',
		'Sepárelas y repita el dato donde falte.',
		say.merged(3, 'A3:A5', 0)
	],
	[
		'Todo en una columna',
		'La tabla está en la columna A, separada por signos.',
		'No hay que hacer nada; en Excel se arregla con Texto en columnas.',
		say.oneColumn('Hoja1')
	]
]);
