import type { Kysely } from 'kysely';
import type { Finding } from '#lib/domain/finding.ts';
import { tight } from '#lib/intake/headings.ts';
import type { RawRow } from '#lib/intake/tokenize.ts';
import { writeTable, type CsvCell } from '#lib/server/csv.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { withoutLeftOut } from './left-out.ts';
import { readOriginal, tableOf, type ReadOptions } from './reading.ts';
import { submissionById, type Submission } from './state.ts';

/** Rows to mend, as a file that can be opened in Excel and sent back. */
export type BadRows = { readonly name: string; readonly csv: string; readonly rows: number };

/** Columns that are added to those of the file; the reader knows them and leaves them aside. */
const added = ['fila_original', 'problema', 'como_corregir'];

/**
 * Every row of a file with an error (when none has one, those with a warning), the ones left out
 * included, with all its own columns and what is wrong with it. Corrections made on the page are in it.
 * At any time of the submission's life.
 *
 * @throws Refusal (404) when there is no such submission
 */
export async function badRowsCsv(
	db: Kysely<Database>,
	id: string,
	{ delimiter, ...options }: ReadOptions & { readonly delimiter: ',' | ';' }
): Promise<BadRows> {
	const submission = await submissionById(db, id);
	const choices = withoutLeftOut(submission.choices);
	const read = await readOriginal(db, submission, { ...options, choices, every: true });
	const problems = byLine(read.checked.findings, submission.choices.leftOut ?? []);
	const table = await tableOf(db, submission, options);
	const columns = read.checked.reading?.columns ?? {};
	const rows = (table?.rows ?? []).filter(({ line }) => problems.has(line));
	const headings = table?.headings ?? [];
	const mended = withCorrections(submission, { headings, columns });

	const width = Math.max(mended.titles.length, ...rows.map(({ cells }) => cells.length));
	const titles = [...padded(mended.titles, width), ...added];
	const lines = rows.map((row): CsvCell[] => {
		const found = problems.get(row.line) ?? [];
		return [
			...padded(mended.cellsOf(row), width),
			row.line,
			found.map(({ message }) => message).join(' '),
			found.flatMap(remedy).join(' ')
		];
	});
	return {
		name: `errores_${fileBase(submission)}.csv`,
		csv: writeTable([titles, ...lines], { people: { delimiter } }),
		rows: lines.length
	};
}

/** What is wrong with each row that is to be mended, by its number in the file. */
function byLine(findings: readonly Finding[], leftOut: readonly number[]): Map<number, Finding[]> {
	const weight = findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
	const bad = new Set(leftOut);
	for (const { severity, line } of findings)
		if (severity === weight && line !== undefined) bad.add(line);

	const rows = new Map<number, Finding[]>([...bad].map((line) => [line, []]));
	for (const finding of findings)
		if (finding.severity !== 'notice') rows.get(finding.line ?? 0)?.push(finding);
	return rows;
}

/** The columns of a file with the corrections of its cells; one that it does not have is added. */
function withCorrections(
	{ choices: { cells = {} } }: Submission,
	{ headings, columns }: { headings: readonly string[]; columns: Readonly<Record<string, string>> }
) {
	const titles = [...headings];
	const places = new Map<string, number>();
	for (const [field, heading] of Object.entries(columns))
		places.set(
			field,
			headings.findIndex((one) => tight(one) === tight(heading))
		);
	for (const field of new Set(Object.values(cells).flatMap((row) => Object.keys(row))))
		if ((places.get(field) ?? -1) < 0) places.set(field, titles.push(field) - 1);

	const cellsOf = ({ line, cells: typed }: RawRow): string[] => {
		const own = padded(typed, titles.length);
		for (const [field, text] of Object.entries(cells[line] ?? {}))
			own[places.get(field) ?? 0] = text;
		return own;
	};
	return { titles, cellsOf };
}

function padded(cells: readonly string[], width: number): string[] {
	return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}

function remedy({ column, expected, suggestion, replacement }: Finding): string[] {
	const where = column === undefined ? '' : `${column}: `;
	if (replacement !== undefined) return [`${where}escriba «${replacement}».`];
	if (suggestion !== undefined) return [`${where}${suggestion}.`];
	return expected === undefined ? [] : [`${where}se espera ${expected}.`];
}

// The name of what was sent, in letters that any disk takes.
function fileBase({ file_name }: Submission): string {
	const base = file_name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '_');
	return base.slice(0, 80) || 'archivo';
}
