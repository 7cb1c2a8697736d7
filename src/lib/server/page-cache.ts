import type { Handle } from '@sveltejs/kit';
import { database, isOpen } from './database.ts';
import { dataVersion } from './queries/revisions.ts';

/** A page as it was sent: bytes, compressed or not. */
export type KeptPage = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers };

/**
 * Pages as they were sent, up to `mostBytes` with their keys, the least used out first. They hold for one
 * version of the data: with another, all are forgotten.
 */
export class PageStore {
	private readonly pages = new Map<string, KeptPage>();
	private version = -1;
	private size = 0;

	constructor(private readonly mostBytes: number) {}

	find(version: number, key: string): KeptPage | undefined {
		if (version !== this.version) return undefined;
		const page = this.pages.get(key);
		if (page) {
			// Used last, so it goes last.
			this.pages.delete(key);
			this.pages.set(key, page);
		}
		return page;
	}

	keep(version: number, key: string, page: KeptPage): void {
		// A page made before the newest data came is already old.
		if (version < this.version) return;
		if (version > this.version) this.forget(version);
		if (sizeOf(key, page) > this.mostBytes / 8 || this.pages.has(key)) return;

		this.pages.set(key, page);
		this.size += sizeOf(key, page);
		for (const [oldest, old] of this.pages) {
			if (this.size <= this.mostBytes) break;
			this.pages.delete(oldest);
			this.size -= sizeOf(oldest, old);
		}
	}

	private forget(version: number): void {
		this.pages.clear();
		this.size = 0;
		this.version = version;
	}
}

// A key holds what somebody asked, which may be longer than the page. Two bytes a character.
function sizeOf(key: string, { bytes }: KeptPage): number {
	return key.length * 2 + bytes.length;
}

const store = new PageStore(32 * 1024 * 1024);

/**
 * Public pages change only when data do: for who has not signed in they are kept as they were sent.
 * The version is read before the page is made, so that a page of old data is never kept as new.
 */
export const keepPages: Handle = async ({ event, resolve }) => {
	const { request, url, route } = event;
	const isPublic =
		isOpen() &&
		request.method === 'GET' &&
		!request.headers.has('cookie') &&
		(route.id?.startsWith('/(public)') ?? false) &&
		!event.isDataRequest;
	if (!isPublic) return resolve(event);

	const version = await dataVersion(database());
	const encoding = request.headers.get('accept-encoding') ?? '';
	const key = `${url.host}${url.pathname}${url.search} ${encoding}`;
	const known = store.find(version, key);
	if (known) return answer(known, request.headers.get('if-none-match'));

	const response = await resolve(event);
	const mayKeep =
		response.status === 200 &&
		response.body !== null &&
		!response.headers.has('set-cookie') &&
		response.headers.has('content-length') &&
		!/no-store|private/.test(response.headers.get('cache-control') ?? '');
	if (!mayKeep) return response;

	const page = { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
	store.keep(version, key, page);
	return answer(page, null);
};

function answer({ bytes, headers }: KeptPage, seen: string | null): Response {
	const tag = headers.get('etag');
	if (tag && seen && plain(seen) === plain(tag)) {
		const few = new Headers(headers);
		few.delete('content-length');
		few.delete('content-encoding');
		return new Response(null, { status: 304, headers: few });
	}
	return new Response(bytes, { status: 200, headers });
}

// A weak tag names the same page in another encoding.
function plain(tag: string): string {
	return tag.replace(/^W\//, '');
}
