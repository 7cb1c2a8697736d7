import { formatNumber, roundTo } from '#lib/domain/number.ts';

/**
 * Numbers as Peru writes them: point for decimals, comma for thousands, also with four digits. Always
 * `es-PE`: plain `es` turns both around.
 */

/** Between a figure and its unit, so that a line never breaks there. */
export const hardSpace = '\u00a0';

/** `1,234.5`. Rounds half away from zero; a true minus sign. */
export function number(value: number, decimals = 0): string {
	return formatNumber(value, decimals).replace('-', '−');
}

/** `+1.2`, `−1.2`, and `0.0` without sign. */
export function signed(value: number, decimals = 0): string {
	const text = number(value, decimals);
	return value > 0 && isShown(value, decimals) ? `+${text}` : text;
}

/** Whether a figure differs from zero once rounded. */
export function isShown(value: number, decimals: number): boolean {
	return roundTo(value, decimals) !== 0;
}

/** How a figure is written: its unit in words and its decimals. */
export type Measured = { readonly unit: string; readonly decimals: number };

const currencySigns: Readonly<Record<string, string>> = {
	'S/': 'S/',
	PEN: 'S/',
	soles: 'S/',
	US$: 'US$',
	USD: 'US$',
	dólares: 'US$'
};

/** `S/ 12,345.50`, with the sign of the currency and a space that does not break. */
export function money(value: number, currency: string, decimals = 2): string {
	return `${currencySigns[currency] ?? currency}${hardSpace}${number(value, decimals)}`;
}

/** A figure with its unit, for sentences: `45.7%`, `S/ 12,345.50`, `3,000 microempresas`, `52.8 de 100`. */
export function withUnit(value: number, { unit, decimals }: Measured): string {
	if (unit.startsWith('%')) return `${number(value, decimals)}${unit}`;
	if (unit in currencySigns) return money(value, unit, decimals);
	const text = number(value, decimals);
	return /^de \d+ a /.test(unit) ? text : `${text}${hardSpace}${unit}`.trim();
}

/** A change with its unit, without sign, for «subió 2.1 puntos». A change of a percentage is in points. */
export function changeSize(change: number, { unit, decimals }: Measured): string {
	const text = number(Math.abs(change), decimals);
	const inPoints = unit.startsWith('%') || unit === 'puntos' || / ?100$/.test(unit);
	if (inPoints) return `${text}${hardSpace}${text === '1' ? 'punto' : 'puntos'}`;
	return /^de \d/.test(unit) ? text : withUnit(Math.abs(change), { unit, decimals });
}

/** At most three significant digits, for axes and marks; whole numbers keep all of theirs. */
export function brief(value: number, decimals: number): string {
	const size = Math.abs(value);
	const needed = size >= 100 ? 0 : size >= 10 ? 1 : 2;
	return number(value, Math.min(decimals, needed));
}
