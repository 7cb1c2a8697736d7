import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Place } from '#lib/domain/place.ts';
import type { Blank, Cells, CellValue, Fact } from '#lib/domain/record.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';

/** What the formulas read of one municipality, without the base quarter of its network. */
export type Gathered = {
	readonly municipality: string;
	readonly areaKm2: number | null;
	readonly scope: 'distrito' | 'provincia';
	readonly facts: readonly Fact[];
	/** Its entry in the registry; null for a network. */
	readonly place: Place | null;
};

/** Current facts of some municipalities (or networks), in two queries for all of them. */
export async function gather(
	trx: Kysely<Database>,
	municipalities: readonly string[]
): Promise<Gathered[]> {
	const records = await currentFacts(trx)
		.where('record.municipality', 'in', textList(municipalities))
		.execute();
	const places = await trx
		.selectFrom('municipality')
		.where('ubigeo', 'in', textList(municipalities))
		.select(['ubigeo', 'name', 'province', 'department', 'scope', 'area_km2', 'fictional'])
		.execute();

	const placeOf = new Map<string, Place>(
		places.map(({ area_km2, ...place }) => [
			place.ubigeo,
			{ ...place, areaKm2: area_km2, aliases: [] }
		])
	);
	const factsOf = new Map<string, Fact[]>(municipalities.map((code) => [code, []]));
	for (const record of records) factsOf.get(record.municipality ?? '')?.push(factOf(record));

	return [...factsOf].map(([municipality, facts]) => {
		const place = placeOf.get(municipality) ?? null;
		return {
			municipality,
			areaKm2: place?.areaKm2 ?? null,
			scope: place?.scope ?? 'distrito',
			facts,
			place
		};
	});
}

/** Current facts without municipality: the exchange rate. */
export async function nationalFacts(trx: Kysely<Database>): Promise<Fact[]> {
	const records = await currentFacts(trx).where('record.municipality', 'is', null).execute();
	return records.map(factOf);
}

/** Everybody of whom something is stored, in the order of codes. */
export async function everybody(trx: Kysely<Database>): Promise<string[]> {
	const rows = await trx
		.selectFrom('record')
		.where('until', 'is', null)
		.where('municipality', 'is not', null)
		.select('municipality')
		.union(trx.selectFrom('indicator_value').select('municipality'))
		.execute();
	return rows.map(({ municipality }) => municipality ?? '').sort();
}

// In the order of keys, so that sums of decimals come out the same in any order of arrival.
function currentFacts(trx: Kysely<Database>) {
	return trx
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('record.until', 'is', null)
		.select([
			'record.dataset',
			'record.municipality',
			'record.period',
			'record.key',
			'record.cells',
			'record.blanks',
			'submission.approved_at'
		])
		.orderBy('record.dataset')
		.orderBy('record.key');
}

// Empty cells are not stored: here every declared column is there again.
type StoredFact = Omit<Fact, 'provisional'> & { key: string; approved_at: string | null };

function factOf({ key, cells, approved_at, ...record }: StoredFact): Fact {
	const columns = findDataset(record.dataset)?.columns ?? {};
	const keys: Cells = JSON.parse(key);
	const stored: Cells = { ...keys, ...cells };
	const full: Record<string, CellValue> = {};
	const blanks: Record<string, Blank> = {};
	for (const name in columns) {
		full[name] = stored[name] ?? null;
		if (full[name] === null) blanks[name] = record.blanks[name] ?? 'vacio';
	}
	return {
		dataset: record.dataset,
		municipality: record.municipality,
		period: record.period,
		cells: full,
		blanks,
		provisional: approved_at === null
	};
}
