import { database, originals } from '#lib/server/database.ts';
import { correct } from '#lib/server/submissions/corrections.ts';
import { explain, reasonsOf, unexplained } from '#lib/server/submissions/reasons.ts';
import { Refusal } from '#lib/server/submissions/refusal.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { isAboutChanges } from '../about-changes.ts';
import { cellsWritten, reasonsWritten } from './answers.ts';

type Asked = { id: string; account: string; findings: readonly Finding[] };

/**
 * Writes down the corrections and reasons of a form.
 *
 * @throws Refusal when there is nothing new in it, or it cannot be taken
 */
export async function saveAnswers(form: FormData, { id, account, findings }: Asked): Promise<void> {
	const db = database();
	const cells = cellsWritten(form, findings);
	const reasons = reasonsWritten(form, await reasonsOf(db, id));
	if (cells.length + reasons.length === 0)
		throw new Refusal('No escribió ninguna corrección. Escriba al menos una y guárdela.', 400);
	// Reasons first: a corrected cell may take its warning away.
	for (const reason of reasons) await explain(db, id, { ...reason, account });
	if (cells.length > 0) await correct(db, id, { originals: originals(), account, cells });
}

/** Where to go on: to what changes, unless something is left to do here. */
export async function nextAddress(id: string, findings: readonly Finding[]): Promise<string> {
	const open = (await unexplained(database(), id)).some((finding) => !isAboutChanges(finding));
	const wrong = findings.some(({ severity }) => severity === 'error');
	return wrong || open ? `/cargas/${id}/correcciones` : `/cargas/${id}/cambios`;
}
