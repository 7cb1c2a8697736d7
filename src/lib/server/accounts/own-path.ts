const here = 'http://sitio.invalid';

/**
 * A path of this site that somebody may be sent on to, or `fallback`. A browser takes `//host` and
 * `/\host` for another site, and drops tabs and line breaks before it looks.
 */
export function ownPath(text: string | null | undefined, fallback: string): string {
	if (!text || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || !URL.canParse(text, here))
		return fallback;
	const url = new URL(text, here);
	// Resolving dots can bring a double slash back: `/.//host`.
	if (url.origin !== here || url.pathname.startsWith('//')) return fallback;
	return `${url.pathname}${url.search}`;
}
