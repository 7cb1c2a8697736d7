import { datasets as allDatasets } from '../datasets/index.ts';
import type { Dataset, FileRule, RuleContext, RowRule, RuleFinding } from '../datasets/types.ts';
import type { Severity } from '../domain/finding.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Row } from '../domain/record.ts';
import { catalogue } from './catalogue.ts';
import { contextRules, historyRules, type History, type Rates } from './history.ts';
import { qualityRules } from './index.ts';
import { groupsInForce, historyOf, quartersOf, rowsByDataset, type Stored } from './stored-rows.ts';

/** A row at fault: which one, and what the rule says of it. */
export type Fault = {
	readonly dataset: string;
	/** The row as it is stored. */
	readonly row: Stored;
	/** Our column; empty when the rule names none. */
	readonly field: string;
	readonly message: string;
};

/** What became of one rule in a quarter. A rule without anything to look at does not apply. */
export type Outcome = {
	readonly rule: string;
	readonly severity: Severity;
	readonly outcome: 'cumple' | 'falla' | 'no_aplica';
	readonly faults: readonly Fault[];
};

export type StoredContext = Pick<RuleContext, 'place' | 'places' | 'today'> & {
	readonly rates: Rates;
	/** Every dataset that there is, unless given. */
	readonly datasets?: readonly Dataset[];
};

/** What rules found of one quarter, as it is gathered. */
class Tally {
	readonly #applied = new Set<string>();
	readonly #faults = new Map<string, Fault[]>();

	add(rule: { readonly id: string }, faults: readonly Fault[]): void {
		this.#applied.add(rule.id);
		const before = this.#faults.get(rule.id);
		if (before) before.push(...faults);
		else this.#faults.set(rule.id, [...faults]);
	}

	outcomes(): Outcome[] {
		return catalogue.map(({ id, severity }) => {
			const faults = this.#faults.get(id) ?? [];
			const applies = this.#applied.has(id);
			const outcome = !applies ? 'no_aplica' : faults.length > 0 ? 'falla' : 'cumple';
			return { rule: id, severity, outcome, faults };
		});
	}
}

/**
 * Holds the current rows of one municipality to the rules, quarter by quarter: each quarter for which it
 * told anything, with the yearly rows that are in force there. What the reader refuses (DQ04, DQ22,
 * DQ23) never got in, so it proves nothing of what did, and does not apply.
 */
export function qualityOf(
	stored: readonly Stored[],
	context: StoredContext
): Map<Quarter, readonly Outcome[]> {
	const byDataset = [...rowsByDataset(stored, context.datasets ?? allDatasets)].map(
		([dataset, rows]) => ({
			dataset,
			inForce: groupsInForce(dataset, rows),
			history: historyOf(dataset, rows)
		})
	);
	return new Map(
		quartersOf(stored).map((quarter) => {
			const tally = new Tally();
			for (const { dataset, inForce, history } of byDataset) {
				const groups = inForce(quarter);
				if (groups.length === 0) continue;
				const given = { dataset, groups, stored, context };
				for (const rule of qualityRules(dataset).rowRules) rowOutcome(tally, rule, given);
				for (const rule of qualityRules(dataset).fileRules) fileOutcome(tally, rule, given);
				beyondOutcomes(tally, history, given);
			}
			return [quarter, tally.outcomes()];
		})
	);
}

type Given = {
	readonly dataset: Dataset;
	/** Rows in force, newest period first. */
	readonly groups: readonly (readonly Row[])[];
	/** All that is stored; a row's line is its place here. */
	readonly stored: readonly Stored[];
	readonly context: StoredContext;
};

/** The newest rows that have what the rule looks at decide. */
function rowOutcome(tally: Tally, rule: RowRule, given: Given): void {
	for (const rows of given.groups) {
		const context = { ...given.context, rows };
		const looked = rows.filter(({ cells }) => rule.applies?.(cells, context) ?? true);
		if (looked.length === 0) continue;
		const faults = looked.flatMap((row) => {
			const said = rule.check(row.cells, context);
			return said ? [faultOf(row.line, said, given)] : [];
		});
		tally.add(rule, faults);
		return;
	}
}

function fileOutcome(tally: Tally, rule: FileRule, given: Given): void {
	const latest = given.groups.find((rows) => rule.applies?.(rows) ?? true);
	if (!latest) return;
	const lines = new Set(latest.map(({ line }) => line));
	const found = [...rule.check(given.groups.flat())].filter(({ line }) => lines.has(line));
	tally.add(
		rule,
		found.map((said) => faultOf(said.line, said, given))
	);
}

function beyondOutcomes(tally: Tally, history: (row: Row) => History, given: Given): void {
	const { dataset, context } = given;
	for (const row of given.groups[0] ?? []) {
		const past = history(row);
		const beyond = { dataset, history: past, rates: context.rates };
		for (const rule of historyRules)
			if (rule.applies(row.cells, past, dataset))
				tally.add(
					rule,
					[...rule.check(row.cells, past, dataset)].map((said) => faultOf(row.line, said, given))
				);
		for (const rule of contextRules)
			if (rule.applies(row.cells, beyond))
				tally.add(
					rule,
					[...rule.check(row.cells, beyond)].map((said) => faultOf(row.line, said, given))
				);
	}
}

function faultOf(line: number, said: RuleFinding, { dataset, stored }: Given): Fault {
	const row = stored[line];
	if (!row) throw new Error(`${dataset.id}: no row ${line}`);
	return { dataset: dataset.id, row, field: said.column ?? '', message: said.message };
}
