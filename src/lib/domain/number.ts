/** Figures as Peru writes them: comma between thousands, point before decimals. */

/** Half away from zero, as people round; binary fractions do not tip it over (1.005 → 1.01). */
export function roundTo(value: number, decimals: number): number {
	const size = Math.abs(value);
	const digits = String(size);
	if (digits.includes('e')) return Number(value.toFixed(decimals));
	const rounded = Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`);
	return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * A figure for people: `formatNumber(1234.5, 1)` → `1,234.5`. Without `decimals`, as many as it has,
 * four at most. Always in es-PE form, whatever the machine's language.
 */
export function formatNumber(value: number, decimals?: number): string {
	if (!Number.isFinite(value)) return String(value);
	const rounded = roundTo(value, decimals ?? 4);
	const fixed = Math.abs(rounded).toFixed(decimals ?? 4);
	const text = decimals === undefined ? fixed.replace(/\.?0+$/, '') : fixed;
	const [whole = '', fraction] = text.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** How many decimals a figure was written with (43.2 → 1), as far as its value tells. */
export function decimalsOf(value: number): number {
	return String(value).split('.')[1]?.length ?? 0;
}
