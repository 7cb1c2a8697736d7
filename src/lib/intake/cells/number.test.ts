import { describe, expect, test } from 'vitest';
import type { Column } from '#lib/datasets/types.ts';
import { readNumber } from './number.ts';
import { shapeOf } from './number-shape.ts';
import { signsOf } from './number-signs.ts';
import { StyleEvidence } from './number-style.ts';

const decimal: Column = { label: 'Monto', type: 'decimal' };
const count: Column = { label: 'Usuarios', type: 'count' };
const percent: Column = { label: 'Porcentaje', type: 'percent' };
const rate: Column = { label: 'Tipo de cambio', type: 'decimal', min: 0.1, max: 100 };

/** Reads a column of cells; gives the values, with the codes of what was found. */
function read(column: Column, texts: readonly string[], chosen?: 'point' | 'comma') {
	const cells = texts.map((text, index) => ({ line: index + 2, text }));
	const evidence = new StyleEvidence(column);
	for (const { line, text } of cells) evidence.add(line, text);
	const style = evidence.decide(chosen);
	const reads = cells.map(({ line, text }) =>
		readNumber({ text, column, spot: { line, label: column.label, found: text } }, style)
	);
	return {
		style: style.style,
		values: reads.map(({ value }) => value),
		codes: reads.map(({ finding }) => finding?.code ?? null),
		reads
	};
}

describe('a column of decimals is read in one style, told by all its cells', () => {
	test.each([
		[['1,234.50', '1,234'], 'point', [1234.5, 1234]],
		[['1.234,50', '1.234'], 'comma', [1234.5, 1234]],
		[['1 234.50', '1,234'], 'point', [1234.5, 1234]],
		[['1 234,50', '60 000'], 'comma', [1234.5, 60000]],
		[["1'234.50", '7'], 'point', [1234.5, 7]],
		[["1'250,000.50", '1,380'], 'point', [1250000.5, 1380]],
		[['S/ 1,234.50', 'S/. 5'], 'point', [1234.5, 5]],
		[['US$ 30,000.00', 'USD 1,380'], 'point', [30000, 1380]],
		[['1.380,6', '13.467'], 'comma', [1380.6, 13467]],
		[['0.380', '1.380'], 'point', [0.38, 1.38]],
		[['1,234,567', '1,234'], 'point', [1234567, 1234]],
		[['1\u00A0234,5', '1\u202F234,5'], 'comma', [1234.5, 1234.5]],
		[['.5', '1250'], 'point', [0.5, 1250]]
	] as const)('%j', (texts, style, values) => {
		const found = read(decimal, texts);
		expect(found.style).toBe(style);
		expect(found.values).toEqual(values);
		expect(found.codes).toEqual(texts.map(() => null));
	});

	test('one that stays ambiguous is asked about once, with both readings', () => {
		const { values, codes, reads } = read(decimal, ['1.380', '12.500', '7']);
		expect(values).toEqual([null, null, 7]);
		expect(codes).toEqual(['ambiguous-number', null, null]);
		expect(reads[0]?.finding).toMatchObject({ line: 2, suggestion: '1380 o 1.38' });
		expect(reads[0]?.finding?.message).toContain(
			'una celda más'.replace('una celda más', 'otra celda')
		);
		expect(reads[1]?.unread).toBe(true);
	});

	test('a choice answers the question', () => {
		expect(read(decimal, ['1.380'], 'point').values).toEqual([1.38]);
		expect(read(decimal, ['1.380'], 'comma').values).toEqual([1380]);
	});

	test('a cell against the others, or against the choice, is never read', () => {
		const mixed = read(decimal, ['1.5', '2.5', '3,5']);
		expect(mixed.values).toEqual([1.5, 2.5, null]);
		expect(mixed.codes[2]).toBe('mixed-number-styles');
		expect(read(decimal, ['1,234.50'], 'comma').codes).toEqual(['mixed-number-styles']);
	});

	test('the range of the column may tell, and says so', () => {
		const { values, codes } = read(rate, ['3.505', '3.511']);
		expect(values).toEqual([3.505, 3.511]);
		expect(codes).toEqual(['style-by-range', null]);
	});
});

describe('a column of counts', () => {
	test.each([
		['55.892', 55892, 'grouped-number'],
		['55,892', 55892, 'grouped-number'],
		['60 000', 60000, 'grouped-number'],
		['1.234.567', 1234567, 'grouped-number'],
		['1250', 1250, null],
		['1250.00', 1250, null],
		['+5', 5, null],
		['0', 0, null],
		['55,9', 55.9, 'DQ04'],
		['12.5', 12.5, 'DQ04'],
		['1.23.4', null, 'wrong-groups'],
		['12,34,567', null, 'wrong-groups'],
		['-5', null, 'negative-number'],
		['−5', null, 'negative-number'],
		['(5)', null, 'negative-number'],
		['5-', null, 'negative-number'],
		['-0', 0, null],
		['9007199254740993', null, 'number-too-big'],
		['0x10', null, 'not-a-number'],
		['1_000', null, 'not-a-number'],
		['Infinity', null, 'not-a-number'],
		['１２', null, 'not-a-number'],
		['50%', null, 'not-a-number'],
		['S/ 50', null, 'not-a-number']
	])('%s', (text, value, code) => {
		const found = read(count, [text]);
		expect(found.values).toEqual([value]);
		expect(found.codes).toEqual([code]);
	});
});

test('a percentage may have its sign, and stays within 100', () => {
	expect(read(percent, ['45.7%', '100', '0']).values).toEqual([45.7, 100, 0]);
	expect(read(percent, ['104.4']).codes).toEqual(['percent-over-100']);
	expect(read(percent, ['-4']).codes).toEqual(['negative-number']);
});

test('signs, currency and percent come off in any order', () => {
	expect(signsOf('-S/ 5.00')).toMatchObject({ core: '5.00', negative: true, currency: 'PEN' });
	expect(signsOf('(US$ 5)')).toMatchObject({ core: '5', negative: true, currency: 'USD' });
	expect(signsOf('1,500 nuevos soles')).toMatchObject({ core: '1,500', currency: 'PEN' });
	expect(signsOf('45 %')).toMatchObject({ core: '45', percent: true, negative: false });
});

test('only `1.380` and its like are two numbers', () => {
	const either = ['1.380', '13,467', '999.999'];
	const one = [
		'1380',
		'1.38',
		'1.3800',
		'0.380',
		'1234.567',
		'1.380,6',
		'1,380.6',
		'1.380.600',
		'.380'
	];
	expect(either.map((text) => shapeOf(text).kind)).toEqual(['either', 'either', 'either']);
	expect(one.map((text) => shapeOf(text).kind)).not.toContain('either');
});
