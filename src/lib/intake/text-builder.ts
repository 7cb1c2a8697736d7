/** Gathers UTF-16 units into a text, piece by piece: one call a letter would be slow, one for all overflows. */
export class TextBuilder {
	#units = new Uint16Array(8192);
	#length = 0;
	#parts: string[] = [];

	/** Adds one UTF-16 unit. */
	unit(value: number): void {
		if (this.#length === this.#units.length) this.#flush();
		this.#units[this.#length++] = value;
	}

	/** Adds a letter by its Unicode number, as one unit or two. */
	point(value: number): void {
		if (value < 0x10000) this.unit(value);
		else {
			this.unit(0xd800 + ((value - 0x10000) >> 10));
			this.unit(0xdc00 + ((value - 0x10000) & 0x3ff));
		}
	}

	text(): string {
		this.#flush();
		return this.#parts.join('');
	}

	#flush(): void {
		if (this.#length === 0) return;
		this.#parts.push(
			String.fromCharCode.apply(null, this.#units.subarray(0, this.#length) as unknown as number[])
		);
		this.#length = 0;
	}
}
