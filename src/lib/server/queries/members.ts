import { sql, type RawBuilder } from 'kysely';

/**
 * Codes as a table `member(ubigeo)`, in one parameter however many there are. Sent as text and cast
 * here: the two drivers disagree on how they send arrays and JSON.
 */
export function memberTable(members: readonly string[]) {
	return sql<{
		ubigeo: string;
	}>`(select jsonb_array_elements_text(${JSON.stringify(members)}::text::jsonb) as ubigeo)`.as(
		'member'
	);
}

/** The same codes for `where column = any (…)`, which looks each of them up in an index. */
export function anyOf(members: readonly string[]): RawBuilder<string> {
	return sql`any(string_to_array(${members.join(' ')}, ' '))`;
}

/**
 * Whether reading what everybody reported costs less than looking up each of these: sending a country
 * of codes and matching them costs more than the figures.
 */
export function isMany(members: readonly string[]): boolean {
	return members.length > 200;
}
