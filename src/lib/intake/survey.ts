import type { Finding } from '#lib/domain/finding.ts';
import type { CheckOptions, Reading } from './check.ts';
import { NotInParts } from './not-in-parts.ts';
import { Collected } from './collect.ts';
import { PlainLinesOut } from './plain-lines.ts';
import { readingOf, textFrom } from './text-of-file.ts';

/** A file from its first byte, in pieces. */
export type Pieces = () => AsyncIterable<Uint8Array>;

/** What one look at all the bytes of a large file tells. */
export type Survey = {
	/** Its first lines, whole. */
	readonly head: Uint8Array;
	readonly bytes: number;
	readonly encoding: string;
	readonly told: Reading['told'];
	readonly findings: readonly Finding[];
};

/** Bytes of the start that is opened like a file of its own. */
export const headBytes = 420_000;

/**
 * Looks at all the bytes once: encoding, broken letters and other types of file are judged by the same
 * code as in a small file, over the file with its plain lines emptied.
 *
 * @returns what was found when there is nothing to read
 * @throws NotInParts for what is no text of lines
 */
export async function surveyFile(
	options: CheckOptions & { read: Pieces; pause: () => Promise<void>; head?: number }
): Promise<Survey | { refused: Collected }> {
	const { head: start = headBytes } = options;
	const kept = new PlainLinesOut(start);
	let bytes = 0;
	for await (const lines of wholeLines(options.read())) {
		if (bytes === 0 && !isText(lines)) throw new NotInParts();
		bytes += lines.length;
		kept.add(lines);
		await options.pause();
	}

	const found = new Collected(options);
	const all = kept.bytes();
	const text = textFrom(all, options, found);
	if (text === undefined) return { refused: found };
	const { encoding, told } = readingOf(text);
	if (encoding.startsWith('utf-16') || encoding === 'xlsx') throw new NotInParts();
	const end = all.indexOf(0x0a, Math.min(start, all.length) - 1);
	const head = copied(all.subarray(0, end < 0 ? all.length : end + 1));
	return { head, bytes, encoding, told, findings: found.list() };
}

/** Whether the first bytes may be text in lines: no archive, no UTF-16 or 32. */
function isText(start: Uint8Array): boolean {
	const isArchive = start[0] === 0x50 && start[1] === 0x4b;
	return !isArchive && !start.subarray(0, 4096).includes(0) && start.includes(0x0a);
}

/** Longest line that is waited for; what is longer is no table. */
const longestLine = 8 * 1024 * 1024;

/** Pieces that end where a line does, the last one aside. */
export async function* wholeLines(
	pieces: AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array, void, undefined> {
	let rest: Uint8Array | undefined;
	for await (const piece of pieces) {
		const end = piece.lastIndexOf(0x0a) + 1;
		if (end > 0) yield joined(rest, piece.subarray(0, end));
		if (end === piece.length) {
			rest = undefined;
			continue;
		}
		// The piece's memory is the reader's own and may be used again.
		rest = end > 0 ? copied(piece.subarray(end)) : copied(joined(rest, piece));
		if (rest.length > longestLine) throw new NotInParts();
	}
	if (rest) yield rest;
}

// A Buffer's own `slice` is no copy.
function copied(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes);
}

function joined(start: Uint8Array | undefined, end: Uint8Array): Uint8Array {
	if (!start || start.length === 0) return end;
	const both = new Uint8Array(start.length + end.length);
	both.set(start);
	both.set(end, start.length);
	return both;
}
