import type { Finding } from '#lib/domain/finding.ts';
import { currencies, type Currency } from '#lib/domain/codes.ts';
import { formatNumber } from '#lib/domain/number.ts';
import { aboutCell, counted, shown, type Spot } from './words.ts';

/** Everything that can be said of a number. */

const whole = 'un número entero, sin separador de miles';

/** A text that may be proposed and written as it stands. */
function mending(text: string | undefined) {
	return text === undefined ? {} : { suggestion: text, replacement: text };
}

/** A number as the other cells of its column are written. */
export function inStyle(value: number, style: 'point' | 'comma'): string {
	return style === 'comma' ? String(value).replace('.', ',') : String(value);
}

export const numberFindings = {
	notANumber: (spot: Spot, expected: string, example: string, mended?: string): Finding =>
		aboutCell(spot, 'not-a-number', 'error', {
			says: `No es un número que podamos leer. Escriba ${expected}, solo con cifras.`,
			expected,
			...mending(mended),
			example: mended ?? example
		}),

	otherDigits: (spot: Spot, example: string, mended?: string): Finding =>
		aboutCell(spot, 'not-a-number', 'error', {
			says: 'Esas cifras no son las del teclado. Escriba el número con cifras del 0 al 9.',
			expected: 'cifras del 0 al 9',
			...mending(mended),
			example: mended ?? example
		}),

	wrongGroups: (spot: Spot, example: string): Finding =>
		aboutCell(spot, 'wrong-groups', 'error', {
			says: 'Los separadores no forman grupos de tres cifras. Escriba el número sin separador de miles.',
			expected: 'un número sin separador de miles',
			example
		}),

	/** Rule DQ04: counts are whole. */
	notWhole: (spot: Spot, value: number, example: string): Finding =>
		aboutCell(spot, 'DQ04', 'error', {
			says: `Es ${value}, con decimales, y aquí se cuentan unidades enteras. Revise en la fuente si faltan cifras y escriba ${whole}.`,
			expected: whole,
			example
		}),

	grouped: (spot: Spot, value: number): Finding =>
		aboutCell(spot, 'grouped-number', 'warning', {
			says: `La leímos como ${value}. Si es correcto, no cambie nada; la próxima vez escríbala sin separador de miles.`,
			expected: whole,
			...mending(String(value)),
			example: String(value)
		}),

	ambiguous: (spot: Spot, readings: { point: number; comma: number }, others: number): Finding => {
		const [grouped, decimal] = [readings.point, readings.comma].sort((a, b) => b - a);
		const more =
			others === 0
				? ''
				: ` Pasa igual en ${counted(others, 'otra celda', 'celdas más')} de la columna.`;
		return aboutCell(spot, 'ambiguous-number', 'error', {
			says: `Puede ser ${grouped} (si el signo separa miles) o ${decimal} (si separa decimales), y ninguna celda de la columna lo aclara.${more} Indique qué separa el signo en esa columna, o escriba los números sin separador de miles y con punto decimal.`,
			expected: 'un número con punto decimal y sin separador de miles',
			suggestion: `${grouped} o ${decimal}`,
			example: `${grouped}`
		});
	},

	styleByRange: (spot: Spot, value: number, other: number): Finding =>
		aboutCell(spot, 'style-by-range', 'notice', {
			says: `La leímos como ${value}: ${other} no cabe en esta columna. Así leímos toda la columna.`
		}),

	mixedStyles: (spot: Spot, style: 'point' | 'comma', example: string): Finding =>
		aboutCell(spot, 'mixed-number-styles', 'error', {
			says: `Otras celdas de la columna usan ${style === 'point' ? 'punto decimal' : 'coma decimal'} y esta no. Escriba todas del mismo modo.`,
			expected: style === 'point' ? 'punto decimal' : 'coma decimal',
			...mending(example),
			example
		}),

	/** `1.250` among cells with two decimals at most: it may be a thousand of another hand. */
	moreDecimals: (spot: Spot, value: number, decimals: number, thousands: number): Finding =>
		aboutCell(spot, 'doubtful-decimals', 'warning', {
			says: `La leímos como ${value}, con tres decimales, y las demás celdas de la columna tienen ${decimals === 0 ? 'números enteros' : `${decimals} como máximo`}. Si quiso escribir ${thousands}, quite el separador de miles.`,
			expected: 'un número con punto decimal y sin separador de miles',
			suggestion: `${thousands}`,
			example: `${thousands}`
		}),

	/** `48.000` among numbers without zeros at their end: it may be forty-eight thousand. */
	roundDecimals: (spot: Spot, value: number, thousands: number): Finding =>
		aboutCell(spot, 'doubtful-decimals', 'warning', {
			says: `La leímos como ${value}; termina en cero, como los miles, y las demás celdas de la columna no siempre tienen tres decimales. Si quiso escribir ${thousands}, quite el separador de miles.`,
			expected: 'un número con punto decimal y sin separador de miles',
			suggestion: `${thousands}`,
			example: `${thousands}`
		}),

	accountingZero: (spot: Spot): Finding =>
		aboutCell(spot, 'accounting-zero', 'error', {
			says: 'Así muestra Excel el cero en un formato de moneda. Escriba 0; si no hay dato, deje la celda vacía.',
			expected: 'un monto, 0 o la celda vacía',
			...mending('0'),
			example: '0'
		}),

	dashOrZero: (spot: Spot): Finding =>
		aboutCell(spot, 'dash-or-zero', 'warning', {
			says: 'La leímos como celda sin dato. Excel también muestra así el cero en el formato de millares o de contabilidad: si es cero, escriba 0.',
			expected: 'un número, 0 o la celda vacía',
			suggestion: '0',
			example: '0'
		}),

	/** «Ninguno» is a kind of blank; whether it stands for a zero only its writer knows. */
	nothingOrZero: (spot: Spot): Finding =>
		aboutCell(spot, 'nothing-or-zero', 'notice', {
			says: 'La leímos como «nada que informar», que no es un cero. Si contó y no hubo, escriba 0.',
			expected: 'un número, 0 o la celda vacía',
			suggestion: '0',
			example: '0'
		}),

	negative: (spot: Spot): Finding =>
		aboutCell(spot, 'negative-number', 'error', {
			says: 'Es un número negativo, y aquí solo caben cero o más. Corrija el signo o deje la celda vacía si no hay dato.',
			expected: 'un número desde 0',
			example: spot.found.replace(/[^\d.,]/g, '').slice(0, 20) || '0'
		}),

	over100: (spot: Spot, value: number): Finding =>
		aboutCell(spot, 'percent-over-100', 'error', {
			says: `Son ${value} por ciento. Escriba un porcentaje de 0 a 100.`,
			expected: 'un porcentaje de 0 a 100',
			example: '45.7'
		}),

	outOfRange: (
		spot: Spot,
		value: number,
		min: number | undefined,
		max: number | undefined,
		example: string,
		style: 'point' | 'comma' = 'point'
	): Finding => {
		const [least, most] = [min, max].map((limit) => formatNumber(limit ?? 0));
		const range =
			min === undefined
				? `un número hasta ${most}`
				: max === undefined
					? `un número desde ${least}`
					: `un número de ${least} a ${most}`;
		const isUnsigned = value > 0 && -value >= (min ?? 0) && -value <= (max ?? Infinity);
		const signed = isUnsigned ? inStyle(-value, style) : undefined;
		return aboutCell(spot, 'out-of-range', 'error', {
			says: `Es ${formatNumber(value)}, y se espera ${range}. ${isUnsigned ? 'Le falta el signo menos; agréguelo.' : 'Revise si sobran o faltan cifras.'}`,
			expected: range,
			...mending(signed),
			example: signed ?? example
		});
	},

	tooBig: (spot: Spot): Finding =>
		aboutCell(spot, 'number-too-big', 'error', {
			says: 'Es un número demasiado grande para guardarlo entero. Revise si sobran cifras.',
			expected: 'un número menor que 9,007,199,254,740,992',
			example: '1250'
		}),

	withSign: (
		spot: Spot,
		sign: string,
		expected: string,
		example: string,
		mended?: string
	): Finding =>
		aboutCell(spot, 'not-a-number', 'error', {
			says: `El signo «${shown(sign)}» no va en esta columna. Escriba ${expected}, solo con cifras.`,
			expected,
			...mending(mended),
			example: mended ?? example
		}),

	otherCurrency: (spot: Spot, typed: Currency, column: string, currency: Currency): Finding =>
		aboutCell(spot, 'currency-disagrees', 'error', {
			says: `El monto está en ${currencies[typed]} y la columna «${column}» dice ${currency} (${currencies[currency]}). Corrija uno de los dos.`,
			expected: `un monto en ${currencies[currency]}`,
			suggestion: typed
		}),

	/** `0.41` among percentages of other sizes: a fraction of a cell with the format of percentages. */
	percentMixed: (spot: Spot, count: number, least: number): Finding => ({
		...aboutCell(spot, 'percent-scale', 'warning', {
			says: `Es menos de uno por ciento${count === 1 ? '' : `, como ${counted(count - 1, 'otra celda', 'celdas más')}`}, y los demás porcentajes de la columna empiezan en ${least}. Si 0.45 quiere decir 45 %, escriba 45.`,
			expected: 'porcentajes de 0 a 100',
			example: '45'
		}),
		asksReason: true
	}),

	percentScale: (spot: Spot, count: number): Finding => ({
		...aboutCell(spot, 'percent-scale', 'warning', {
			says: `${count === 1 ? 'Es menos de uno por ciento' : `Los ${count} porcentajes de la columna van de 0 a 1`}. Si 0.45 quiere decir 45 %, escriba 45.`,
			expected: 'porcentajes de 0 a 100',
			example: '45'
		}),
		asksReason: true
	})
};
