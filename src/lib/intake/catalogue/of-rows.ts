import { rowFindings as say } from '../findings/rows.ts';
import { entries, type Entry } from './entry.ts';

/** What is said of whole rows. */
export const rowEntries: readonly Entry[] = entries('filas', [
	[
		'Sobran celdas',
		'La fila tiene más celdas que títulos.',
		'Quite lo que sobra, o ponga entre comillas el texto que lleva el separador.',
		say.extraCells(3, '5', 7, 6, true)
	],
	[
		'Fila despareja',
		'La fila es más larga que las demás y puede haberse corrido.',
		'Revise que ningún dato esté en otra columna.',
		say.unevenRow(3, 9, 8)
	],
	[
		'Faltan celdas',
		'La fila tiene menos celdas que títulos.',
		'Complete la fila; lo que no se sabe queda vacío, con su separador.',
		say.shortRow(3, 4, 6, ['Población', 'Nota'])
	],
	[
		'Archivo cortado',
		'La última fila está incompleta.',
		'Vuelva a guardar el archivo y súbalo de nuevo.',
		say.cutFile(40, 3, 6)
	],
	[
		'Otra tabla debajo',
		'Más abajo los títulos vuelven, pero son otros o están en otro orden.',
		'Deje una sola tabla por archivo, con las columnas en un solo orden.',
		say.otherTable(20, 'periodo', 'municipio_id')
	],
	['Títulos repetidos', 'Una fila repite los títulos.', 'Bórrela.', say.repeatedHeader(20)],
	[
		'Fila de unidades',
		'Debajo de los títulos hay una fila que los explica.',
		'Bórrela si no es una fila de datos.',
		say.unitsRow(2)
	],
	[
		'Fila de totales',
		'La fila suma las de arriba y no la leímos.',
		'Bórrela.',
		say.totalRow(12, 'TOTAL')
	],
	[
		'Nota al pie',
		'La fila parece una nota y no la leímos.',
		'Bórrela si no es una fila de datos.',
		say.noteRow(14, 'Fuente: INEI')
	],
	[
		'Fila repetida',
		'Otra fila ya informa lo mismo.',
		'Deje solo una de las dos.',
		say.duplicateKey(5, 3, '180301, 2025-T3', false)
	],
	[
		'Filas casi iguales',
		'Dos filas se distinguen solo por mayúsculas, tildes o signos.',
		'Si son lo mismo, deje solo una.',
		say.nearKey(5, 3, '180301, CEOP ILO')
	],
	[
		'Varios trimestres',
		'El archivo trae dos o tres trimestres.',
		'Si quería informar uno solo, corrija los demás.',
		say.severalQuarters([
			['2025-T2', 1],
			['2025-T3', 8]
		])
	],
	[
		'Todo es cero',
		'Todas las cifras de un lugar y periodo son 0.',
		'Deje vacío lo que no se contó; si de verdad no hubo nada, explíquelo.',
		say.allZeros(2, 6, '180301, 2025-T3')
	]
]);
