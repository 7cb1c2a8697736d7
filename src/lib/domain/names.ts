/**
 * Names of places and headings as they are compared, sorted and put in addresses. The embedded
 * database has no ICU and sorts by bytes, so the key that sorts `Áncash` before `Ate` is made here.
 */

/** Lower case, without accents or signs, words apart by one space: `N° de Talleres` → `n de talleres`. */
export function fold(text: string): string {
	return foldInside(text).trim();
}

/** Like `fold`, with ñ kept as the letter after n, as Spanish sorts it. */
export function sortKey(text: string): string {
	// «~» sorts after every letter and digit by bytes, so «nazca» < «n~ana» < «ocros».
	return text.normalize('NFC').split(/[ñÑ]/).map(foldInside).join('n~').replace(/\s+/g, ' ').trim();
}

/** The part of an address that a person can read: `San Miguel de El Faique` → `san-miguel-de-el-faique`. */
export function slug(text: string): string {
	return fold(text).replaceAll(' ', '-');
}

function foldInside(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Least number of letters to add, drop, change or swap with its neighbour to turn one text into the other. */
export function editDistance(a: string, b: string): number {
	const width = b.length + 1;
	let before: number[] = [];
	let previous = Array.from({ length: width }, (_, index) => index);

	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column < width; column++) {
			const same = a[row - 1] === b[column - 1];
			let cost = Math.min(
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(previous[column - 1] ?? 0) + (same ? 0 : 1)
			);
			const swapped =
				row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
			current.push(cost);
		}
		before = previous;
		previous = current;
	}

	return previous[b.length] ?? 0;
}
