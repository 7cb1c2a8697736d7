import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BadSettings, readSettings } from './settings.ts';

const megabyte = 1024 * 1024;

test('nothing is needed to start', () => {
	expect(readSettings({ PATH: '/bin', DATABASE_URL: '' })).toEqual({
		port: 3000,
		host: '127.0.0.1',
		baseUrl: 'http://127.0.0.1:3000',
		baseUrlGiven: false,
		dataDir: resolve('data'),
		uploadLimit: 20 * megabyte,
		logFormat: 'texto'
	});
});

test.each([
	['20 MB', 20 * megabyte],
	['1.5MB', 1.5 * megabyte],
	['500 kB', 500 * 1024],
	['3', 3 * megabyte],
	['1048576', megabyte],
	['200 B', 200]
])('an upload limit of %s', (text, bytes) => {
	expect(readSettings({ UPLOAD_LIMIT: text }).uploadLimit).toBe(bytes);
});

test('the public address loses its final slash', () => {
	const { baseUrl, baseUrlGiven } = readSettings({ BASE_URL: 'https://idel.example.pe/' });
	expect({ baseUrl, baseUrlGiven }).toEqual({
		baseUrl: 'https://idel.example.pe',
		baseUrlGiven: true
	});
});

test('a server open to the network is reached at loopback from its own machine', () => {
	expect(readSettings({ HOST: '0.0.0.0', PORT: '80' }).baseUrl).toBe('http://127.0.0.1:80');
});

test.each([
	['PORT', 'abc'],
	['PORT', '0'],
	['PORT', '70000'],
	['HOST', 'no existe'],
	['BASE_URL', 'idel.example.pe'],
	['BASE_URL', 'https://example.pe/idel'],
	['DATABASE_URL', 'mysql://root@localhost/x'],
	['UPLOAD_LIMIT', '99999999999999999999 GB'],
	['UPLOAD_LIMIT', 'mucho'],
	['UPLOAD_LIMIT', '0'],
	['SMTP_URL', 'localhost:25'],
	['LOG_FORMAT', 'xml']
])('%s cannot be «%s», and the message names it', (name, value) => {
	expect(() => readSettings({ [name]: value })).toThrow(BadSettings);
	expect(() => readSettings({ [name]: value })).toThrow(`${name}: escriba`);
});

test('every problem is told at once', () => {
	const bad = { PORT: 'x', LOG_FORMAT: 'x' };
	expect(() => readSettings(bad)).toThrow(/PORT.*LOG_FORMAT/);
});

test.each([
	'postgres://u:se/cre#ta@h/x',
	'postgres://u:secreta%ZZ@h/x',
	'postgres://u:secreta@h:99999/x'
])('%s is refused without quoting its password', (DATABASE_URL) => {
	const read = () => readSettings({ DATABASE_URL });
	expect(read).toThrow(/^DATABASE_URL: la dirección está mal escrita\./);
	expect(read).not.toThrow(/se\/?cre/);
});
