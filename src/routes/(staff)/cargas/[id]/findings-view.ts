import type { Finding, Severity } from '#lib/domain/finding.ts';
import { countedOnly } from './reach.ts';

/** One finding of a group, with what its cell holds. */
export type Told = Pick<Finding, 'line' | 'field' | 'found' | 'message'> & {
	/** It says the same as the first of its group, but for the place and the cell. */
	same: boolean;
	/** Its cell has its field in a group before. */
	elsewhere?: boolean;
};

/** What was found of one kind in one column. */
export type FindingGroup = {
	severity: Severity;
	code: string;
	/** Title of the column; null for what concerns rows or the file. */
	column: string | null;
	field: string | null;
	count: number;
	/** The first ones, at most a hundred. */
	told: Told[];
	/** Cells that «corregir las N iguales» would mend. */
	alike: number;
	asksReason: boolean;
};

const listed = 100;
const weight: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

/** Findings by column and rule; errors first, else in the order of the check. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
	const groups = new Map<string, FindingGroup>();
	for (const finding of findings) {
		const { severity, code, column = null } = finding;
		const key = JSON.stringify([severity, code, column]);
		const group = groups.get(key) ?? emptyGroup(finding);
		groups.set(key, group);
		group.count += countedOnly(finding) ?? 1;
		if (countedOnly(finding) !== undefined) continue;
		if (finding.replacement !== undefined && finding.field) group.alike++;
		if (finding.asksReason) group.asksReason = true;
		if (group.told.length < listed) group.told.push(toldOf(finding, group.told[0]));
	}
	return [...groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity]);
}

/** The finding as its group tells it. */
function toldOf(finding: Finding, first: Told | undefined): Told {
	const { line, field, found, message } = finding;
	return {
		line,
		field,
		found,
		message,
		same: first !== undefined && gist(first) === gist(finding)
	};
}

function gist({ line, found, message }: Pick<Finding, 'line' | 'found' | 'message'>): string {
	return message.replace(`Fila ${line}`, '').replace(`«${found}»`, '');
}

function emptyGroup({ severity, code, column, field }: Finding): FindingGroup {
	return {
		severity,
		code,
		column: column ?? null,
		field: field ?? null,
		count: 0,
		told: [],
		alike: 0,
		asksReason: false
	};
}

/** How many findings of each weight. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, notice: 0 };
	for (const finding of findings) counts[finding.severity] += countedOnly(finding) ?? 1;
	return counts;
}
