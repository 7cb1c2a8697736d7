const workbookSign = 'xl/';

/** Whether bytes are those of a workbook, or of the beginning of one, whatever the file is called. */
export function isWorkbook(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || ![3, 5, 7].includes(bytes[2] ?? 0)) return false;
	const edges = ascii(bytes, 0, 65_536) + ascii(bytes, Math.max(0, bytes.length - 65_536), 65_536);
	if (edges.includes('application/vnd.oasis.opendocument')) return false;
	return (
		edges.includes(workbookSign) ||
		(edges.includes('[Content_Types].xml') && !/word\/|ppt\/|visio\//.test(edges))
	);
}

/** Whether bytes are those of a workbook under a password, which is a document of another kind. */
export function isLocked(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || bytes[2] !== 0x11 || bytes[3] !== 0xe0)
		return false;
	const wide = [...'EncryptedPackage'].join('\0');
	return ascii(bytes, 0, bytes.length).includes(wide);
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
	let text = '';
	for (let at = from; at < Math.min(bytes.length, from + length); at++) {
		text += String.fromCharCode(bytes[at] ?? 0);
	}
	return text;
}
