import type { Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import type { Cells } from '#lib/domain/record.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { recompute } from './recompute.ts';

/** A row that was stored, closed or brought back. */
type Touched = Pick<StoredRow, 'key' | 'municipality'>;

/** Computes anew whatever depends on rows that were just stored, closed or brought back. */
export async function recomputeAfter(
	trx: Kysely<Database>,
	{ dataset, rows }: { dataset: Dataset; rows: readonly Touched[] }
): Promise<void> {
	// Any formula may read a national series, whatever it names as its inputs.
	if (!dataset.municipality) {
		await recompute(trx, { municipalities: 'all' });
		return;
	}
	const touched = new Set(rows.map((row) => row.municipality).filter((code) => code !== null));
	// Who is in a network decides its base quarter, and so the index of all its members.
	if (dataset.id === 'membresias')
		for (const code of await membersOf(trx, rows.map(networkOf))) touched.add(code);

	await recompute(trx, { municipalities: [...touched] });
}

async function membersOf(trx: Kysely<Database>, networks: readonly string[]): Promise<string[]> {
	const found = await trx
		.selectFrom('membership')
		.where('network', 'in', textList([...new Set(networks)]))
		.select('ubigeo')
		.distinct()
		.execute();
	return found.map(({ ubigeo }) => ubigeo);
}

function networkOf({ key }: Touched): string {
	const keys: Cells = JSON.parse(key);
	return String(keys.red);
}
