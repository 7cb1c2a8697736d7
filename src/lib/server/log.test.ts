import { expect, test } from 'vitest';
import { logLine } from './log.ts';

const at = new Date('2026-11-21T19:05:00Z');

test('a line of JSON has time, level, event and fields', () => {
	const line = logLine('json', { level: 'info', event: 'started', fields: { port: 3000 }, at });
	expect(JSON.parse(line)).toEqual({
		at: '2026-11-21T19:05:00.000Z',
		level: 'info',
		event: 'started',
		port: 3000
	});
});

test.each(['json', 'texto'] as const)(
	'what a file is called cannot write a line of its own (%s)',
	(chosen) => {
		const name = 'a\r\n2026 error falso\u001b[31m\u202e\u0085';
		const line = logLine(chosen, { level: 'warn', event: `e\n${name}`, fields: { name }, at });
		for (const mark of ['\r', '\n', '\u001b', '\u202e', '\u0085']) expect(line).not.toContain(mark);
		expect(line).toContain('[31m');
	}
);

test('an error is written with its cause', () => {
	const error = new Error('outer', { cause: new Error('inner') });
	const line = logLine('texto', { level: 'error', event: 'failed', fields: { error }, at });
	expect(line).toContain('outer');
	expect(line).toContain('inner');
});

test('what a query was asked with stays out of the log', () => {
	const refused = Object.assign(new Error('duplicate key'), {
		code: '23505',
		params: ['ana@x.pe', '$argon2id$v=19$secreto'],
		parameters: ['$argon2id$v=19$secreto'],
		args: ['$argon2id$v=19$secreto'],
		detail: 'Failing row contains (ana, $argon2id$v=19$secreto).'
	});
	for (const error of [refused, new Error('outer', { cause: refused })]) {
		const line = logLine('texto', { level: 'error', event: 'bug', fields: { error }, at });
		expect(line).toContain('23505');
		expect(line).not.toContain('secreto');
	}
});
