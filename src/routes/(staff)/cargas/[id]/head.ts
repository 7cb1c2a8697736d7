import { findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { isSubmissionId } from '#lib/server/submissions/id.ts';
import { stateWords } from '../state-words.ts';
import { stepLinks, type StepId } from '../steps.ts';
import { limaWords } from '../when.ts';
import { countFindings } from './findings-view.ts';
import { reachableStep } from './reach.ts';
import type { Shown } from './submission.ts';

const open = ['recibida', 'por_confirmar', 'rechazada'];

/** What stands above every step of a file: the step list, and which file it is. */
export function headOf(submission: Shown, current: StepId, findings: readonly Finding[]) {
	const { id, state } = submission;
	const isOpen = open.includes(state);
	const reachable = isOpen ? reachableStep(submission, findings) : 'elegir';
	return {
		id,
		state,
		isOpen,
		stateWord: stateWords[state],
		steps: stepLinks(current, { id, reachable }),
		reachable,
		totals: countFindings(findings),
		fileName: submission.file_name,
		sheet: submission.sheet,
		// What files of the demonstration share is a label and no package.
		package: submission.package && isSubmissionId(submission.package) ? submission.package : null,
		dataset: findDataset(submission.dataset ?? '')?.title ?? null,
		sent: limaWords(submission.received_at),
		sender: submission.sender_name ?? 'la línea de comandos',
		fictional: submission.fictional
	};
}

export type Head = ReturnType<typeof headOf>;
