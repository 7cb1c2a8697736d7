/**
 * Headers of a file to save, never to show: its name is somebody's text, so it travels encoded (RFC
 * 6266) with a plain one for old programs.
 */
export function attachmentHeaders(name: string, type: string): Record<string, string> {
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`,
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	};
}

function plainName(name: string): string {
	const ascii = name.normalize('NFKD').replace(/\p{M}+/gu, '');
	return (
		lastPart(ascii)
			.replace(/[^A-Za-z0-9._ -]+/g, '_')
			.slice(-120) || 'archivo'
	);
}

function encoded(name: string): string {
	const safe = lastPart(name).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
	return encodeURIComponent(safe.toWellFormed()).replace(
		/['()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

function lastPart(name: string): string {
	return name.split(/[/\\]/).at(-1) ?? '';
}
