import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { limaDate, limaDateTime } from './lima.ts';

test('equal things have equal text, whatever the order of their keys', () => {
	expect(canonicalJson({ b: 1, a: [null, { d: 'x', c: true }] })).toBe(
		'{"a":[null,{"c":true,"d":"x"}],"b":1}'
	);
	expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

test('the new year comes five hours later in Lima', () => {
	expect(limaDate(new Date('2027-01-01T04:59:00Z'))).toBe('2026-12-31');
	expect(limaDate(new Date('2027-01-01T05:30:00Z'))).toBe('2027-01-01');
	expect(limaDateTime(new Date('2027-01-01T05:30:00Z'))).toBe('2027-01-01 00:30');
});
