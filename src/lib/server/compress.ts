import type { Handle } from '@sveltejs/kit';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** A response shorter than one network packet gains nothing. */
const worthwhile = 1400;

const compressible = /^(text\/|application\/(json|xml|geo\+json|problem\+json)|image\/svg)/;

/** Compresses answers of text, by what the asker accepts. A stream of unknown length stays as it is. */
export const compress: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const encoding = chosenEncoding(event.request.headers.get('accept-encoding') ?? '');
	const type = response.headers.get('content-type') ?? '';

	const untouched =
		!encoding ||
		!response.body ||
		!response.headers.has('content-length') ||
		event.request.method === 'HEAD' ||
		response.headers.has('content-encoding') ||
		!compressible.test(type);
	if (untouched) return response;

	const plain = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	headers.append('vary', 'accept-encoding');
	const body = plain.length < worthwhile ? plain : await compressed(plain, encoding);
	if (body !== plain) {
		headers.set('content-encoding', encoding);
		// The bytes are no longer the ones that a strong tag named.
		const tag = headers.get('etag');
		if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
	}
	headers.set('content-length', String(body.length));

	return new Response(body, {
		status: response.status,
		statusText: response.statusText,
		headers
	});
};

/** The better of the two encodings that an `Accept-Encoding` header allows; undefined for neither. */
export function chosenEncoding(accepted: string): 'br' | 'gzip' | undefined {
	const allowed = new Set(
		accepted
			.toLowerCase()
			.split(',')
			.map((part) => part.trim().split(/\s*;\s*/))
			.filter(([, quality]) => !quality || !/^q=0(\.0*)?$/.test(quality))
			.map(([name]) => name)
	);
	if (allowed.has('br')) return 'br';
	return allowed.has('gzip') ? 'gzip' : undefined;
}

async function compressed(
	plain: Uint8Array,
	encoding: 'br' | 'gzip'
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes =
		encoding === 'gzip'
			? await zip(plain, { level: 6 })
			: await brotli(plain, {
					params: {
						[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
						[constants.BROTLI_PARAM_QUALITY]: 5,
						[constants.BROTLI_PARAM_SIZE_HINT]: plain.length
					}
				});
	return new Uint8Array(bytes);
}
