import { expect, test } from 'vitest';
import { attachmentHeaders } from './attachment.ts';

const disposition = (name: string) =>
	attachmentHeaders(name, 'application/octet-stream')['content-disposition'];

test('a name with accents travels plain and encoded', () => {
	expect(disposition('Ñuñoa tercer trimestre.csv')).toBe(
		`attachment; filename="Nunoa tercer trimestre.csv"; filename*=UTF-8''%C3%91u%C3%B1oa%20tercer%20trimestre.csv`
	);
});

test.each([
	['a"; filename="b.html', 'a_ filename_b.html'],
	['a\r\nSet-Cookie: x=1.csv', 'a_Set-Cookie_ x_1.csv'],
	['../../etc/passwd', 'passwd'],
	['C:\\fotos\\datos.csv', 'datos.csv'],
	['…', '...'],
	['日本', '_']
])('%j becomes %j', (name, plain) => {
	expect(disposition(name)).toContain(`filename="${plain}"`);
	expect(disposition(name)).not.toMatch(/[\r\n]/);
});

test('half a character does not break the header', () => {
	expect(disposition('a\uD800.csv')).toContain('filename*=UTF-8');
});
