import type { Dataset, FileRule, RowRule } from '../datasets/types.ts';
import { DQ01 } from './dq01.ts';
import { DQ02 } from './dq02.ts';
import { DQ03 } from './dq03.ts';
import { DQ05 } from './dq05.ts';
import { DQ06 } from './dq06.ts';
import { DQ07 } from './dq07.ts';
import { DQ08 } from './dq08.ts';
import { DQ09 } from './dq09.ts';
import { DQ10 } from './dq10.ts';
import { DQ11Activities, DQ11Sectors } from './dq11.ts';
import { DQ12 } from './dq12.ts';
import { DQ13 } from './dq13.ts';
import { DQ14 } from './dq14.ts';
import { DQ15 } from './dq15.ts';
import { DQ16 } from './dq16.ts';
import { DQ17 } from './dq17.ts';
import { DQ18 } from './dq18.ts';

/** Rules beyond a dataset's own: contradictions that real tables have had. */
export type QualityRules = {
	readonly rowRules: readonly RowRule[];
	readonly fileRules: readonly FileRule[];
};

const rowRules: Readonly<Record<string, readonly RowRule[]>> = {
	...DQ16,
	municipios: [DQ14],
	contexto: [
		DQ01,
		DQ02,
		DQ03,
		DQ05,
		...DQ06,
		DQ07,
		DQ08,
		DQ09,
		...(DQ16['contexto'] ?? []),
		...DQ17,
		DQ18
	]
};

const named = Object.keys({ ...DQ12, ...DQ15 });

const fileRules: Readonly<Record<string, readonly FileRule[]>> = {
	...Object.fromEntries(named.map((id) => [id, [...(DQ12[id] ?? []), ...(DQ15[id] ?? [])]])),
	contexto: [DQ10],
	actividades: [DQ11Activities, DQ13],
	microempresas: [DQ11Sectors]
};

/**
 * The data-quality rules that a dataset's rows are held to, by its id or declaration. Several may share
 * an id: one for each column they watch. Those of the reader and those over what is stored stand in
 * `catalogue.ts` with all the others.
 */
export function qualityRules(dataset: string | Dataset): QualityRules {
	const id = typeof dataset === 'string' ? dataset : dataset.id;
	const own = <Rule>(rules: Readonly<Record<string, readonly Rule[]>>) =>
		Object.hasOwn(rules, id) ? (rules[id] ?? []) : [];
	return { rowRules: own(rowRules), fileRules: own(fileRules) };
}
