import { numberFindings as say } from '../findings/numbers.ts';
import { entries, spot, type Entry } from './entry.ts';

const users = 'Microempresas atendidas';
const capital = 'Capital asignado';

/** What is said of a number or an amount. */
export const numberEntries: readonly Entry[] = entries('numeros', [
	[
		'No es un número',
		'La celda tiene letras o signos que no son de un número.',
		'Escriba el número solo con cifras.',
		say.notANumber(spot(users, 'trescientas'), 'un número entero', '300')
	],
	[
		'Grupos mal puestos',
		'Los separadores no forman grupos de tres cifras.',
		'Escríbalo sin separador de miles.',
		say.wrongGroups(spot(users, '12,34'), '1234')
	],
	[
		'Cantidad con decimales (DQ04)',
		'Donde se cuentan unidades hay decimales: pueden faltar cifras.',
		'Busque la cifra en la fuente y escríbala entera.',
		say.notWhole(spot('Población total', '55.9'), 55.9, '51481')
	],
	[
		'Separador de miles',
		'La cantidad lleva separador de miles.',
		'Si la leímos bien, no cambie nada.',
		say.grouped(spot(users, '1,300'), 1300)
	],
	[
		'Número que se lee de dos modos',
		'No se sabe si el signo separa miles o decimales.',
		'Diga qué separa en esa columna, o escriba los números sin separador de miles.',
		say.ambiguous(spot(capital, '1.380'), { point: 1.38, comma: 1380 }, 2)
	],
	[
		'Estilo deducido',
		'Solo una de las dos lecturas cabe en la columna.',
		'No hay que hacer nada si la cifra es esa.',
		say.styleByRange(spot('Soles por unidad', '3.540'), 3.54, 3540)
	],
	[
		'Dos estilos en una columna',
		'Unas celdas llevan punto decimal y otras coma.',
		'Escriba todas del mismo modo.',
		say.mixedStyles(spot(capital, '12,5'), 'point', '12.5')
	],
	[
		'Decimales dudosos',
		'Una celda tiene tres decimales y las demás menos: puede ser un millar.',
		'Si es un millar, quite el separador.',
		say.moreDecimals(spot(capital, '1.250'), 1.25, 2, 1250)
	],
	[
		'Cero de contabilidad',
		'Excel muestra así el cero en formato de moneda.',
		'Escriba 0, o deje la celda vacía.',
		say.accountingZero(spot(capital, 'S/ -'))
	],
	[
		'¿Guion o cero?',
		'Un guion puede ser un cero de Excel o un dato que falta.',
		'Si es cero, escriba 0.',
		say.dashOrZero(spot(capital, ' -   '))
	],
	[
		'¿Nada o cero?',
		'«Ninguno» se guarda como «nada que informar», no como cero.',
		'Si contó y no hubo, escriba 0.',
		say.nothingOrZero(spot(users, 'ninguno'))
	],
	[
		'Número negativo',
		'La columna solo admite cero o más.',
		'Corrija el signo, o deje la celda vacía.',
		say.negative(spot(users, '-300'))
	],
	[
		'Más de 100 %',
		'El porcentaje pasa de 100.',
		'Escriba un porcentaje de 0 a 100.',
		say.over100(spot('Porcentaje', '600'), 600)
	],
	[
		'Fuera de lo posible',
		'El número no cabe entre los límites de la columna.',
		'Revise si sobran o faltan cifras o el signo.',
		say.outOfRange(spot('Latitud', '17.64'), 17.64, -19, 0.1, '-17.64')
	],
	[
		'Número demasiado grande',
		'No se puede guardar entero.',
		'Revise si sobran cifras.',
		say.tooBig(spot(users, '99999999999999999999'))
	],
	[
		'Monedas que no coinciden',
		'El monto lleva el signo de otra moneda que la de la fila.',
		'Corrija el monto o la moneda.',
		say.otherCurrency(spot(capital, 'US$ 60000'), 'USD', 'Moneda', 'PEN')
	],
	[
		'Porcentajes de 0 a 1',
		'Los porcentajes parecen escritos como fracciones.',
		'Escriba 45 y no 0.45; si están bien, explíquelo.',
		say.percentScale(spot('Tasa de analfabetismo', '0.044', 2), 3)
	]
]);
