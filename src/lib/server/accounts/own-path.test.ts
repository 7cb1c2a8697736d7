import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

const fallback = '/cargas';

test.each(['/cargas/nueva', '/cargas/ABC?paso=2', '/', '/comparar?m=1&m=2'])(
	'%s is a path of this site',
	(path) => {
		expect(ownPath(path, fallback)).toBe(path);
	}
);

test.each([
	'//malo.pe',
	'/\\malo.pe',
	'\\\\malo.pe',
	'/\t/malo.pe',
	'/\n/malo.pe',
	'/.//malo.pe',
	'/..//malo.pe',
	'/%2e//malo.pe',
	'https://malo.pe',
	'javascript:alert(1)',
	'cargas',
	'',
	null,
	undefined
])('%j leads elsewhere or nowhere', (path) => {
	expect(ownPath(path, fallback)).toBe(fallback);
});
