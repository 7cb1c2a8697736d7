import type { Finding } from '#lib/domain/finding.ts';
import type { Places } from '#lib/domain/place.ts';
import type { Blanks, CellValue, Row } from '#lib/domain/record.ts';
import type { Dataset, RowRule, RuleContext, RuleFinding } from '#lib/datasets/types.ts';
import { qualityRules } from '#lib/quality/index.ts';
import { rowFindings } from './findings/rows.ts';
import type { ReadRow } from './rows.ts';

/**
 * What the dataset's rules and those of quality say of each row. A row with a cell that could not be
 * read is shown to the quality rules alone: they speak only of figures that are there, while a
 * dataset's rule may ask for a blank to be filled.
 */
export function rowRules(
	dataset: Dataset,
	rows: readonly ReadRow[],
	{ places, today }: { places: Places; today: string }
): Finding[] {
	const findings: Finding[] = [];
	const quality = qualityRules(dataset).rowRules;
	const all = [...dataset.rules, ...quality];
	const plain = rows.map(({ row }) => row);

	let context: RuleContext = { place: undefined, rows: plain, today, places };
	let before: CellValue | undefined;

	for (const { row, unread } of rows) {
		const code = dataset.municipality && row.cells[dataset.municipality];
		if (code !== before) {
			const place = typeof code === 'string' ? places.byUbigeo.get(code) : undefined;
			context = { place, rows: plain, today, places };
			before = code;
		}
		const told = isExplained(row.blanks) ? { ...context, blanks: row.blanks } : context;
		for (const rule of unread.size > 0 ? quality : all) {
			const said = rule.check(row.cells, told);
			if (said) findings.push(placedFinding(dataset, rule, row.line, row, said));
		}
	}
	return findings;
}

/** Whether some empty cell says why it is empty: few do, and most rows share one context. */
function isExplained(blanks: Blanks): boolean {
	for (const name in blanks) if (blanks[name] !== 'vacio') return true;
	return false;
}

/** What the rules over rows together say. They need every row whole. */
export function* fileRules(dataset: Dataset, rows: readonly ReadRow[]): Generator<Finding> {
	const rules = [...dataset.fileRules, ...qualityRules(dataset).fileRules];
	if (rules.length === 0) return;
	const plain = rows.map(({ row }) => row);
	let byLine: Map<number, Row> | undefined;
	for (const rule of rules) {
		for (const said of rule.check(plain)) {
			byLine ??= new Map(plain.map((row) => [row.line, row]));
			yield placedFinding(dataset, rule, said.line, byLine.get(said.line), said);
		}
	}
}

/** What a rule says of a row, placed in the file it came from. */
export function placedFinding(
	dataset: Dataset,
	rule: Pick<RowRule, 'id' | 'severity'>,
	line: number,
	row: Row | undefined,
	said: RuleFinding
): Finding {
	const column = said.column === undefined ? undefined : dataset.columns[said.column];
	const found = said.column === undefined ? undefined : row?.typed[said.column];
	return rowFindings.ofRule(rule, line, {
		message: said.message,
		...(column === undefined ? {} : { label: column.label, field: said.column }),
		...(found === undefined ? {} : { found }),
		...(said.severity === undefined ? {} : { severity: said.severity }),
		...(said.expected === undefined ? {} : { expected: said.expected }),
		...(said.suggestion === undefined ? {} : { suggestion: said.suggestion }),
		...(said.replacement === undefined ? {} : { replacement: said.replacement }),
		...(said.asksReason === undefined ? {} : { asksReason: said.asksReason })
	});
}
