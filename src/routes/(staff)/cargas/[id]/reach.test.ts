import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { cellFindings } from '#lib/intake/findings/cells.ts';
import { isAboutColumns } from '#lib/server/submissions/step.ts';
import { countedOnly, reachableStep } from './reach.ts';

const finding = (more: Partial<Finding>): Finding => ({
	code: 'not-a-count',
	severity: 'error',
	message: 'Fila 2',
	...more
});
const missing = finding({ code: 'missing-column', column: 'Año' });
const cell = finding({ line: 2, column: 'Año', field: 'anio' });

test('a column that is missing is asked before any cell', () => {
	const rejected = { state: 'rechazada', reading: {} } as const;
	expect(reachableStep(rejected, [cell])).toBe('correcciones');
	expect(reachableStep(rejected, [cell, missing])).toBe('columnas');
	expect(reachableStep({ state: 'rechazada', reading: null }, [cell])).toBe('columnas');
});

test('a file that was not read yet, or is good, comes as far as its state says', () => {
	expect(reachableStep({ state: 'recibida', reading: null }, [])).toBe('columnas');
	expect(reachableStep({ state: 'por_confirmar', reading: {} }, [])).toBe('confirmar');
});

test('what is wrong with the file as a whole is no cell to correct', () => {
	expect(isAboutColumns(finding({ code: 'not-text' }), [])).toBe(true);
	expect(isAboutColumns(finding({ code: 'DQ17' }), [])).toBe(false);
	expect(isAboutColumns(cell, [cell])).toBe(false);
});

test.each([1, 41, 4000])('%i more that are only counted are no trouble of the columns', (count) => {
	const short = finding({ code: 'short-row', line: 9 });
	const more = cellFindings.moreLikeThis(short, count);
	expect(countedOnly(more)).toBe(count);
	expect(isAboutColumns(more, [short, more])).toBe(false);
	expect(countedOnly(cell)).toBeUndefined();
});
