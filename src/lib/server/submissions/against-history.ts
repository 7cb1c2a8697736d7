import type { Kysely } from 'kysely';
import { keyColumns, type Dataset, type RuleFinding } from '#lib/datasets/types.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { addQuarters, isQuarter, type Quarter } from '#lib/domain/quarter.ts';
import type { Cells } from '#lib/domain/record.ts';
import type { Checked } from '#lib/intake/check.ts';
import { Collected } from '#lib/intake/collect.ts';
import type { StoredRow } from '#lib/intake/records.ts';
import { placedFinding } from '#lib/intake/rules.ts';
import {
	contextRules,
	historyRules,
	type ContextRule,
	type HistoryRule,
	type Past
} from '#lib/quality/history.ts';
import { pieces, textList } from '#lib/server/db/bulk.ts';
import type { Database } from '#lib/server/db/schema.ts';
import { allCells } from './current.ts';
import { keyAt } from './key-at.ts';

/** Quarters that a row is compared with, at most. */
const quartersBack = 20;
const municipalitiesAtOnce = 200;

type File = {
	readonly dataset: Dataset;
	readonly rows: readonly StoredRow[];
	readonly checked: Pick<Checked, 'rows'>;
};

type Rules = {
	readonly ofHistory: readonly HistoryRule[];
	readonly ofContext: readonly ContextRule[];
};

/** What is doubtful in figures for what the same municipality told of the same thing before. */
export async function againstHistory(
	db: Kysely<Database>,
	file: File,
	{ ofHistory, ofContext }: Rules = { ofHistory: historyRules, ofContext: contextRules }
): Promise<Finding[]> {
	const { dataset, rows, checked } = file;
	const { period } = dataset;
	const found = new Collected();
	if (!dataset.municipality || !period || !keyColumns(dataset).includes(period)) return [];
	const rates = dataset.columns['moneda'] ? await storedRates(db) : new Map<string, number>();

	const typed = new Map(checked.rows.map((row) => [row.line, row]));
	for (const group of byMunicipality(rows)) {
		const pasts = await pastsOf(db, dataset, group);
		for (const row of group) {
			const cells = allCells(row);
			const all = pasts.get(keyAt(row, period, null)) ?? [];
			const own = all.findIndex((past) => past.quarter >= (row.period ?? ''));
			const until = own < 0 ? all.length : own;
			const history = all.slice(Math.max(0, until - quartersBack), until);
			const tell = (rule: HistoryRule | ContextRule, all: Iterable<RuleFinding>) => {
				for (const said of all)
					found.add(placedFinding(dataset, rule, row.line, typed.get(row.line), said));
			};
			if (history.length > 0)
				for (const rule of ofHistory) tell(rule, rule.check(cells, history, dataset));
			const beyond = { dataset, history, rates };
			for (const rule of ofContext)
				if (rule.applies(cells, beyond)) tell(rule, rule.check(cells, beyond));
		}
	}
	return found.list();
}

/** Soles for one unit of a currency, by currency and quarter. */
async function storedRates(db: Kysely<Database>): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('record')
		.where('dataset', '=', 'tipo_cambio')
		.where('until', 'is', null)
		.select(['key', 'cells'])
		.execute();
	return new Map(
		rows
			.map(allCells)
			.map(({ moneda, periodo, soles_por_unidad }) => [
				`${String(moneda)} ${String(periodo)}`,
				Number(soles_por_unidad)
			])
	);
}

/** Rows in groups of so many municipalities, so that a national file is not compared all at once. */
function byMunicipality(rows: readonly StoredRow[]): StoredRow[][] {
	const groups = new Map<string, StoredRow[]>();
	for (const row of rows) {
		const code = row.municipality ?? '';
		const group = groups.get(code);
		if (group) group.push(row);
		else groups.set(code, [row]);
	}
	return pieces([...groups.values()], municipalitiesAtOnce).map((some) => some.flat());
}

/** What was told in each quarter, oldest first, by key without the quarter: stored, then in this file. */
async function pastsOf(
	db: Kysely<Database>,
	dataset: Dataset,
	rows: readonly StoredRow[]
): Promise<Map<string, Past[]>> {
	const quarters = [...new Set(rows.map(({ period }) => period ?? ''))].filter(isQuarter).sort();
	const [first] = quarters;
	const last = quarters.at(-1);
	if (!first || !last) return new Map();
	const stored = await storedBetween(db, dataset, rows, addQuarters(first, -quartersBack), last);

	const byKey = new Map<string, Map<Quarter, Cells>>();
	for (const row of [...stored, ...rows]) {
		if (row.period === null || !isQuarter(row.period)) continue;
		const key = keyAt(row, dataset.period ?? '', null);
		const past = byKey.get(key) ?? new Map<Quarter, Cells>();
		byKey.set(key, past.set(row.period, allCells(row)));
	}
	return new Map(
		[...byKey].map(([key, past]) => [
			key,
			[...past]
				.map(([quarter, cells]) => ({ quarter, cells }))
				.sort((a, b) => (a.quarter < b.quarter ? -1 : 1))
		])
	);
}

function storedBetween(
	db: Kysely<Database>,
	dataset: Dataset,
	rows: readonly StoredRow[],
	from: Quarter,
	to: Quarter
) {
	const municipalities = [...new Set(rows.map(({ municipality }) => municipality ?? ''))];
	return db
		.selectFrom('record')
		.where('dataset', '=', dataset.id)
		.where('until', 'is', null)
		.where('municipality', 'in', textList(municipalities))
		.where('period', '>=', from)
		.where('period', '<', to)
		.select(['key', 'period', 'cells'])
		.execute();
}
