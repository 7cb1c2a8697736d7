import type { Kysely } from 'kysely';
import type { Finding } from '#lib/domain/finding.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { crossDoubts } from '#lib/server/quality/cross-doubts.ts';
import { againstHistory } from './against-history.ts';
import type { Changes } from './changes.ts';
import { closedAmong, closedFinding, touchedPeriods } from './closed.ts';
import { contradictions } from './contradictions.ts';
import { erasedFinding } from './erased.ts';
import { againstPrevious, untouchedFinding } from './previous.ts';
import type { FileRead } from './reading.ts';
import { scopeChanges } from './scope-changes.ts';

/** What is doubtful in a good file for what is stored already. */
export async function doubtsOf(
	db: Kysely<Database>,
	{ checked, dataset, rows }: FileRead,
	{ changes, retire }: { changes: Changes; retire: boolean }
): Promise<Finding[]> {
	if (!dataset) return [];
	const erased = erasedFinding(dataset, checked.reading, changes);
	return [
		...closedFinding(await closedAmong(db, touchedPeriods(changes, retire))),
		...(erased ? [erased] : []),
		...(await scopeChanges(db, dataset, changes)),
		...contradictions(dataset, rows, changes),
		...(await againstHistory(db, { dataset, rows, checked })),
		...(await crossDoubts(db, { dataset, rows, checked })),
		...untouchedFinding(await againstPrevious(db, { dataset, rows }))
	];
}
