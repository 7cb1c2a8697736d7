import { cp850 } from './cp850.ts';
import { macRoman } from './mac-roman.ts';
import { readSingleByte, type HighLetters } from './single-byte.ts';
import { windows1252 } from './windows1252.ts';
import { kindOfWord } from './word-kind.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Encodings of one byte a letter: any bytes read in all of them, so only what they say tells which. */
export const legacyLetters = {
	'windows-1252': windows1252,
	cp850,
	'mac-roman': macRoman
} as const satisfies Record<string, HighLetters>;

export type LegacyEncoding = keyof typeof legacyLetters;

/** What they are called in messages. */
export const encodingNames: Readonly<Record<LegacyEncoding, string>> = {
	'windows-1252': 'Windows-1252',
	cp850: 'CP850 (MS-DOS)',
	'mac-roman': 'Mac Roman'
};

const names = Object.keys(legacyLetters) as LegacyEncoding[];

/** What speaks for an encoding: up to five of its known words, and how many there are. */
export type Evidence = { readonly known: number; readonly words: readonly string[] };

export type LegacyWord = { readonly bytes: Uint8Array; readonly place: number };

/** Different words with letters past ASCII that are looked at; a file has some hundreds. */
const mostWords = 4000;
const longestWord = 60;

/** The different words of a file that have letters past ASCII, each where it first stands. */
export function legacyWords(bytes: Uint8Array): LegacyWord[] {
	const words = new Map<number, LegacyWord>();
	for (let at = 0; at < bytes.length && words.size < mostWords; at++) {
		if ((bytes[at] ?? 0) < 0x80) continue;
		let start = at;
		let end = at + 1;
		while (start > 0 && at - start < longestWord && isOfWord(bytes[start - 1])) start--;
		while (end < bytes.length && end - at < longestWord && isOfWord(bytes[end])) end++;
		const word = bytes.subarray(start, end);
		const key = hash(word);
		if (!words.has(key)) words.set(key, { bytes: word, place: at });
		at = end - 1;
	}
	return [...words.values()];
}

/** A number for a word: a long file has millions of them, and few that differ. */
function hash(word: Uint8Array): number {
	let value = 0x811c9dc5;
	for (const byte of word) value = Math.imul(value ^ byte, 0x01000193);
	return value;
}

/** Letters, figures and whatever is past ASCII. */
function isOfWord(byte: number | undefined): boolean {
	if (byte === undefined) return false;
	const letter = byte | 0x20;
	return byte >= 0x80 || (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

/**
 * Which encoding the words are in. CP850 and Mac Roman are taken only where words that we know come to
 * light in them and in no other; Windows-1252 also where every word reads as Spanish and nothing reads
 * better otherwise. `against` is the place of a word that leaves a doubt.
 */
export function judgeLegacy(
	words: readonly LegacyWord[],
	vocabularies: readonly Vocabulary[]
): { encoding: LegacyEncoding; evidence: Evidence } | { against: number } {
	const isKnown = (word: string) => vocabularies.some((one) => one.words.has(word));
	const kinds = words.map(({ bytes, place }) => {
		const read = names.map((name) => {
			const { text } = readSingleByte(bytes, legacyLetters[name]);
			return { name, ...kindOfWord(text, isKnown) };
		});
		return { place, read };
	});

	const ranked = names
		.map((name) => {
			const own = kinds.flatMap(({ read }) => read.filter((one) => one.name === name));
			const known = new Set(own.flatMap(({ kind, word }) => (kind === 'known' ? [word] : [])));
			return { name, known: [...known] };
		})
		.sort((a, b) => b.known.length - a.known.length);
	const [best, second] = ranked;
	const count = best?.known.length ?? 0;
	const encoding = count > 0 && best ? best.name : 'windows-1252';
	const evidence = { known: count, words: best?.known.slice(0, 5) ?? [] };

	// A word that reads as Spanish in another encoding and not in this one.
	const doubts = kinds.filter(({ read }) => {
		const own = read.find(({ name }) => name === encoding)?.kind;
		const others = read.filter(({ name }) => name !== encoding).map(({ kind }) => kind);
		if (own === 'known' || own === 'plain') return false;
		if (others.includes('known')) return true;
		return others.includes('letters') && (count === 0 || own === 'strange');
	});
	const sure = kinds.filter(({ read }) =>
		read.every(({ name, kind }) => (name === encoding) === (kind === 'letters'))
	);
	const isMixed = count > 0 && (second?.known.length ?? 0) * 4 > count;
	const [first] = doubts;
	const doubtful = count > 0 ? doubts.length > 0 : doubts.length >= Math.max(1, sure.length);
	if (first && (isMixed || doubtful)) return { against: first.place };
	return { encoding, evidence };
}
