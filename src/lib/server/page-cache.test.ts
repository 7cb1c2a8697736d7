import { expect, test } from 'vitest';
import { PageStore } from './page-cache.ts';

const page = (size: number) => ({ bytes: new Uint8Array(size), headers: new Headers() });

test('a page is found again while the data are the same', () => {
	const store = new PageStore(1000);
	const kept = page(10);
	store.keep(7, '/a', kept);
	expect(store.find(7, '/a')).toBe(kept);
	expect(store.find(8, '/a')).toBeUndefined();
	expect(store.find(7, '/b')).toBeUndefined();
});

test('new data forget every page, and a late page of old data is not kept', () => {
	const store = new PageStore(1000);
	store.keep(7, '/a', page(10));
	store.keep(8, '/b', page(10));
	expect(store.find(7, '/a')).toBeUndefined();
	store.keep(7, '/c', page(10));
	expect(store.find(8, '/c')).toBeUndefined();
	expect(store.find(8, '/b')).toBeDefined();
});

test('when there is no more room, the page used longest ago goes', () => {
	// A key of two letters counts four bytes.
	const store = new PageStore(282);
	for (const key of ['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h']) store.keep(1, key, page(30));
	store.find(1, '/a');
	store.keep(1, '/i', page(30));
	expect(store.find(1, '/b')).toBeUndefined();
	expect(store.find(1, '/a')).toBeDefined();
	expect(store.find(1, '/i')).toBeDefined();
});

test('a page that would push out all others is not kept', () => {
	const store = new PageStore(800);
	store.keep(1, '/a', page(101));
	expect(store.find(1, '/a')).toBeUndefined();
});

test('what was asked counts as well: long addresses do not fill the memory', () => {
	const store = new PageStore(10_000);
	const address = (n: number) => `/?q=${'x'.repeat(400)}${n}`;
	for (let n = 100; n < 200; n++) store.keep(1, address(n), page(10));
	expect(store.find(1, address(100))).toBeUndefined();
	expect(store.find(1, address(199))).toBeDefined();
	store.keep(1, 'x'.repeat(1000), page(10));
	expect(store.find(1, 'x'.repeat(1000))).toBeUndefined();
});
