import { database } from '#lib/server/database.ts';
import { reasonsOf } from '#lib/server/submissions/reasons.ts';
import { stepOf } from '#lib/server/submissions/step.ts';
import { workOf } from '#lib/server/submissions/work.ts';
import { nextAddress } from './correcciones/save.ts';
import { foundIn } from './findings.ts';
import type { Shown } from './submission.ts';

/** Where the work on a file goes on: the step that waits, or the progress of what is under way. */
export async function currentAddress(locals: App.Locals, submission: Shown): Promise<string> {
	const { id, state } = submission;
	const work = await workOf(database(), id);
	const isOpen = state === 'recibida' || state === 'por_confirmar' || state === 'rechazada';
	if (work && isOpen && (!work.finished || work.failure !== null)) return `/cargas/${id}/progreso`;

	const findings = await foundIn(locals, id);
	const reasons = await reasonsOf(database(), id);
	const step = stepOf(submission, findings, reasons) ?? 'columnas';
	// What is explained where old and new are shown waits there.
	if (step === 'correcciones') return nextAddress(id, findings);
	return `/cargas/${id}/${step === 'cambios' && changesNothing(submission) ? 'confirmar' : step}`;
}

/** There is nothing to look at: all rows are stored as they come, and none that is stored lacks. */
function changesNothing({ counts }: Shown): boolean {
	const moved = ['nuevas', 'cambian', 'faltan'].some((kind) => (counts?.[kind] ?? 0) > 0);
	return counts !== null && !moved;
}
