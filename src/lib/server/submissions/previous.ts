import type { Kysely } from 'kysely';
import type { Dataset } from '#lib/datasets/types.ts';
import { keyColumns } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { addQuarters, isQuarter, quarterName, type Quarter } from '#lib/domain/quarter.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { compareRows, scopeOf, type Changes } from './changes.ts';
import { currentRecords } from './current.ts';
import { keyAt } from './key-at.ts';

/** The rows of a file beside those of the same municipalities one quarter earlier. */
export type AgainstPrevious = Changes & {
	/** The earlier quarters of which something is stored. */
	readonly quarters: readonly Quarter[];
	/** Everything is as it was a quarter earlier: a template that came back untouched. */
	readonly untouched: boolean;
};

/** Undefined where there are no quarters, or nothing is stored of the quarter before. */
export async function againstPrevious(
	db: Kysely<Database>,
	{ dataset, rows }: { dataset: Dataset; rows: readonly StoredRow[] }
): Promise<AgainstPrevious | undefined> {
	const { period } = dataset;
	if (!dataset.municipality || !period || !keyColumns(dataset).includes(period)) return undefined;
	const earlier = rows.flatMap((row) => aQuarterEarlier(row, period));
	if (earlier.length === 0) return undefined;

	const current = await currentRecords(db, { dataset, rows: earlier });
	if (current.size === 0) return undefined;
	const known = new Set([...current.values()].map(scopeOf));
	// A municipality that reported nothing then has nothing to be compared with.
	const comparable = earlier.filter((row) => known.has(scopeOf(row)));
	const changes = compareRows(comparable, current);
	const quarters = [...new Set(comparable.map(({ period: quarter }) => quarter ?? ''))];
	const { added, changed, missing, equal } = changes;
	const same = added.length + changed.length + missing.length === 0;
	return {
		...changes,
		quarters: quarters.filter(isQuarter).sort(),
		untouched: same && equal === rows.length && equal > 0
	};
}

/** «Sin cambios respecto al II trimestre 2026»: said before anybody confirms figures that were not filled in. */
export function untouchedFinding(previous: AgainstPrevious | undefined): Finding[] {
	const [quarter] = previous?.quarters ?? [];
	if (!previous?.untouched || !quarter) return [];
	const names =
		previous.quarters.length === 1 ? `al ${quarterName(quarter)}` : 'al trimestre anterior';
	return [
		{
			code: 'same-as-previous',
			severity: 'notice',
			message: `Sin cambios respecto ${names}: todas las filas dicen lo mismo. Confirme solo si de verdad nada cambió.`
		}
	];
}

function aQuarterEarlier(row: StoredRow, column: string): StoredRow[] {
	if (row.period === null || !isQuarter(row.period)) return [];
	const period = addQuarters(row.period, -1);
	return [{ ...row, period, key: keyAt(row, column, period) }];
}
