import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { sessionCookie } from './cookie.ts';

function written(baseUrl: string) {
	const set: unknown[] = [];
	const cookies: Pick<Cookies, 'set'> = { set: (...given) => void set.push(given) };
	sessionCookie(baseUrl).write(cookies, 'abc');
	return set[0];
}

test('behind https the cookie is bound to this host', () => {
	expect(written('https://idel.remurpe.pe')).toEqual([
		'__Host-sesion',
		'abc',
		{ path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 604_800 }
	]);
});

test('on plain http it goes by a plain name', () => {
	expect(written('http://127.0.0.1:3000')).toEqual([
		'sesion',
		'abc',
		{ path: '/', httpOnly: true, secure: false, sameSite: 'lax', maxAge: 604_800 }
	]);
});
