import type { MendGroup } from './corrections-view.ts';

const listed = 12;

/** The errors of a file for the list at the top: one line a group, which leads to its first field. */
export function summaryOf(groups: readonly MendGroup[]): { field: string; message: string }[] {
	return groups
		.filter(({ severity }) => severity === 'error')
		.slice(0, listed)
		.map(({ id, told: [first], count }) => {
			const field =
				first?.line !== undefined && first.field ? `celda:${first.line}:${first.field}` : id;
			const more = count > 1 ? ` (y ${count - 1} más)` : '';
			return { field, message: `${first?.message ?? ''}${more}` };
		});
}
