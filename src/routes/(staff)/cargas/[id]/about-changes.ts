import type { Finding } from '#lib/domain/finding.ts';

const codes = new Set(['DQ19', 'DQ20', 'closed-quarter']);

/** Whether a warning is explained where old and new are shown: a figure jumps, a quarter is closed. */
export function isAboutChanges({ code }: Pick<Finding, 'code'>): boolean {
	return codes.has(code);
}
