import { describe, expect, test } from 'vitest';
import { addressOf, codeOf, readAsked } from './asked.ts';

const read = (query: string) => readAsked(new URLSearchParams(query));

describe('the address of a comparison', () => {
	test('keeps the municipalities in its own order, each once', () => {
		expect(read('m=990001&m=180301&m=990001&m=').codes).toEqual(['990001', '180301']);
	});

	test('takes a code with the name after or before it, and leaves the rest as typed', () => {
		expect(codeOf('180301-ilo')).toBe('180301');
		expect(codeOf('Ilo (180301)')).toBe('180301');
		expect(codeOf(' 180301 ')).toBe('180301');
		expect(codeOf('1803011')).toBe('1803011');
		expect(codeOf('San Marcos')).toBe('San Marcos');
	});

	test('has an order that is known, else the usual one', () => {
		expect(read('orden=tema').order).toBe('tema');
		expect(read('orden=constructor').order).toBe('diferencia');
		expect(read('').order).toBe('diferencia');
	});

	test('says only what is not usual', () => {
		expect(addressOf([])).toBe('/comparar');
		expect(addressOf(['180301', '990001'])).toBe('/comparar?m=180301&m=990001');
		expect(addressOf(['180301'], { quarter: '1999-T3', order: 'nombre' })).toBe(
			'/comparar?m=180301&trimestre=1999-T3&orden=nombre'
		);
		expect(addressOf(['180301'], {}, '/comparar.csv')).toBe('/comparar.csv?m=180301');
	});
});
