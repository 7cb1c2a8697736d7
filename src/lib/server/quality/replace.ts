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
type Gathered = {
	readonly municipality: string;
	readonly facts: readonly Fact[];
	/** Its entry in the registry; null for a network. */
	readonly place: Place | null;
};

/** Faults of one rule in a quarter that are kept; the score counts the rule once whatever their number. */
const faultsKept = 20;

/** The quality of one municipality, as it is stored. */
export type QualityRows = {
	readonly scores: readonly object[];
	readonly faults: readonly object[];
};

/** What the quarters of a municipality give for the two tables. */
export function qualityRows(
	{ municipality, facts, place }: Gathered,
	national: readonly Fact[]
): QualityRows {
	// What a network declares of itself has none.
	if (!place) return { scores: [], faults: [] };
	const places = { byUbigeo: new Map(), networks: new Set<string>(), districts: districts() };
	const found = qualityOf(facts, { place, places, rates: ratesIn(national) });
	const scores: object[] = [];
	const all: object[] = [];
	for (const [period, outcomes] of found) {
		const score = scoreOf(outcomes);
		if (score) scores.push({ municipality, period, ...score });
		for (const { rule, severity, faults } of outcomes) {
			for (const [position, fault] of faults.slice(0, faultsKept).entries()) {
				const { dataset, row, field, message } = fault;
				const declared = findDataset(dataset);
				const key = declared ? keyOf(declared, row.cells) : '';
				all.push({ municipality, period, rule, position, severity, dataset, key, field, message });
			}
		}
	}
	return { scores, faults: all };
}

/**
 * Puts the quality of some municipalities in the place of what they had, in the transaction that
 * changes their values.
 */
export async function replaceQuality(
	trx: Kysely<Database>,
	municipalities: readonly string[],
	rows: readonly QualityRows[]
): Promise<void> {
	for (const table of ['quality_score', 'quality_fault'] as const)
		await trx.deleteFrom(table).where('municipality', 'in', textList(municipalities)).execute();
	const scores = rows.flatMap((row) => row.scores);
	const faults = rows.flatMap((row) => row.faults);
	await insertRows(trx, 'quality_score', scoreColumns, scores);
	await insertRows(trx, 'quality_fault', faultColumns, faults);
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
