import type { Finding } from '#lib/domain/finding.ts';
import { fileFindings } from './findings/file.ts';
import { rowAt, wordAt } from './row-at.ts';
import { readUtf8 } from './utf8.ts';
import { windows1252Byte } from './windows1252.ts';

/**
 * Letters that arrived already broken: the file reads without a fault, and a place would be stored
 * as «Ã‘uÃ±oa» for ever. Each check gives the first row at fault.
 */
export function brokenLetters(text: string, encoding: string): Finding | undefined {
	const lost = text.indexOf('\uFFFD');
	if (lost >= 0) return fileFindings.lostLetters(rowAt(text, lost), wordAt(text, lost));

	const double = twiceEncoded.exec(text);
	if (double) {
		const word = wordAt(text, double.index);
		return fileFindings.mojibake(rowAt(text, double.index), word, onceEncoded(word));
	}

	const old =
		encoding === 'windows-1252'
			? (oldLetters.exec(text) ?? (spanish.test(text) ? null : macLetters.exec(text)))
			: null;
	return old
		? fileFindings.oldEncoding(rowAt(text, old.index), wordAt(text, old.index))
		: undefined;
}

/** What UTF-8 looks like when read as Windows-1252: «Ã±», «Â°», «â€“». */
const twiceEncoded =
	/[ÃÂ][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]|â€/;

/** Accents of MS-DOS (CP850) and of Mac Roman, as Windows-1252 shows them inside a word. */
const oldLetters =
	/\p{L}[¤¥¢£¡‚µ‡Žœ„](?=\p{L})|\p{Lu}à(?=\p{Lu})|[¤¥‡](?=\p{L})|\p{L}[¤¥¢£¡‡](?=[\s;,|"]|$)/u;

/** `ó` and `ñ` of Mac Roman are dashes in Windows-1252: within a word, where no letter is of Spanish. */
const macLetters = /\p{Ll}[—–](?=\p{Ll})/u;
const spanish = /[áéíóúüñÁÉÍÓÚÜÑ]/;

/** The word as it was before it was encoded twice; undefined when it does not work out. */
function onceEncoded(word: string): string | undefined {
	const bytes = [...word].map(windows1252Byte);
	const whole = bytes.filter((byte) => byte !== undefined);
	if (whole.length < bytes.length) return undefined;
	const { text, broken } = readUtf8(Uint8Array.from(whole));
	return broken === undefined ? text : undefined;
}
