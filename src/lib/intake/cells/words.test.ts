import { expect, test } from 'vitest';
import { blankOf } from './blank.ts';
import { excelTrace } from './excel.ts';
import { seen } from './read.ts';

test('the words for «no value» tell why, and none of them is zero', () => {
	for (const text of [
		'',
		'ND',
		'n.d.',
		'N.D.',
		's.d.',
		'S/D',
		'-',
		'--',
		'—',
		'…',
		'...',
		'sin dato',
		'N/D',
		'n/d',
		's.i.',
		'no registra',
		'No se sabe',
		'NULL'
	]) {
		expect(blankOf(text)).toBe('vacio');
	}
	for (const text of ['no aplica', 'No aplica', 'n/a', 'NA', 'N.A.']) {
		expect(blankOf(text)).toBe('no_aplica');
	}
	expect(blankOf('pendiente')).toBe('pendiente');
	expect(blankOf('Nada que informar')).toBe('nada');
	expect(blankOf('Ninguno')).toBe('nada');
	for (const text of ['0', '0.0', 'nadar', 'no', 'Nauta', '-5', '.', 'si', 'SI', 'Sí']) {
		expect(blankOf(text)).toBeUndefined();
	}
});

test('the traces of Excel are told apart from data', () => {
	expect(excelTrace('####')).toBe('excel-hashes');
	for (const text of [
		'#¡DIV/0!',
		'#DIV/0!',
		'#N/A',
		'#N/D',
		'#¿NOMBRE?',
		'#NAME?',
		'#¡REF!',
		'#VALUE!'
	]) {
		expect(excelTrace(text)).toBe('excel-error');
	}
	for (const text of ['05-ene', 'ene-05', 'sep-25', '5-ene-2025', '12-Dec', 'set. 2025']) {
		expect(excelTrace(text)).toBe('excel-date');
	}
	for (const text of ['1.2E+05', '4,19665e+04', '1E5'])
		expect(excelTrace(text)).toBe('excel-scientific');
	expect(excelTrace('VERDADERO')).toBe('excel-logical');
	expect(excelTrace('=A1+1')).toBe('excel-formula');
	for (const text of ['1250', '#1', 'E5', '2025-T3', 'enero', '5 de enero']) {
		expect(excelTrace(text)).toBeUndefined();
	}
});

test('a cell is read as it is seen: without blanks, hidden signs, loose quotes or Excel’s apostrophe', () => {
	expect(seen('\u00A0 1250\u200B ')).toBe('1250');
	expect(seen(' "1250"')).toBe('1250');
	expect(seen("'010101")).toBe('010101');
	expect(seen('\u202E1250')).toBe('1250');
	expect(seen('a "b" c')).toBe('a "b" c');
});
