/** Row, as a spreadsheet numbers it, that holds a place of the text: breaks within quotes do not count. */
export function rowAt(text: string, place: number): number {
	let row = 1;
	let quoted = false;
	for (let at = 0; at < place && at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x22) quoted = !quoted;
		else if (quoted) continue;
		else if (unit === 0x0a) row++;
		else if (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a) row++;
	}
	return row;
}

/** The same for bytes whose encoding is not known: quotes and line ends are ASCII in all that we read. */
export function rowAtByte(bytes: Uint8Array, place: number): number {
	let row = 1;
	let quoted = false;
	for (let at = 0; at < place && at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === 0x22) quoted = !quoted;
		else if (quoted) continue;
		else if (byte === 0x0a) row++;
		else if (byte === 0x0d && bytes[at + 1] !== 0x0a) row++;
	}
	return row;
}

/** The word around a place of the text, for a message: up to the nearest blank, sign or line end. */
export function wordAt(text: string, place: number): string {
	const isEdge = (at: number) => at < 0 || at >= text.length || /[\s;,|"]/.test(text[at] ?? '');
	let start = place;
	let end = place;
	while (!isEdge(start - 1) && place - start < 30) start--;
	while (!isEdge(end) && end - place < 30) end++;
	return text.slice(start, Math.max(end, start + 1));
}
