/** How a style shows its numbers, as far as it changes what they mean. */
export type NumberFormat = {
	readonly kind: 'plain' | 'percent' | 'date' | 'time';
	/** Currency that the format writes before the number: `US$ `. */
	readonly currency: string;
};

export const plainFormat: NumberFormat = { kind: 'plain', currency: '' };

/** The formats that a workbook does not spell out, by their number; the others are plain. */
export function builtInFormat(id: number): NumberFormat {
	const isDate =
		(id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
	if (isDate) return { kind: 'date', currency: '' };
	if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'time', currency: '' };
	return id === 9 || id === 10 ? { kind: 'percent', currency: '' } : plainFormat;
}

/** What a format code means: `dd/mm/yyyy` a date, `0.0%` a percentage, `"US$" #,##0` dollars. */
export function formatOf(code: string): NumberFormat {
	const [positive = ''] = code.split(';');
	const currency = /US\$|USD/.test(positive) ? 'US$ ' : /S\/|PEN/.test(positive) ? 'S/ ' : '';
	const signs = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
	if (/general/.test(signs)) return { kind: 'plain', currency };
	if (/[yd]/.test(signs) || (/m/.test(signs) && !/[hs]/.test(signs)))
		return { kind: 'date', currency: '' };
	if (/[hs]/.test(signs)) return { kind: 'time', currency: '' };
	return { kind: signs.includes('%') ? 'percent' : 'plain', currency };
}

/**
 * A number of a workbook as text that reads back as that number and as no other: point for decimals,
 * no exponent. `1.234`, which in a text may be a thousand and more, gets a zero at its end.
 */
export function numberText(
	value: number,
	{ kind, currency }: NumberFormat,
	from1904: boolean
): string {
	if (kind === 'date') return dateText(value, from1904);
	if (kind === 'time' && value >= 0 && value < 1) return clock(value);
	if (kind === 'percent') return `${certainNumber(Number((value * 100).toPrecision(15)))}%`;
	return value < 0 ? `-${currency}${certainNumber(-value)}` : currency + certainNumber(value);
}

/** A number as text that no reader takes for another, whatever its column. */
export function certainNumber(value: number): string {
	return certain(plain(value));
}

function certain(text: string): string {
	return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** The shortest digits of a number, without exponent: 1e21 and 1.5e-7 too. */
export function plain(value: number): string {
	const text = String(value);
	const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (!parts) return text;
	const [, sign = '', whole = '', decimals = '', exponent = ''] = parts;
	const digits = whole + decimals;
	const point = 1 + Number(exponent);
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	return point >= digits.length
		? sign + digits.padEnd(point, '0')
		: `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const day = 86_400_000;

/** A serial number as a date, with its hour when it has one. Excel believes in the 29th of February 1900. */
function dateText(serial: number, from1904: boolean): string {
	const last = from1904 ? 2_957_003 : 2_958_465;
	// What Excel itself shows of a date that does not exist.
	if (!(serial >= 0 && serial < last + 1) || (!from1904 && Math.floor(serial) === 60))
		return '######';
	const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
	const minutes = Math.round((serial % 1) * 1440);
	const date = new Date(start + Math.floor(serial) * day + (minutes === 1440 ? day : 0));
	const text = date.toISOString().slice(0, 10);
	return minutes % 1440 === 0 ? text : `${text} ${clock(minutes / 1440)}`;
}

function clock(share: number): string {
	const minutes = Math.round(share * 1440) % 1440;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
