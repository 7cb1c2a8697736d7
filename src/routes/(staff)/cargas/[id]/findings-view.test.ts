import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { cellFindings } from '#lib/intake/findings/cells.ts';
import { countFindings, groupFindings } from './findings-view.ts';

const finding = (more: Partial<Finding>): Finding => ({
	code: 'a',
	severity: 'error',
	message: 'Fila 2',
	...more
});

test('findings of one rule in one column are one group, errors first', () => {
	const groups = groupFindings([
		finding({ severity: 'notice', code: 'ubigeo', column: 'Ubigeo' }),
		finding({ column: 'Monto', field: 'monto', message: 'Fila 2', replacement: '12' }),
		finding({ column: 'Año' }),
		finding({ column: 'Monto', message: 'Fila 9' })
	]);
	expect(
		groups.map(({ severity, column, count, alike }) => [severity, column, count, alike])
	).toEqual([
		['error', 'Monto', 2, 1],
		['error', 'Año', 1, 0],
		['notice', 'Ubigeo', 1, 0]
	]);
	expect(groups[0]?.told.map(({ message }) => message)).toEqual(['Fila 2', 'Fila 9']);
});

test('a group lists a hundred and counts them all, also those that the check only counted', () => {
	const told = Array.from({ length: 1000 }, () => finding({ column: 'Monto', line: 2 }));
	const more = cellFindings.moreLikeThis(finding({ column: 'Monto', line: 2 }), 4000);
	const groups = groupFindings([...told, more]);
	expect(groups).toHaveLength(1);
	expect(groups[0]?.count).toBe(5000);
	expect(groups[0]?.told).toHaveLength(100);
	expect(countFindings([...told, more]).error).toBe(5000);
});

test('a group with one warning that asks for a reason asks for it', () => {
	const [group] = groupFindings([
		finding({ severity: 'warning' }),
		finding({ severity: 'warning', asksReason: true })
	]);
	expect(group?.asksReason).toBe(true);
});

test('each weight is counted', () => {
	expect(countFindings([finding({}), finding({ severity: 'warning' }), finding({})])).toEqual({
		error: 2,
		warning: 1,
		notice: 0
	});
});
