import { findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { database } from '#lib/server/database.ts';
import { correctionsOf } from '#lib/server/submissions/corrections.ts';
import { reasonsOf } from '#lib/server/submissions/reasons.ts';
import { groupFindings } from '../findings-view.ts';
import type { Shown } from '../submission.ts';

/** What will be published, with which warnings and why. */
export async function confirmationView(submission: Shown, findings: readonly Finding[]) {
	const { id, counts, choices } = submission;
	const columns = findDataset(submission.dataset ?? '')?.columns ?? {};
	const reasons = await reasonsOf(database(), id);
	const corrections = await correctionsOf(database(), id);
	return {
		digest: submission.digest ?? '',
		counts: { filas: 0, nuevas: 0, cambian: 0, iguales: 0, faltan: 0, ...counts },
		retires: submission.retire_missing,
		leftOut: choices.leftOut?.length ?? 0,
		corrections: corrections.length,
		headings: Object.keys(submission.reading?.columns ?? {}).length,
		kept: groupFindings(findings)
			.filter(({ severity }) => severity === 'warning')
			.map(({ code, field, column, count, told }) => ({
				title: column ?? (field && columns[field]?.label) ?? 'Todo el archivo',
				count,
				message: told[0]?.message ?? '',
				reason: reasons.find((one) => one.code === code && one.field === (field ?? ''))?.text ?? ''
			}))
	};
}
