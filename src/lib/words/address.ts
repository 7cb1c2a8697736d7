/**
 * The address of this page with some of its choices changed: null takes one out, the rest stay. The
 * page of a long list always starts again, unless it is what changes.
 */
export function addressWith(
	url: URL,
	changes: Readonly<Record<string, string | null>>,
	anchor = ''
): string {
	const query = new URLSearchParams(url.searchParams);
	for (const [name, value] of Object.entries({ pagina: null, ...changes })) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	return `${url.pathname}${query.size > 0 ? `?${query}` : ''}${anchor}`;
}

/** An export of the API for a person to open in Excel: all its rows, with the mark of UTF-8. */
export function csvAddress(resource: string, asked: Readonly<Record<string, string>>): string {
	const query = new URLSearchParams({ ...asked, limite: '10000', separador: 'coma' });
	return `/api/v1/${resource}.csv?${query}`;
}
