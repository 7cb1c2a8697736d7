import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
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
		finding({ column: 'Monto', message: 'Fila 2' }),
		finding({ column: 'Año' }),
		finding({ column: 'Monto', message: 'Fila 9' })
	]);
	expect(groups.map(({ severity, column, count }) => [severity, column, count])).toEqual([
		['error', 'Monto', 2],
		['error', 'Año', 1],
		['notice', 'Ubigeo', 1]
	]);
	expect(groups[0]?.messages).toEqual(['Fila 2', 'Fila 9']);
});

test('a group lists a hundred and counts them all', () => {
	const groups = groupFindings(Array.from({ length: 5000 }, () => finding({ column: 'Monto' })));
	expect(groups).toHaveLength(1);
	expect(groups[0]?.count).toBe(5000);
	expect(groups[0]?.messages).toHaveLength(100);
});

test('each weight is counted', () => {
	expect(countFindings([finding({}), finding({ severity: 'warning' }), finding({})])).toEqual({
		error: 2,
		warning: 1,
		notice: 0
	});
});
