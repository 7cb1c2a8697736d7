import { datasets } from '../datasets/index.ts';
import type { Severity } from '../domain/finding.ts';
import { DQ04 } from './dq04.ts';
import { DQ22 } from './dq22.ts';
import { DQ23 } from './dq23.ts';
import { contextRules, historyRules } from './history.ts';
import { qualityRules } from './index.ts';

/** Where a rule looks: a row, a file, what was stored before, or the cell as it is read. */
export type Looks = 'fila' | 'archivo' | 'guardado' | 'lectura';

/** One of the 23 rules, for lists of them. */
export type CataloguedRule = {
	readonly id: string;
	readonly severity: Severity;
	/** What it asks; several sentences where it watches several columns. */
	readonly says: readonly string[];
	readonly looks: Looks;
	/** Datasets that it watches; none named means all. */
	readonly datasets: readonly string[];
};

type Declared = { readonly id: string; readonly severity: Severity; readonly says: string };

/** All rules by number, each once. */
export const catalogue: readonly CataloguedRule[] = gather();

/** What a mark of quality weighs: an error three times a warning; the rest tells and weighs nothing. */
export const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 1, notice: 0 };

/** The rule with an id (`DQ11`), or undefined. */
export function findRule(id: string): CataloguedRule | undefined {
	return catalogue.find((rule) => rule.id === id);
}

/** Rules of the reader by the code of the finding that tells of them: `unknown-municipality` → DQ23. */
export function readerRule(code: string): Declared | undefined {
	return [DQ04, DQ22, DQ23].find(({ codes }) => codes.includes(code));
}

function gather(): CataloguedRule[] {
	const found = new Map<string, CataloguedRule>();
	const add = (rule: Declared, looks: Looks, dataset?: string) => {
		const { id, severity, says } = rule;
		const before = found.get(id) ?? { id, severity, says: [], looks, datasets: [] };
		found.set(id, {
			...before,
			says: before.says.includes(says) ? before.says : [...before.says, says],
			datasets:
				dataset === undefined || before.datasets.includes(dataset)
					? before.datasets
					: [...before.datasets, dataset]
		});
	};

	for (const { id } of datasets) {
		for (const rule of qualityRules(id).rowRules) add(rule, 'fila', id);
		for (const rule of qualityRules(id).fileRules) add(rule, 'archivo', id);
	}
	for (const rule of [...historyRules, ...contextRules]) add(rule, 'guardado');
	for (const rule of [DQ04, DQ22, DQ23]) add(rule, 'lectura');
	return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
