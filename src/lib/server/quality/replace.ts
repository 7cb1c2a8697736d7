import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import { numberIn, textIn } from '#lib/datasets/cells.ts';
import type { Place } from '#lib/domain/place.ts';
import type { Fact } from '#lib/domain/record.ts';
import { keyOf } from '#lib/intake/records.ts';
import type { Rates } from '#lib/quality/history.ts';
import { scoreOf } from '#lib/quality/score.ts';
import { qualityOf } from '#lib/quality/stored.ts';
import { insertRows, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { districts } from '#lib/server/districts.ts';

/** What is stored of one municipality, as the values are computed from it. */
type Gathered = { readonly municipality: string; readonly facts: readonly Fact[] };

/** Faults of one rule in a quarter that are kept; the score counts the rule once whatever their number. */
const faultsKept = 20;

/**
 * Puts the quality of some municipalities in the place of what they had, in the transaction that
 * changes their values. What a network declares of itself has none.
 */
export async function replaceQuality(
	trx: Kysely<Database>,
	gathered: readonly Gathered[],
	national: readonly Fact[]
): Promise<void> {
	const codes = gathered.map(({ municipality }) => municipality);
	for (const table of ['quality_score', 'quality_fault'] as const)
		await trx.deleteFrom(table).where('municipality', 'in', textList(codes)).execute();

	const registered = await placesOf(trx, codes);
	const rates = ratesIn(national);
	const found = gathered.flatMap((data) => {
		const place = registered.get(data.municipality);
		return place ? rowsOf(data, place, rates) : [];
	});
	await insertRows(
		trx,
		'quality_score',
		scoreColumns,
		found.flatMap(({ score }) => score ?? [])
	);
	await insertRows(
		trx,
		'quality_fault',
		faultColumns,
		found.flatMap(({ faults }) => faults)
	);
}

/** What a quarter of a municipality gives for the two tables. */
function rowsOf({ municipality, facts }: Gathered, place: Place, rates: Rates) {
	const places = { byUbigeo: new Map(), networks: new Set<string>(), districts: districts() };
	return [...qualityOf(facts, { place, places, rates })].map(([period, outcomes]) => {
		const score = scoreOf(outcomes);
		const faults = outcomes.flatMap(({ rule, severity, faults }) =>
			faults.slice(0, faultsKept).map(({ dataset, row, field, message }, position) => {
				const declared = findDataset(dataset);
				const key = declared ? keyOf(declared, row.cells) : '';
				return { municipality, period, rule, position, severity, dataset, key, field, message };
			})
		);
		return { score: score && { municipality, period, ...score }, faults };
	});
}

/** `USD 2025-T3` → 3.54, from the rows of `tipo_cambio`. */
function ratesIn(national: readonly Fact[]): Rates {
	const rates = new Map<string, number>();
	for (const { dataset, period, cells } of national) {
		const currency = textIn(cells, 'moneda');
		const rate = numberIn(cells, 'soles_por_unidad');
		if (dataset === 'tipo_cambio' && currency !== null && rate !== null)
			rates.set(`${currency} ${period}`, rate);
	}
	return rates;
}

async function placesOf(
	trx: Kysely<Database>,
	codes: readonly string[]
): Promise<Map<string, Place>> {
	const rows = await trx
		.selectFrom('municipality')
		.where('ubigeo', 'in', textList(codes))
		.select(['ubigeo', 'name', 'province', 'department', 'scope', 'area_km2', 'fictional'])
		.execute();
	return new Map(
		rows.map(({ area_km2, ...place }) => [
			place.ubigeo,
			{ ...place, areaKm2: area_km2, aliases: [] }
		])
	);
}

const scoreColumns = {
	municipality: 'text',
	period: 'text',
	score: 'float8',
	passed: 'int4',
	applicable: 'int4',
	failed: 'int4'
};

const faultColumns = {
	municipality: 'text',
	period: 'text',
	rule: 'text',
	position: 'int4',
	severity: 'text',
	dataset: 'text',
	key: 'text',
	field: 'text',
	message: 'text'
};
