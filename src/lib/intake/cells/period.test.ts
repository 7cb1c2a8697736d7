import { describe, expect, test } from 'vitest';
import type { Column } from '#lib/datasets/types.ts';
import { readDate } from './date.ts';
import { readQuarter } from './quarter.ts';
import { quarterIn } from './quarter-words.ts';
import { readYear } from './year.ts';

const column: Column = { label: 'Trimestre', type: 'quarter', example: '2025-T3' };
const spot = (found: string) => ({ line: 2, label: 'Trimestre', found });

describe('a quarter', () => {
	test.each([
		'2025-T3',
		'2025T3',
		'2025 T3',
		'2025-t3',
		'T3-2025',
		'3T2025',
		'2025-III',
		'III-2025',
		'2025 iii',
		'III trimestre 2025',
		'III Trimestre del 2025',
		'III trim 2025',
		'III TRIM. 2025',
		'3er trim 2025',
		'3er. trimestre de 2025',
		'tercer trimestre 2025',
		'trimestre 3 2025',
		'2025Q3',
		'IIIT2025',
		'III-TRIM-2025',
		'julio-setiembre 2025',
		'Jul - Set 2025',
		'2025-T3 (julio a septiembre)',
		'Q3 2025'
	])('%s is 2025-T3', (text) => {
		expect(quarterIn(text)).toBe('2025-T3');
	});

	test.each([
		'2025-3',
		'2025',
		'2025-T5',
		'2025-T0',
		'T3',
		'25-T3',
		'20255-T3',
		'1899-T3',
		'2025-V',
		'2025-T3-T4',
		'III y IV trimestre 2025',
		'2024-2025 T3',
		'45931',
		'30/09/2025',
		'constructor 2025',
		'setiembre 2025',
		'enero-junio 2025',
		'mayo-julio 2025',
		'2025-T2 (julio a setiembre)',
		'julio-setiembre'
	])('%s is none', (text) => {
		expect(quarterIn(text)).toBeUndefined();
	});

	test('says what looks wrong and proposes the form that can be told', () => {
		const read = (text: string) =>
			readQuarter({ text, column, spot: spot(text) }, { today: '2026-11-21', isPeriod: true });
		expect(read('2025-3').finding?.suggestion).toBe('2025-T3');
		expect(read('2025-09').finding).toMatchObject({ code: 'not-a-quarter', suggestion: '2025-T3' });
		// Three with its zero is March; without it nobody knows.
		expect(read('2025-03').finding?.suggestion).toBe('2025-T1');
		expect(read('03/2025').finding?.suggestion).toBe('2025-T1');
		expect(read('3T25').finding).toMatchObject({ suggestion: '2025-T3' });
		expect(read('T3-25').finding?.message).toContain('cuatro cifras');
		for (const text of ['T3', 'III trimestre', 'jul-set'])
			expect(read(text).finding?.message).toContain('Falta el año');
		expect(read('2025').finding?.message).toContain('falta el trimestre');
		expect(read('45931').finding?.message).toContain('número de serie');
		expect(read('2025-T5').finding?.message).toContain('T1 a T4');
		expect(read('2026-T4')).toMatchObject({ value: '2026-T4', finding: { severity: 'notice' } });
		expect(read('2027-T1')).toMatchObject({ value: null, finding: { code: 'future-quarter' } });
	});

	test('may be to come where it is no period of what is reported', () => {
		const read = readQuarter(
			{ text: '2030-T1', column, spot: spot('2030-T1') },
			{ today: '2026-11-21', isPeriod: false }
		);
		expect(read).toEqual({ value: '2030-T1' });
	});
});

describe('a date is day, month and year, or ISO', () => {
	const read = (text: string) =>
		readDate(
			{ text, column: { ...column, type: 'date' }, spot: spot(text) },
			{ today: '2026-11-21' }
		);

	test.each([
		['03/04/2026', '2026-04-03'],
		['3-4-2026', '2026-04-03'],
		['30.09.2025', '2025-09-30'],
		['2025-09-30', '2025-09-30'],
		['30/09/2025 00:00', '2025-09-30'],
		['29/02/2024', '2024-02-29']
	])('%s', (text, value) => {
		expect(read(text)).toEqual({ value });
	});

	test.each([
		['31/02/2025', 'no existe'],
		['29/02/2025', 'no existe'],
		['09/30/2025', 'El día va primero'],
		['30/09/25', 'cuatro cifras'],
		['45931', 'número de serie'],
		['30/09/2025 14:05', 'hora'],
		['ayer', 'No es una fecha']
	])('%s is refused', (text, why) => {
		expect(read(text).value).toBeNull();
		expect(read(text).finding?.message).toContain(why);
	});
});

test('a year has four digits, whatever Excel added to it', () => {
	const year: Column = { label: 'Año', type: 'year', min: 1940, max: 2100 };
	const read = (text: string) =>
		readYear({ text, column: year, spot: spot(text) }, { today: '2026-11-21' });
	expect(read('1993')).toEqual({ value: 1993 });
	expect(read('1,993')).toMatchObject({ value: 1993, finding: { code: 'year-normalised' } });
	expect(read('1993.0')).toMatchObject({ value: 1993, finding: { code: 'year-normalised' } });
	expect(read('1939').finding?.code).toBe('out-of-range');
	for (const text of ['93', '19933', '1993-T1', 'mil']) expect(read(text).value).toBeNull();
});
