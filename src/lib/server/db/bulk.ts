import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from './schema.ts';

const rowsAtOnce = 2000;

/**
 * Inserts many rows in few statements: each piece travels as one JSON parameter, which both drivers
 * hand over alike and which knows no limit on the number of parameters.
 *
 * @param columns SQL type by column name; every row has all of them
 */
export async function insertRows<Table extends keyof Database & string>(
	db: Kysely<Database>,
	table: Table,
	columns: Readonly<Record<string, string>>,
	rows: readonly object[]
): Promise<void> {
	const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
	const types = sql.join(
		Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`)
	);

	for (const piece of pieces(rows, rowsAtOnce)) {
		await sql`
			insert into ${sql.table(table)} (${names})
			select ${names} from jsonb_to_recordset(${JSON.stringify(piece)}::text::jsonb) as row(${types})
		`.execute(db);
	}
}

/** A value as a `jsonb` parameter. Through text, because postgres.js would write an object as a string. */
export function json<T>(value: T): RawBuilder<T & string> {
	return sql`${JSON.stringify(value)}::text::jsonb`;
}

/** A list of texts as one parameter, for `where column in …` over thousands. */
export function textList(values: readonly string[]): RawBuilder<string> {
	return sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`;
}

/** A list of numbers as one parameter. */
export function idList(values: readonly number[]): RawBuilder<number> {
	return sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)::bigint)`;
}

/** A long list in pieces of at most `size`. */
export function pieces<T>(list: readonly T[], size: number): T[][] {
	const count = Math.ceil(list.length / size);
	return Array.from({ length: count }, (_, piece) => list.slice(piece * size, (piece + 1) * size));
}
