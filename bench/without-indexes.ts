import { sql, type Transaction } from 'kysely';
import type { Database } from '#lib/server/db/schema.ts';

/**
 * Fills a table while it has neither primary key nor indexes, which then are made again exactly as
 * the migrations left them: the same table in half the time.
 */
export async function withoutIndexes(
	trx: Transaction<Database>,
	table: string,
	fill: () => Promise<unknown>
): Promise<void> {
	const of = sql`${table}::regclass`;
	const keys = await sql<Definition>`
		select conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where conrelid = ${of} and contype = 'p'`.execute(trx);
	const indexes = await sql<Definition>`
		select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
		from pg_index where indrelid = ${of} and not indisprimary`.execute(trx);

	const alter = (change: string) => sql`alter table ${sql.table(table)} ${sql.raw(change)}`;
	for (const { name } of keys.rows) await alter(`drop constraint ${name}`).execute(trx);
	for (const { name } of indexes.rows) await sql`drop index ${sql.raw(name)}`.execute(trx);
	await fill();

	await sql`set local maintenance_work_mem = '256MB'`.execute(trx);
	for (const { name, definition } of keys.rows)
		await alter(`add constraint ${name} ${definition}`).execute(trx);
	for (const { definition } of indexes.rows) await sql.raw(definition).execute(trx);
}

type Definition = { name: string; definition: string };
