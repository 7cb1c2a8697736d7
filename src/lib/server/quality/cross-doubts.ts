import type { Kysely } from 'kysely';
import { findDataset } from '#lib/datasets/index.ts';
import type { Dataset, RuleFinding } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { limaDate } from '#lib/domain/lima.ts';
import { formatNumber } from '#lib/domain/number.ts';
import type { Cells } from '#lib/domain/record.ts';
import type { Checked } from '#lib/intake/check.ts';
import { Collected } from '#lib/intake/collect.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { placedFinding } from '#lib/intake/rules.ts';
import { crossRules, firstClash, type Clash } from '#lib/quality/crossed.ts';
import { textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { allCells } from '#lib/server/submissions/current.ts';

type File = {
	readonly dataset: Dataset;
	readonly rows: readonly StoredRow[];
	readonly checked: Pick<Checked, 'rows'>;
};

/** A row that some file told, with the file. */
type Told = {
	readonly cells: Cells;
	readonly period: string | null;
	readonly line: number;
	/** Null for a row of the file that is looked at. */
	readonly file: { readonly name: string; readonly received: string } | null;
};

/** A figure that one of another file contradicts: both figures, and both files. */
export async function crossDoubts(
	db: Kysely<Database>,
	{ dataset, rows, checked }: File
): Promise<Finding[]> {
	const rules = crossRules.filter((rule) => rule.dataset === dataset.id);
	if (rules.length === 0) return [];
	const told = await othersTold(db, { dataset, rows, others: rules.map(({ other }) => other) });
	const typed = new Map(checked.rows.map((row) => [row.line, row]));
	const found = new Collected();
	for (const row of rows) {
		const cells = allCells(row);
		for (const rule of rules) {
			const others = told.get(`${rule.other} ${row.municipality}`) ?? [];
			const clash = firstClash(rule, cells, others);
			if (!clash) continue;
			const said = clashFinding(rule.wrong, dataset, { ...clash, of: rule.other });
			found.add(placedFinding(dataset, rule, row.line, typed.get(row.line), said));
		}
	}
	return found.list();
}

function clashFinding(
	wrong: string,
	dataset: Dataset,
	{ clash, other, of }: { clash: Clash; other: Told; of: string }
): RuleFinding {
	const label = (id: string, column: string) => findDataset(id)?.columns[column]?.label ?? column;
	const where = other.file
		? `«${other.file.name}», recibido el ${limaDate(new Date(other.file.received))}, fila ${other.line}`
		: `la fila ${other.line}`;
	return {
		column: clash.column,
		message: `${wrong}: ${label(dataset.id, clash.column)} ${formatNumber(clash.value)} en este archivo y ${label(of, clash.otherColumn)} ${formatNumber(clash.otherValue)} en ${where}. Revise cuál es la correcta.`
	};
}

/** What stays stored beside the file, and what the file itself says, by dataset and municipality, newest first. */
async function othersTold(
	db: Kysely<Database>,
	{ dataset, rows, others }: { dataset: Dataset; rows: readonly StoredRow[]; others: string[] }
): Promise<Map<string, Told[]>> {
	const replaced = new Set(rows.map(({ key }) => key));
	const stored = await db
		.selectFrom('record')
		.innerJoin('submission', 'submission.id', 'record.submission')
		.where('record.until', 'is', null)
		.where('record.dataset', 'in', textList(others))
		.where(
			'record.municipality',
			'in',
			textList([...new Set(rows.map(({ municipality }) => municipality ?? ''))])
		)
		.select([
			'record.dataset',
			'record.municipality',
			'record.period',
			'record.key',
			'record.cells',
			'record.line',
			'submission.file_name',
			'submission.received_at'
		])
		.execute();

	const told = new Map<string, Told[]>();
	const add = (id: string, municipality: string | null, row: Told) => {
		const place = `${id} ${municipality}`;
		const list = told.get(place);
		if (list) list.push(row);
		else told.set(place, [row]);
	};
	for (const { file_name, received_at, ...row } of stored) {
		if (row.dataset === dataset.id && replaced.has(row.key)) continue;
		const file = { name: file_name, received: received_at };
		add(row.dataset, row.municipality, { ...row, cells: allCells(row), file });
	}
	if (others.includes(dataset.id))
		for (const row of rows)
			add(dataset.id, row.municipality, { ...row, cells: allCells(row), file: null });
	for (const list of told.values())
		list.sort((a, b) => ((a.period ?? '') > (b.period ?? '') ? -1 : 1));
	return told;
}
