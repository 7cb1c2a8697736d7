import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { faults } from '../fixtures/intake/faults.ts';
import { cases, read, type Case } from './awkward-cases.ts';

/** What «corregir las N iguales» writes in a cell must mend it, and spoil nothing. */

type File = Pick<Case, 'name' | 'bytes' | 'dataset'>;

const folder = join(import.meta.dirname, '../fixtures/intake/faults');
const files: readonly File[] = [
	...faults.map(([name]) => ({ name, bytes: readFileSync(join(folder, name)) })),
	...cases
];

const mendable = files.flatMap((file) =>
	read(file)
		.findings.filter(({ replacement }) => replacement !== undefined)
		.map((finding) => ({ name: file.name, file, finding }))
);

const isSame = (a: Finding, b: Finding) =>
	a.code === b.code && a.line === b.line && a.field === b.field;

describe('a proposed replacement', () => {
	test.each(mendable)(
		'$name: $finding.code, $finding.found → $finding.replacement',
		({ file, finding }) => {
			const { line, field = '', replacement = '' } = finding;
			const before = read(file).findings;
			const after = read(file, { cells: { [String(line)]: { [field]: replacement } } }).findings;

			expect(after.filter((one) => isSame(one, finding))).toEqual([]);
			// Two spellings of one name were two rows; written alike they are one row twice, which was doubted before.
			const wasDoubted = before.some(
				({ code, line: at }) => code === 'near-duplicate' && at === line
			);
			const added = after.filter(
				(one) =>
					one.severity === 'error' &&
					!(wasDoubted && one.code === 'duplicate-key') &&
					!before.some((other) => isSame(other, one))
			);
			expect(added).toEqual([]);
			expect(finding.found).not.toBe(replacement);
		}
	);

	test('is there for each kind of mendable cell', () => {
		const codes = new Set(mendable.map(({ finding }) => finding.code));
		expect([...codes].sort()).toEqual(
			[
				'DQ05',
				'DQ12',
				'accounting-zero',
				'control-characters',
				'date-normalised',
				'excel-date',
				'flag-normalised',
				'grouped-number',
				'mixed-number-styles',
				'not-a-date',
				'not-a-number',
				'not-a-quarter',
				'not-a-year',
				'not-an-ubigeo',
				'out-of-range',
				'quarter-normalised',
				'sol-por-sol',
				'ubigeo-padded',
				'ubigeo-repaired',
				'unknown-code',
				'year-normalised'
			].sort()
		);
	});

	test('is one thing and no guess between two', () => {
		const of = (typed: string) =>
			mendable
				.filter(({ finding }) => finding.found === typed)
				.map(({ finding }) => finding.replacement);
		expect(new Set(of('III-25'))).toEqual(new Set(['2025-T3']));
		expect(of('1803')).toEqual(expect.arrayContaining(['180301']));
		expect(of('12 personas')).toEqual(['12']);
		expect(of('02/20/2025')).toEqual(['20/02/2025']);
		expect(of('45708')).toEqual(['20/02/2025']);
		expect(of('S/ 10.00')).toEqual(['10']);
		for (const doubtful of [
			'2025-3',
			'12,5',
			'-120',
			'1.380',
			'tal vez',
			'05-ene',
			'85 aprox.',
			'45 %'
		])
			expect(of(doubtful), doubtful).toEqual([]);
		expect(of('01/07/2025')).toEqual([]);
	});
});
