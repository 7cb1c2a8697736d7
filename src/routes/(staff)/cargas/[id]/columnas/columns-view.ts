import { datasetGroups } from '../../dataset-groups.ts';
import { datasets, findDataset } from '#lib/datasets/index.ts';
import { sheetsOf } from '#lib/intake/xlsx/read.ts';
import { isWorkbook } from '#lib/intake/xlsx/sniff.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { database, originals } from '#lib/server/database.ts';
import { tableOf } from '#lib/server/submissions/reading.ts';
import { isAboutColumns } from '#lib/server/submissions/step.ts';
import { isLarge } from '#lib/server/submissions/work.ts';
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
		datasets: datasetGroups,
		sheet: choices.sheet ?? '',
		isWorkbook: reading?.sheet !== undefined,
		sheetRead: reading?.sheet ?? null,
		sheets: await sheetNames(submission),
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

/** The sheets among which one can be chosen; none for a file that is no workbook or has only one. */
async function sheetNames({ sha256, bytes, reading }: Shown): Promise<string[]> {
	if (isLarge(bytes) || (reading && reading.sheet === undefined)) return [];
	const file = await originals().read(sha256);
	const sheets = isWorkbook(file) ? sheetsOf(file, { datasets }) : [];
	if ('refusal' in sheets || sheets.length < 2) return [];
	return sheets.filter(({ rows }) => rows > 0).map(({ name }) => name);
}
