import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/finding.ts';
import { Collected } from './collect.ts';

const told = (line: number): Finding => ({
	code: 'not-a-count',
	severity: 'error',
	line,
	column: 'Usuarios',
	message: 'No es un número.'
});

test('of one kind the first thousand are told and the rest counted', () => {
	const found = new Collected();
	for (let line = 2; line < 1502; line++) found.add(told(line));
	expect(found.list()).toHaveLength(1001);
	expect(found.list().at(-1)?.message).toContain('500');
});

test('a list to take home has every one', () => {
	const found = new Collected({ every: true });
	for (let line = 2; line < 1502; line++) found.add(told(line));
	expect(found.list().map(({ line }) => line)).toEqual(
		Array.from({ length: 1500 }, (_, index) => index + 2)
	);
});
