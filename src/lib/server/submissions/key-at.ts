/**
 * The key of a row as it would be in another quarter, or in none. Keys are canonical JSON, in which a
 * quote within a text is escaped: the column's name in quotes stands there once.
 */
export function keyAt(
	{ key, period }: { readonly key: string; readonly period: string | null },
	column: string,
	other: string | null
): string {
	const name = `${JSON.stringify(column)}:`;
	return key.replace(name + JSON.stringify(period), () => name + JSON.stringify(other));
}
