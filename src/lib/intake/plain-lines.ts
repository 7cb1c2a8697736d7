/** Bytes that a line of plain ASCII may hold. */
function isPlain(byte: number): boolean {
	return byte < 0x80 && byte > 0x08;
}

const newline = 0x0a;
const quote = 0x22;
/** Bytes of lines with other letters that are kept; what tells an encoding comes long before. */
const mostKept = 8 * 1024 * 1024;

/**
 * A large file with most of its plain lines emptied: what its encoding is judged by, whole, with the
 * same rows at the same lines. Quotes stay, so that a cell of several lines is still one row; of lines
 * with other letters those stay that have a word which none had before.
 */
export class PlainLinesOut {
	#kept = new Uint8Array(1024 * 1024);
	#length = 0;
	readonly #words = new Set<string>();
	/** Bytes at the start that are kept as they are. */
	readonly #head: number;

	constructor(head: number) {
		this.#head = head;
	}

	/** Adds whole lines. */
	add(bytes: Uint8Array): void {
		let from = 0;
		if (this.#length < this.#head) {
			const end = bytes.indexOf(newline, Math.min(this.#head - this.#length, bytes.length - 1)) + 1;
			from = end > 0 ? end : bytes.length;
			this.#push(bytes.subarray(0, from));
		}
		this.#addLines(bytes, from);
	}

	#addLines(bytes: Uint8Array, from: number): void {
		// No byte is kept twice.
		this.#reserve(bytes.length - from);
		const kept = this.#kept;
		let length = this.#length;
		let line = from;
		let keptBefore = length;
		for (let at = from; at < bytes.length; at++) {
			const byte = bytes[at] ?? 0;
			if (byte === newline) {
				kept[length++] = byte;
				line = at + 1;
				keptBefore = length;
			} else if (byte === quote) kept[length++] = byte;
			else if (!isPlain(byte)) {
				const found = bytes.indexOf(newline, at);
				const end = found < 0 ? bytes.length : found + 1;
				this.#length = keptBefore;
				if (this.#isNew(bytes, at, end)) this.#push(bytes.subarray(line, end));
				else this.#empty(bytes, line, end);
				length = this.#length;
				line = end;
				keptBefore = length;
				at = end - 1;
			}
		}
		this.#length = length;
	}

	/** What was kept. */
	bytes(): Uint8Array {
		return this.#kept.subarray(0, this.#length);
	}

	#push(line: Uint8Array): void {
		this.#reserve(line.length);
		this.#kept.set(line, this.#length);
		this.#length += line.length;
	}

	#empty(bytes: Uint8Array, from: number, end: number): void {
		this.#reserve(end - from);
		for (let at = from; at < end; at++) {
			const byte = bytes[at] ?? 0;
			if (byte === quote || byte === newline) this.#kept[this.#length++] = byte;
		}
	}

	/** Whether a word with other letters has not come before, from the first of them on. */
	#isNew(bytes: Uint8Array, other: number, end: number): boolean {
		if (this.#length > mostKept) return false;
		let isNew = false;
		for (let at = other; at >= 0; at = otherFrom(bytes, at, end)) {
			let word = '';
			let start = at;
			while (start > 0 && isLetter(bytes[start - 1] ?? 0) && at - start < 40) start--;
			for (at = start; at < end && isLetter(bytes[at] ?? 0); at++) {
				word += String.fromCharCode(bytes[at] ?? 0);
			}
			if (at === start) at++;
			if (!this.#words.has(word)) isNew = true;
			this.#words.add(word);
		}
		return isNew;
	}

	#reserve(more: number): void {
		if (this.#length + more <= this.#kept.length) return;
		const larger = new Uint8Array(Math.max(this.#kept.length * 2, this.#length + more));
		larger.set(this.#kept.subarray(0, this.#length));
		this.#kept = larger;
	}
}

function isLetter(byte: number): boolean {
	return byte >= 0x80 || (byte >= 0x41 && byte <= 0x7a);
}

/** Place of the first byte that is not plain; -1 when all are. */
function otherFrom(bytes: Uint8Array, from: number, end: number): number {
	for (let at = from; at < end; at++) if (!isPlain(bytes[at] ?? 0)) return at;
	return -1;
}
