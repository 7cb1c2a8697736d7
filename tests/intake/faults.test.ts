import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faults } from '../fixtures/intake/faults.ts';
import { check } from './given.ts';

const folder = join(import.meta.dirname, '../fixtures/intake/faults');

describe('a file with one fault', () => {
	test.each(faults)('%s is %s: %s', (file, verdict, code, line, column) => {
		const checked = check(readFileSync(join(folder, file)));
		const found = checked.findings.map((finding) => finding.code);

		expect({ verdict: checked.verdict, found }).toEqual({ verdict, found: expect.anything() });
		if (code === null) {
			expect(found).toEqual([]);
			return;
		}
		const finding = checked.findings.find((one) => one.code === code);
		expect({ found, code, line: finding?.line ?? null, column: finding?.column ?? null }).toEqual({
			found: expect.anything(),
			code,
			line,
			column
		});
		// No other error hides the one that matters, and nothing else stands where no fault is.
		const others = checked.findings.filter((one) => one.severity === 'error' && one.code !== code);
		expect(others).toEqual([]);
	});

	test('every file of the folder is in the list', () => {
		expect(faults.map(([file]) => file).sort()).toEqual(readdirSync(folder).sort());
	});

	test('every message is in Spanish words, names its row and is short enough to read', () => {
		for (const [file, , code] of faults) {
			for (const { line, message, found } of check(readFileSync(join(folder, file))).findings) {
				expect(message).not.toMatch(/undefined|null|NaN\b(?!»)|\[object/);
				expect(message.endsWith('.') || message.endsWith('?')).toBe(true);
				expect(message.length).toBeLessThan(520);
				if (line !== undefined && code !== 'title-rows') expect(message).toMatch(/fila|Fila/);
				expect((found ?? '').length).toBeLessThanOrEqual(200);
			}
		}
	});
});
