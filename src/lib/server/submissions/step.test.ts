import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import type { Reading } from '#lib/intake/check.ts';
import { stepAddress, stepOf } from './step.ts';

const reading: Reading = {
	encoding: 'utf-8',
	delimiter: ',',
	headerLine: 1,
	numberStyles: {},
	columns: {},
	ignored: []
};
const waiting = { id: 'A', state: 'por_confirmar', reading } as const;
const rejected = { id: 'A', state: 'rechazada', reading } as const;
const finding = (code: string, more: Partial<Finding> = {}): Finding => ({
	code,
	severity: 'error',
	line: 2,
	field: 'usuarios',
	message: 'Dice otra cosa.',
	...more
});

test('a file that was not read, or whose columns are in doubt, asks about columns', () => {
	expect(stepOf({ state: 'recibida', reading: null }, [])).toBe('columnas');
	expect(stepOf({ state: 'rechazada', reading: null }, [])).toBe('columnas');
	expect(stepOf(rejected, [finding('ambiguous-number')])).toBe('columnas');
	expect(stepOf(rejected, [finding('no-dataset', { line: undefined, field: undefined })])).toBe(
		'columnas'
	);
	expect(stepOf(waiting, [finding('near-heading', { severity: 'warning' })])).toBe('columnas');
});

test('errors of cells, and warnings that wait for a reason, are corrected', () => {
	expect(stepOf(rejected, [finding('not-a-number')])).toBe('correcciones');
	const jump = finding('DQ19', { severity: 'warning', asksReason: true });
	expect(stepOf(waiting, [jump])).toBe('correcciones');
	expect(stepOf(waiting, [jump], [{ code: 'DQ19', field: 'usuarios' }])).toBe('cambios');
	expect(stepOf(waiting, [jump], [{ code: 'DQ19', field: 'otro' }])).toBe('correcciones');
});

test('a good file shows what changes; an untouched template goes straight to the end', () => {
	expect(stepOf(waiting, [])).toBe('cambios');
	const same = finding('same-as-previous', { severity: 'notice', line: undefined });
	expect(stepOf(waiting, [same])).toBe('confirmar');
	expect(stepOf(waiting, [same, finding('DQ06', { severity: 'warning' })])).toBe('cambios');
});

test('what is over leads to its receipt, and what was discarded nowhere', () => {
	expect(stepAddress({ ...waiting, state: 'confirmada' }, [])).toBe('/cargas/A/constancia');
	expect(stepAddress({ ...waiting, state: 'deshecha' }, [])).toBe('/cargas/A/constancia');
	expect(stepAddress({ ...waiting, state: 'descartada' }, [])).toBe('/cargas/A');
});
