import type { Finding, Severity } from '#lib/domain/finding.ts';

/** What was found of one kind in one column. */
export type FindingGroup = {
	severity: Severity;
	code: string;
	/** Title of the column; null for what concerns rows or the file. */
	column: string | null;
	count: number;
	/** The first ones in words, at most a hundred. */
	messages: string[];
};

const listed = 100;
const weight: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

/** Findings by column and rule; errors first, else in the order of the check. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
	const groups = new Map<string, FindingGroup>();
	for (const { severity, code, column = null, message } of findings) {
		const key = JSON.stringify([severity, code, column]);
		const group = groups.get(key) ?? { severity, code, column, count: 0, messages: [] };
		groups.set(key, group);
		group.count++;
		if (group.messages.length < listed) group.messages.push(message);
	}
	return [...groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity]);
}

/** How many findings of each weight. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, notice: 0 };
	for (const { severity } of findings) counts[severity]++;
	return counts;
}
