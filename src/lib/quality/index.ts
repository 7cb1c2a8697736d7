import type { Dataset, FileRule, RowRule } from '../datasets/types.ts';
import { DQ01 } from './dq01.ts';
import { DQ02 } from './dq02.ts';
import { DQ03 } from './dq03.ts';
import { DQ05 } from './dq05.ts';
import { DQ06 } from './dq06.ts';
import { DQ07 } from './dq07.ts';
import { DQ08 } from './dq08.ts';
import { DQ11Activities, DQ11Sectors } from './dq11.ts';
import { DQ17 } from './dq17.ts';
import { DQ18 } from './dq18.ts';

/** Rules beyond a dataset's own: contradictions that real tables have had. */
export type QualityRules = {
	readonly rowRules: readonly RowRule[];
	readonly fileRules: readonly FileRule[];
};

const rowRules: Readonly<Record<string, readonly RowRule[]>> = {
	contexto: [DQ01, DQ02, DQ03, DQ05, ...DQ06, DQ07, DQ08, ...DQ17, DQ18]
};

const fileRules: Readonly<Record<string, readonly FileRule[]>> = {
	actividades: [DQ11Activities],
	microempresas: [DQ11Sectors]
};

/**
 * The data-quality rules of a dataset, by its id or declaration. Several may share an id: one for each
 * column they watch. DQ04 (whole counts) is not here: the reader says it where it reads the number.
 */
export function qualityRules(dataset: string | Dataset): QualityRules {
	const id = typeof dataset === 'string' ? dataset : dataset.id;
	const own = <Rule>(rules: Readonly<Record<string, readonly Rule[]>>) =>
		Object.hasOwn(rules, id) ? (rules[id] ?? []) : [];
	return { rowRules: own(rowRules), fileRules: own(fileRules) };
}
