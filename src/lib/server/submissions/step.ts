import type { Finding } from '#lib/domain/finding.ts';
import type { Reason } from './reasons.ts';
import type { Submission } from './state.ts';

/** The screens that a submission goes through, by their address below `/cargas/<id>`. */
export type Step = 'columnas' | 'correcciones' | 'cambios' | 'confirmar' | 'constancia';

/** What is asked about columns, headings and how the file is read, before any cell can be judged. */
const aboutColumns: ReadonlySet<string> = new Set([
	'ambiguous-number',
	'blank-heading',
	'duplicate-column',
	'mapping-without-heading',
	'missing-column',
	'near-heading',
	'no-dataset',
	'no-header',
	'other-dataset',
	'other-separator',
	'unknown-dataset',
	'unknown-mapping',
	'unknown-value',
	'which-dataset',
	'wide-format'
]);

/**
 * Whether a finding is answered where the columns are reviewed: it is of a column, or of the file as a
 * whole. Of findings that are only counted, others `among` them have their place.
 */
export function isAboutColumns({ code, line, field }: Finding, among: readonly Finding[]): boolean {
	if (aboutColumns.has(code)) return true;
	if (line !== undefined || field || /^DQ\d/.test(code)) return false;
	return !among.some((other) => other.code === code && other.line !== undefined);
}

/** Reasons that were given: their warnings wait no more. */
type Given = readonly Pick<Reason, 'code' | 'field'>[];

/** The step that waits for a person; null when nothing does (it was discarded). */
export function stepOf(
	submission: Pick<Submission, 'state' | 'reading'>,
	findings: readonly Finding[],
	reasons: Given = []
): Step | null {
	const { state, reading } = submission;
	if (state === 'descartada') return null;
	if (state === 'confirmada' || state === 'deshecha') return 'constancia';
	if (state === 'recibida' || reading === null) return 'columnas';

	const errors = findings.filter(({ severity }) => severity === 'error');
	if (errors.some((finding) => isAboutColumns(finding, errors))) return 'columnas';
	if (findings.some(asksColumns)) return 'columnas';
	const explained = new Set(reasons.map(({ code, field }) => `${code}|${field}`));
	const waits = ({ asksReason, code, field = '' }: Finding) =>
		asksReason === true && !explained.has(`${code}|${field}`);
	if (state === 'rechazada' || findings.some(waits)) return 'correcciones';
	const untouched = findings.some(({ code }) => code === 'same-as-previous');
	const warned = findings.some(({ severity }) => severity === 'warning');
	return untouched && !warned ? 'confirmar' : 'cambios';
}

/** Address of the screen that waits, or of the submission itself when none does. */
export function stepAddress(
	submission: Pick<Submission, 'id' | 'state' | 'reading'>,
	findings: readonly Finding[],
	reasons: Given = []
): string {
	const step = stepOf(submission, findings, reasons);
	return step === null ? `/cargas/${submission.id}` : `/cargas/${submission.id}/${step}`;
}

// A heading that looks like one of ours is proposed, and never taken without a word.
function asksColumns({ code, severity }: Finding): boolean {
	return severity === 'warning' && (code === 'near-heading' || code === 'duplicate-column');
}
