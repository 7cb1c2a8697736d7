import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sheets, type SheetName } from '../fixtures/intake/awkward/sheets.ts';
import { faults as folder } from '../fixtures/intake/faults.ts';
import { cases, edited, isFound, read } from './awkward-cases.ts';

/**
 * Every fault of the list (../shared/faults.md, rows 1 to 66), several times and in several files.
 * What must be said of each was worked out by hand from that list.
 */

/** Rows that are no matter of the reader, and where each is proved. */
const elsewhere: Readonly<Record<number, string>> = {
	6: 'tests/server/originals.test.ts',
	7: 'tests/pages/staff-upload.spec.ts',
	12: 'src/lib/intake/decode.test.ts',
	47: 'src/lib/quality/labour.test.ts',
	49: 'tests/submissions/contradictions.test.ts',
	51: 'tests/submissions/life.test.ts',
	52: 'tests/submissions/life.test.ts',
	53: 'tests/submissions/life.test.ts',
	54: 'tests/submissions/life.test.ts',
	56: 'tests/intake/never-throws.test.ts',
	58: 'src/lib/server/submissions/quota.ts',
	59: 'src/lib/intake/xlsx/read.test.ts',
	60: 'src/lib/intake/xlsx/hostile.test.ts'
};

describe('the good sheets', () => {
	test.each(Object.keys(sheets) as SheetName[])(
		'%s is taken in every style, in silence',
		(sheet) => {
			for (const style of ['plain', 'excel', 'tab', 'pipe', 'utf16', 'mac', 'quoted'] as const) {
				const { verdict, findings } = read({ bytes: edited(sheet, style, []) });
				expect({ style, verdict, findings }).toEqual({ style, verdict: 'accepted', findings: [] });
			}
		}
	);
});

describe('an awkward file', () => {
	test.each(cases)('$name', (one) => {
		const checked = read(one);
		const said = checked.findings.map(
			({ code, line, column }) => `${code} ${line ?? '-'} ${column ?? '-'}`
		);
		const missing = one.places.filter((place) => !isFound(place, checked));
		expect({ verdict: checked.verdict, missing, said }).toEqual({
			verdict: one.verdict,
			missing: [],
			said
		});

		// No other error hides the one that matters.
		const codes = new Set(one.places.map(([code]) => code));
		const others = checked.findings.filter(
			({ code, severity }) => severity === 'error' && !codes.has(code)
		);
		expect(others).toEqual([]);
	});

	test('there are at least 250, every row of the list is met or is proved elsewhere', () => {
		expect(cases.length + folder.length).toBeGreaterThanOrEqual(350);
		const met = new Set(cases.flatMap(({ faults }) => faults));
		const rows = Array.from({ length: 66 }, (_, index) => index + 1);
		expect(rows.filter((row) => !met.has(row) && elsewhere[row] === undefined)).toEqual([]);
		for (const file of Object.values(elsewhere)) expect(existsSync(file), file).toBe(true);
	});

	test('of the faults with a place, at least 98 of 100 are told by row and column', () => {
		let located = 0;
		let right = 0;
		for (const one of cases) {
			const checked = read(one);
			for (const place of one.places) {
				if (place[1] === null && place[2] === null) continue;
				located++;
				if (isFound(place, checked)) right++;
			}
		}
		expect(located).toBeGreaterThanOrEqual(200);
		expect(right / located).toBeGreaterThanOrEqual(0.98);
	});
});
