import { datasets, findDataset } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { database, originals } from '#lib/server/database.ts';
import { tableOf } from '#lib/server/submissions/reading.ts';
import { isAboutColumns } from '#lib/server/submissions/step.ts';
import type { Shown } from '../submission.ts';
import { headingsOfTable, mappingOf, type FileHeading } from './headings.ts';
import {
	missingColumns,
	readingWords,
	repeatedColumns,
	settingsOf,
	skippedRows,
	styleQuestions
} from './reading-view.ts';

/** How a file was read, what it does not say by itself, and what can be overruled. */
export async function columnsView(submission: Shown, findings: readonly Finding[]) {
	const { reading, choices } = submission;
	const dataset = findDataset(submission.dataset ?? '');
	const headings = await headingsOf(submission);
	const settings = reading && settingsOf(dataset, reading, choices);
	const styles = dataset ? styleQuestions(dataset, findings) : [];
	const texts = headings.map(({ heading }) => heading);
	return {
		chosenDataset: choices.dataset ?? '',
		datasets: datasets.map(({ id, title }) => ({ id, title })),
		reading: reading && readingWords(reading),
		settings,
		columns: Object.entries(dataset?.columns ?? {}).map(([name, { label }]) => ({ name, label })),
		mapping: dataset && reading ? mappingOf(headings, { dataset, reading, choices }) : [],
		styles,
		numbers:
			settings?.numbers.filter(({ name }) => !styles.some((style) => style.name === name)) ?? [],
		missing: dataset ? missingColumns(dataset, findings, choices) : [],
		repeated: dataset ? repeatedColumns(dataset, findings, texts) : [],
		skipped: skippedRows(findings),
		faults: findings
			.filter((finding) => finding.severity === 'error' && isAboutColumns(finding, findings))
			.filter(({ code }) => !asked.has(code))
			.map(({ message }) => message)
	};
}

/** Errors that the screen asks about in a field of their own. */
const asked = new Set(['ambiguous-number', 'missing-column']);

async function headingsOf(submission: Shown): Promise<FileHeading[]> {
	if (!submission.reading) return [];
	const table = await tableOf(database(), submission, { originals: originals() });
	return table ? headingsOfTable(table) : [];
}
