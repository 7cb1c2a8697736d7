import { datasets, findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Choices, Reading } from '#lib/intake/check.ts';
import { database, originals } from '#lib/server/database.ts';
import type { SubmissionState } from '#lib/server/db/schema.ts';
import { municipalityNames } from '#lib/server/queries/receipts.ts';
import { findingsOf } from '#lib/server/queries/submissions.ts';
import { changesOf, type Review } from '#lib/server/submissions/review.ts';
import type { Viewer } from '#lib/server/visibility.ts';
import { stateWords } from '../state-words.ts';
import { limaWords } from '../when.ts';
import { countFindings, groupFindings } from './findings-view.ts';
import { missingColumns, readingForm, readingWords, styleQuestions } from './reading-view.ts';
import { changesTable, previewOf, ubigeosShown } from './review-view.ts';

type Shown = {
	id: string;
	dataset: string | null;
	state: SubmissionState;
	file_name: string;
	reading: Reading | null;
	choices: Choices;
	digest: string | null;
	received_at: string;
	sender_name: string | null;
	fictional: boolean;
};

/** Everything that the review of a file shows. Rows are read again from the original. */
export async function submissionView(submission: Shown, viewer: Viewer) {
	const { id, state, reading, choices } = submission;
	const found = await findingsOf(database(), { viewer, id }).execute();
	const findings = found.map(({ finding }) => finding);
	const dataset = findDataset(submission.dataset ?? '');
	const waiting = state === 'por_confirmar';
	const review = waiting ? await changesOf(database(), id, { originals: originals() }) : undefined;

	return {
		id,
		state,
		stateWord: stateWords[state],
		fileName: submission.file_name,
		sent: limaWords(submission.received_at),
		sender: submission.sender_name ?? 'la línea de comandos',
		fictional: submission.fictional,
		digest: submission.digest ?? '',
		dataset: dataset ? { id: dataset.id, title: dataset.title } : null,
		datasets: datasets.map(({ id, title }) => ({ id, title })),
		chosenDataset: choices.dataset ?? '',
		open: state === 'recibida' || waiting || state === 'rechazada',
		reading: reading && readingWords(reading),
		form: reading && readingForm(dataset, reading, choices),
		...questions(dataset, findings, choices),
		totals: countFindings(findings),
		groups: groupFindings(findings),
		outcome: review ? await outcomeOf(review, viewer) : null
	};
}

/** What would be stored and what would change. */
async function outcomeOf(review: Review, viewer: Viewer) {
	const query = municipalityNames(database(), { viewer, ubigeos: ubigeosShown(review) });
	const names = new Map((await query.execute()).map(({ ubigeo, name }) => [ubigeo, name]));
	return {
		counts: review.counts,
		preview: previewOf(review, names),
		changes: changesTable(review, names)
	};
}

function questions(
	dataset: ReturnType<typeof findDataset>,
	findings: readonly Finding[],
	choices: Choices
) {
	if (!dataset) return { styles: [], missing: [] };
	return {
		styles: styleQuestions(dataset, findings),
		missing: missingColumns(dataset, findings, choices)
	};
}
