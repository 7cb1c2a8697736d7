import type { Kysely } from 'kysely';
import type { ComputedValue } from '#lib/indicators/types.ts';
import { insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** A computed value and whose it is. */
export type OwnedValue = ComputedValue & { readonly municipality: string; readonly method: number };

/** Puts the values of some municipalities in the place of all that they had. */
export async function replaceValues(
	trx: Kysely<Database>,
	municipalities: readonly string[],
	values: readonly OwnedValue[]
): Promise<void> {
	await trx
		.deleteFrom('indicator_value')
		.where('municipality', 'in', textList(municipalities))
		.execute();
	await insertRows(trx, 'indicator_value', valueColumns, values);
}

const valueColumns = {
	indicator: 'text',
	dimension: 'text',
	period: 'text',
	municipality: 'text',
	value: 'float8',
	numerator: 'float8',
	denominator: 'float8',
	state: 'text',
	flags: 'jsonb',
	method: 'int4',
	provisional: 'boolean'
};
