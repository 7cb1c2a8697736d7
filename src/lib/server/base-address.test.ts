import { expect, test } from 'vitest';
import { properAddress } from './base-address.ts';

const asked = (host: string) => ({ host, path: '/datos?x=1' });

test.each([
	['localhost:3000', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/datos?x=1'],
	['[::1]:3000', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/datos?x=1'],
	['antiguo.example.pe', 'https://idel.example.pe', 'https://idel.example.pe/datos?x=1']
])('who asks %s of %s is sent to the public address', (host, base, address) => {
	expect(properAddress(asked(host), base)).toBe(address);
});

test.each([
	['127.0.0.1:3000', 'http://127.0.0.1:3000', 'it is the address'],
	['localhost:3000', 'https://idel.example.pe', 'a proxy asks by it'],
	['192.168.1.20:3000', 'http://127.0.0.1:3000', 'no public address was given'],
	['', 'http://127.0.0.1:3000', 'none was asked'],
	['a b', 'http://127.0.0.1:3000', 'it is not a host']
])('who asks «%s» of %s stays, because %s', (host, base) => {
	expect(properAddress(asked(host), base)).toBeUndefined();
});
