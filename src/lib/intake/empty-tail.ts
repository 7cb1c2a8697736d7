const blanks = new Set([...' \t\n"'].map((letter) => letter.charCodeAt(0)));

/** How many rows from the last one with data on are separators alone, as Excel writes rows once filled. */
export function emptyTail(text: string, delimiter: string): number {
	const separator = delimiter.charCodeAt(0);
	let end = text.length;
	while (end > 0) {
		const letter = text.charCodeAt(end - 1);
		if (letter !== separator && !blanks.has(letter)) break;
		end--;
	}
	const start = text.indexOf('\n', end);
	const last = text.lastIndexOf(delimiter);
	if (start < 0 || last < start) return 0;

	let rows = 0;
	for (let at = start; at >= 0 && at < last; at = text.indexOf('\n', at + 1)) rows++;
	return rows;
}
