import { sql, type Kysely } from 'kysely';
import type { ComputedValue } from '#lib/indicators/types.ts';
import { insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** A computed value and whose it is. */
export type OwnedValue = ComputedValue & { readonly municipality: string; readonly method: number };

/**
 * Puts the values of some municipalities in the place of all that they had. What is as it was is left
 * alone: writing a value costs many times more than reading it.
 */
export async function replaceValues(
	trx: Kysely<Database>,
	municipalities: readonly string[],
	values: readonly OwnedValue[]
): Promise<void> {
	const stored = await storedValues(trx, municipalities);
	const added: OwnedValue[] = [];
	for (const value of values) {
		const key = keyOf(value);
		const before = stored.get(key);
		// What stays here in the end is nobody's any more.
		if (before && isSame(before, value)) stored.delete(key);
		else added.push(value);
	}

	if (stored.size > 0) await deleteValues(trx, [...stored.values()]);
	await insertRows(trx, 'indicator_value', valueColumns, added);
}

async function storedValues(
	trx: Kysely<Database>,
	municipalities: readonly string[]
): Promise<Map<string, StoredValue>> {
	const rows = await trx
		.selectFrom('indicator_value')
		.where('municipality', 'in', textList(municipalities))
		.select([
			'indicator',
			'dimension',
			'period',
			'municipality',
			'value',
			'numerator',
			'denominator',
			'state',
			'flags',
			'method',
			'provisional'
		])
		.execute();
	return new Map(rows.map((row) => [keyOf(row), row]));
}

async function deleteValues(trx: Kysely<Database>, values: readonly Key[]): Promise<void> {
	const keys = values.map(({ indicator, dimension, period, municipality }) => [
		indicator,
		dimension,
		period,
		municipality
	]);
	await sql`
		delete from indicator_value v
		using jsonb_array_elements(${JSON.stringify(keys)}::text::jsonb) as old
		where v.indicator = old ->> 0 and v.dimension = old ->> 1
			and v.period = old ->> 2 and v.municipality = old ->> 3
	`.execute(trx);
}

/** A value as it is stored: its words are any text. */
type StoredValue = Omit<OwnedValue, 'period' | 'state'> & { period: string; state: string };
type Key = Pick<StoredValue, 'indicator' | 'dimension' | 'period' | 'municipality'>;

function keyOf({ indicator, dimension, period, municipality }: Key): string {
	return `${indicator}|${dimension}|${period}|${municipality}`;
}

function isSame(a: StoredValue, b: OwnedValue): boolean {
	return (
		a.value === b.value &&
		a.numerator === b.numerator &&
		a.denominator === b.denominator &&
		a.state === b.state &&
		a.method === b.method &&
		a.provisional === b.provisional &&
		a.flags.length === b.flags.length &&
		a.flags.every((flag, index) => flag === b.flags[index])
	);
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
