/** What comes next in a document. `fault` ends it: a declaration of entities, or no XML at all. */
export type XmlEvent = 'open' | 'close' | 'text' | 'end' | 'fault';

const lessThan = 0x3c;
const greaterThan = 0x3e;

/**
 * Reads XML event by event, as much as a workbook has of it: elements without their prefix,
 * attributes when asked for, text. It knows the five entities of XML and none that a file declares.
 */
export class XmlReader {
	/** Of the element that was opened or closed. */
	name = '';
	/** Why it stopped: a declaration (`doctype`), or what is no XML. */
	fault: 'doctype' | 'broken' | undefined;

	readonly #bytes: Uint8Array;
	#at = 0;
	#from = 0;
	#to = 0;
	#closes = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	next(): XmlEvent {
		if (this.fault) return 'fault';
		if (this.#closes) {
			this.#closes = false;
			return 'close';
		}
		for (;;) {
			if (this.#at >= this.#bytes.length) return 'end';
			if (this.#bytes[this.#at] !== lessThan) return this.#passText();
			const sign = this.#bytes[this.#at + 1];
			if (sign === 0x21) {
				const event = this.#passDeclaration();
				if (event) return event;
			} else if (sign === 0x3f) {
				if (!this.#passTo('?>')) return this.#stop('broken');
			} else return this.#passTag(sign === 0x2f);
		}
	}

	/** The text that was passed, with its entities resolved. */
	get text(): string {
		return this.#plain(decode(this.#bytes, this.#from, this.#to));
	}

	/** An attribute of the element just opened, by its whole name: `r`, `r:id`. */
	attribute(name: string): string | undefined {
		const bytes = this.#bytes;
		for (let at = this.#from; at < this.#to; at++) {
			const quote = bytes[at];
			if (quote !== 0x22 && quote !== 0x27) continue;
			const end = bytes.indexOf(quote, at + 1);
			if (this.#isNamed(name, at)) return this.#plain(decode(bytes, at + 1, end));
			at = end;
		}
		return undefined;
	}

	/** Whether the value that opens at a place is of the attribute so named. */
	#isNamed(name: string, quote: number): boolean {
		const bytes = this.#bytes;
		let at = quote - 1;
		while (isSpace(bytes[at])) at--;
		if (bytes[at] !== 0x3d) return false;
		at--;
		while (isSpace(bytes[at])) at--;
		for (let letter = name.length - 1; letter >= 0; letter--, at--)
			if (bytes[at] !== name.charCodeAt(letter)) return false;
		return isSpace(bytes[at]);
	}

	#passText(): XmlEvent {
		const end = this.#bytes.indexOf(lessThan, this.#at);
		this.#from = this.#at;
		this.#to = this.#at = end < 0 ? this.#bytes.length : end;
		return 'text';
	}

	#passDeclaration(): XmlEvent | undefined {
		const start = decode(this.#bytes, this.#at, Math.min(this.#at + 9, this.#bytes.length));
		if (start.startsWith('<!--')) return this.#passTo('-->') ? undefined : this.#stop('broken');
		if (start !== '<![CDATA[') return this.#stop('doctype');
		const from = this.#at + 9;
		if (!this.#passTo(']]>')) return this.#stop('broken');
		this.#from = from;
		this.#to = this.#at - 3;
		return 'text';
	}

	#passTag(isClosing: boolean): XmlEvent {
		const bytes = this.#bytes;
		let at = this.#at + (isClosing ? 2 : 1);
		let from = at;
		for (; at < bytes.length && !isSpace(bytes[at]); at++) {
			if (bytes[at] === greaterThan || bytes[at] === 0x2f) break;
			if (bytes[at] === 0x3a) from = at + 1;
		}
		if (at === from) return this.#stop('broken');
		this.name = decode(bytes, from, at);
		this.#from = at;
		for (; at < bytes.length && bytes[at] !== greaterThan; at++) {
			if (bytes[at] !== 0x22 && bytes[at] !== 0x27) continue;
			at = bytes.indexOf(bytes[at] ?? 0, at + 1);
			if (at < 0) return this.#stop('broken');
		}
		if (at >= bytes.length) return this.#stop('broken');
		this.#to = at;
		this.#at = at + 1;
		this.#closes = !isClosing && bytes[at - 1] === 0x2f;
		return isClosing ? 'close' : 'open';
	}

	#passTo(sign: string): boolean {
		const bytes = this.#bytes;
		const first = sign.charCodeAt(0);
		for (let at = bytes.indexOf(first, this.#at); at >= 0; at = bytes.indexOf(first, at + 1)) {
			if (decode(bytes, at, Math.min(at + sign.length, bytes.length)) !== sign) continue;
			this.#at = at + sign.length;
			return true;
		}
		return false;
	}

	#plain(text: string): string {
		if (!text.includes('&')) return text;
		return text.replace(/&([^;\s&]{0,12};)?/g, (_, entity: string | undefined) => {
			const letter = letterOf(entity?.slice(0, -1) ?? '');
			if (letter === undefined) this.fault = 'doctype';
			return letter ?? '';
		});
	}

	#stop(fault: 'doctype' | 'broken'): XmlEvent {
		this.fault = fault;
		return 'fault';
	}
}

const known: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	amp: '&',
	quot: '"',
	apos: "'"
};

function letterOf(entity: string): string | undefined {
	const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(entity);
	if (!number) return Object.hasOwn(known, entity) ? known[entity] : undefined;
	const point = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
	return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function isSpace(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** UTF-8 as text; what is none becomes the sign of a lost letter. */
function decode(bytes: Uint8Array, from: number, to: number): string {
	let text = '';
	for (let at = from; at < to; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) text += String.fromCharCode(byte);
		else {
			const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
			let point = length === 0 ? -1 : byte & (0xff >> (length + 1));
			for (let next = 1; next < length && point >= 0; next++) {
				const rest = bytes[at + next] ?? 0;
				point = at + next < to && (rest & 0xc0) === 0x80 ? (point << 6) | (rest & 0x3f) : -1;
			}
			const isWhole = point >= 0x80 && point <= 0x10ffff;
			text += isWhole ? String.fromCodePoint(point) : '\uFFFD';
			if (isWhole) at += length - 1;
		}
	}
	return text;
}
