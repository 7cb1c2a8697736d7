import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

describe('an export as CSV', () => {
	test('for machines is plain UTF-8 with commas, a dot for decimals and line ends of RFC 4180', () => {
		expect(writeCsv(['a', 'b'], [{ a: 'Ñuñoa', b: 1380.6 }])).toBe('a,b\r\nÑuñoa,1380.6\r\n');
	});

	test('for people starts with the mark of UTF-8 and is split by their separator', () => {
		expect(writeCsv(['a', 'b'], [{ a: 'uno; dos', b: 2 }], { people: { delimiter: ';' } })).toBe(
			'\uFEFFa;b\r\n"uno; dos";2\r\n'
		);
	});

	test('quotes a cell with a comma, a quote or a line break, doubling the quotes', () => {
		expect(writeCsv(['a'], [{ a: 'dijo "sí", y\nse fue' }])).toBe(
			'a\r\n"dijo ""sí"", y\nse fue"\r\n'
		);
	});

	test('leaves a blank empty, a zero as zero and a flag as 1 or 0', () => {
		expect(writeCsv(['a', 'b', 'c', 'd'], [{ a: null, b: 0, c: true, d: false }])).toBe(
			'a,b,c,d\r\n,0,1,0\r\n'
		);
	});

	test('a negative number stays a number', () => {
		expect(writeCsv(['a'], [{ a: -2.5 }])).toBe('a\r\n-2.5\r\n');
	});

	test.each([
		'=HYPERLINK("x")',
		'+cmd',
		'-2+3',
		'@SUM(A1)',
		'\t=1',
		'\rdos',
		' =1+1',
		'＝1+1',
		'＋1',
		'－1',
		'＠x'
	])('a text that a spreadsheet would run is made inert: %j', (text) => {
		const written = writeCsv(['a'], [{ a: text }]);
		expect(written.startsWith("a\r\n'") || written.startsWith('a\r\n"\'')).toBe(true);
	});
});
