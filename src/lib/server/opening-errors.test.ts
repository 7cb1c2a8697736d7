import { expect, test } from 'vitest';
import { CannotStart, cannotStart } from './opening-errors.ts';
import { readSettings } from './settings.ts';

const failure = (code: string) => Object.assign(new Error('engine says so'), { code });
const embedded = readSettings({ DATA_DIR: '/srv/idel' });
const server = readSettings({ DATABASE_URL: 'postgres://ana:secreta@base.example:5433/idel' });

test('a folder without permission names the folder', () => {
	expect(cannotStart(failure('EACCES'), embedded)).toEqual(
		new CannotStart(
			'No se puede usar la carpeta de datos «/srv/idel»: no hay permiso para escribir en ella. Cámbielo o indique otra en DATA_DIR.'
		)
	);
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT', '28P01', '3D000', '42501'])(
	'a server that fails with %s is named, and its password is not',
	(code) => {
		const told = String(cannotStart(failure(code), server));
		expect(told).toContain('(base.example:5433/idel)');
		expect(told).not.toContain('secreta');
	}
);

test('what nobody foresaw stays what it was', () => {
	const error = new TypeError('bug');
	expect(cannotStart(error, embedded)).toBe(error);
});
