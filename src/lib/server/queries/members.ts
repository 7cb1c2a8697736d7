import { sql } from 'kysely';

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
