import type { Finding } from '#lib/domain/finding.ts';
import type { SubmissionState } from '#lib/server/db/schema.ts';
import { isAboutColumns } from '#lib/server/submissions/step.ts';
import type { StepId } from '../steps.ts';

/** How many more there are like the findings listed; undefined for a finding of its own. */
export function countedOnly({ line, message }: Finding): number | undefined {
	const found = /^Hay (una|[\d,]+) celdas? más con lo mismo/.exec(message);
	if (!found?.[1] || line !== undefined) return undefined;
	return found[1] === 'una' ? 1 : Number(found[1].replaceAll(',', ''));
}

/** How far a file has come: the last step that can be visited. */
export function reachableStep(
	{ state, reading }: { state: SubmissionState; reading: unknown },
	findings: readonly Finding[]
): StepId {
	if (state === 'por_confirmar') return 'confirmar';
	const errors = findings.filter(({ severity }) => severity === 'error');
	const isRead = state === 'rechazada' && reading !== null;
	const asksColumns = errors.some((finding) => isAboutColumns(finding, errors));
	return isRead && !asksColumns ? 'correcciones' : 'columnas';
}
