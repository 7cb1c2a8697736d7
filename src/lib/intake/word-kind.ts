/**
 * What a word looks like, read in some encoding: one that we know, one with the letters of Spanish, one
 * with signs of print alone around plain words, or one that nobody writes.
 */
export type WordKind = 'known' | 'plain' | 'letters' | 'signs' | 'strange';

const opening = /^[¿¡«“‘„\u00A0–—…•·©®§]+/u;
const closing = /[»”’…–—°ºª²³®™©€·•†‡\u00A0]+$/u;
/** Signs that may stand between two words without a space. */
const between = /[\u00A0’‘–—…·€“”«»]+/u;
const spanish = /^[A-Za-z0-9áéíóúüñÁÉÍÓÚÜÑ]*$/;
const accented = /[áéíóúüñÁÉÍÓÚÜÑ]/;

/** The kind of a word, and the word as it is looked up. */
export function kindOfWord(
	text: string,
	isKnown: (word: string) => boolean
): { kind: WordKind; word: string } {
	const whole = text.normalize('NFC').toLowerCase();
	if (isKnown(whole) && hasOneCase(text)) return { kind: 'known', word: whole };

	const core = text.replace(opening, '').replace(closing, '');
	const parts = core.split(between);
	const word = core.toLowerCase();
	const clean = parts.every((part) => spanish.test(part) && hasOneCase(part));
	if (!clean) return { kind: 'strange', word };

	const isAccented = accented.test(core);
	// A hard space between figures groups thousands.
	const all = parts.every((part) => /^\d*$/.test(part) || isKnown(part.toLowerCase()));
	if (all) return { kind: isAccented ? 'known' : 'plain', word };
	// One letter alone is no word: the pound sign is «ú» in another encoding.
	return { kind: isAccented && core.length > 1 ? 'letters' : 'signs', word };
}

/** Whether the accented letters of a word are capitals or not as their neighbours are: not `PERé`. */
function hasOneCase(word: string): boolean {
	return !/\p{Lu}\p{Lu}[áéíóúüñ]|[áéíóúüñ]\p{Lu}|\p{Ll}[ÁÉÍÓÚÜÑ]|[aeo]á/u.test(word);
}
