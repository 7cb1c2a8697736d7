import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { encodings } from '#lib/intake/decode.ts';
import { check } from './given.ts';

const header = 'municipio_id,ambito_datos,anio,fuente,poblacion_total,tasa_analfabetismo,nota';
const row = '180301,provincia,1993,censo,51481,4.4,';

describe('no file makes the reader throw', () => {
	test('bytes of any kind', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(check(bytes).findings.length).toBeGreaterThan(0);
			}),
			{ numRuns: 400 }
		);
	});

	test('bytes of any kind, whatever was chosen for them', () => {
		const choices = fc.record(
			{
				dataset: fc.constantFrom(...datasets.map(({ id }) => id), 'otro', '__proto__'),
				encoding: fc.constantFrom(...encodings, 'otra'),
				delimiter: fc.constantFrom(',', ';', '\t', '|', '', '"', '\n', 'ab'),
				headerLine: fc.integer({ min: -1, max: 30 }),
				columns: fc.dictionary(fc.string(), fc.constantFrom('anio', 'otra', '', '__proto__')),
				values: fc.dictionary(fc.constantFrom('anio', 'fuente', '__proto__'), fc.string()),
				numberStyles: fc.dictionary(
					fc.string(),
					fc.constantFrom('point' as const, 'comma' as const)
				)
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), choices, (bytes, chosen) => {
				expect(check(bytes, chosen).verdict).toBe('rejected');
			}),
			{ numRuns: 300 }
		);
	});

	test('a good file with any texts in its cells keeps its lines and shortens what it echoes', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 80 }),
			fc.constantFrom('1.380', '(5)', '=A1', '#N/A', 'III trim 2025', '__proto__', '"', '٣')
		);
		fc.assert(
			fc.property(
				fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 6 }),
				(rows) => {
					const quoted = rows.map((cells) =>
						cells.map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`).join(',')
					);
					const { findings } = check([header, row, ...quoted, ''].join('\n'));
					for (const { line, message } of findings) {
						if (line !== undefined) expect(line).toBeLessThanOrEqual(rows.length + 2);
						expect(message.length).toBeLessThan(700);
					}
				}
			),
			{ numRuns: 300 }
		);
	});
});

describe('sizes that are an attack', () => {
	const of = (body: string) => check(`${header}\n${row}\n${body}`);
	const codes = (body: string) => of(body).findings.map(({ code }) => code);

	test('200,000 columns, a million delimiters, a cell of ten megabytes', () => {
		expect(codes(','.repeat(1_000_000))).toEqual(['empty-tail']);
		expect(check(Array(200_000).fill('a').join(',')).verdict).toBe('rejected');
		expect(codes(`${'x,'.repeat(1_000_000)}`)).toContain('too-many-columns');
		expect(codes(`180301,provincia,1996,documento,55892,4.4,${'x'.repeat(10_000_000)}`)).toContain(
			'too-long'
		);
	});

	test('a quote that is opened and never closed, quotes everywhere', () => {
		expect(
			codes(`180301,provincia,1996,documento,55892,4.4,"${`${'x,'.repeat(20)}\n`.repeat(400_000)}`)
		).toEqual(['unclosed-quote']);
		expect(codes('"a'.repeat(3_000_000))).toEqual(['stray-quote']);
		expect(codes('""'.repeat(2_000_000)).length).toBeGreaterThan(0);
		expect(codes('" '.repeat(2_000_000)).length).toBeGreaterThan(0);
	});

	test('nothing but line ends, and more rows than anybody sends', () => {
		expect(check('\n'.repeat(5_000_000)).findings.map(({ code }) => code)).toEqual(['empty-file']);
		expect(codes('1\n'.repeat(2_000_000))).toContain('too-many-rows');
	});

	test('eighty thousand letters that look like a number', () => {
		for (const text of [
			'1'.repeat(80_000),
			'1.'.repeat(40_000),
			'1 '.repeat(40_000),
			'('.repeat(80_000)
		]) {
			expect(codes(`180301,provincia,1996,documento,"${text}",4.4,`)).toContain('too-long');
		}
		const heading = check(`${header},${'a '.repeat(40_000)}\n${row},\n`);
		expect(heading.rows.length).toBe(1);
	});

	test('fifty thousand bad rows are counted, not all listed', () => {
		const bad = '180301,provincia,1996,documento,mucha,4.4,\n'.repeat(50_000);
		const { findings, verdict } = of(bad);
		const numbers = findings.filter(({ code }) => code === 'not-a-number');
		expect(verdict).toBe('rejected');
		expect(numbers.length).toBe(1001);
		expect(numbers.at(-1)?.message).toContain('49000 celdas más');
	});
});
