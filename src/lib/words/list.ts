const together = new Intl.ListFormat('es-PE', { type: 'conjunction' });

/** `Ate, Ilo y Nauta`; `Ate e Ilo`. */
export function names(list: readonly string[]): string {
	return together.format(list);
}

/** The first `shown` by name and how many more: `Ate, Ilo y 3 más`. */
export function someNames(list: readonly string[], shown: number): string {
	if (list.length <= shown + 1) return names(list);
	return `${list.slice(0, shown).join(', ')} y ${list.length - shown} más`;
}

/** `1 municipalidad`, `24 municipalidades`. */
export function count(amount: number, one: string, many: string): string {
	return `${new Intl.NumberFormat('es-PE', { useGrouping: 'always' }).format(amount)} ${amount === 1 ? one : many}`;
}

/** `1 municipalidad`, `24 municipalidades`. */
export function municipalities(amount: number): string {
	return count(amount, 'municipalidad', 'municipalidades');
}

/** First letter in upper case. */
export function sentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
