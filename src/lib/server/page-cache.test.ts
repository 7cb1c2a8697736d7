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
	const store = new PageStore(250);
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
