import { describe, expect, test } from 'vitest';
import { decode as decodeAs } from './decode.ts';
import { decodeFile } from './encoding.ts';
import { brokenLetters } from './letters.ts';
import { sniffBytes } from './sniff.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What a file is read as where no name is known. */
function decode(file: Uint8Array, chosen?: string) {
	if (chosen !== undefined) return decodeAs(file, chosen);
	const decoded = decodeFile(file, () => []);
	return 'told' in decoded ? { encoding: decoded.told.encoding, text: decoded.text } : decoded;
}

describe('bytes become text without guessing', () => {
	test('UTF-8 with letters of two, three and four bytes', () => {
		expect(decode(utf8('Ñuñoa €\u{1F600}'))).toEqual({
			encoding: 'utf-8',
			text: 'Ñuñoa €\u{1F600}'
		});
	});

	test('a text longer than one piece is whole', () => {
		const text = 'ñandú,1\n'.repeat(5000);
		expect(decode(utf8(text))).toEqual({ encoding: 'utf-8', text });
	});

	test('Windows-1252 when no letter is UTF-8, with its euro and its quotes', () => {
		expect(decode(bytes(0x80, 0x93, 0xd1, 0x94))).toEqual({
			encoding: 'windows-1252',
			text: '€“Ñ”'
		});
	});

	test.each([
		['too long a form of «/»', [0x61, 0x0a, 0xc0, 0xaf]],
		['half a pair of UTF-16', [0x61, 0x0a, 0xed, 0xa0, 0x80]],
		['past the last letter of Unicode', [0x61, 0x0a, 0xf4, 0x90, 0x80, 0x80]]
	])('%s is refused, with its row', (_, values) => {
		expect(decode(bytes(...values))).toMatchObject({ refusal: { code: 'broken-bytes', line: 2 } });
	});

	test('UTF-16 cut in half a letter is refused', () => {
		expect(decode(bytes(0xff, 0xfe, 0x61, 0x00, 0x62))).toMatchObject({
			refusal: { code: 'broken-bytes' }
		});
	});

	test('a chosen encoding is obeyed strictly', () => {
		expect(decode(bytes(0xd1), 'utf-8')).toMatchObject({ refusal: { code: 'broken-bytes' } });
		expect(decode(utf8('Ñ'), 'windows-1252')).toMatchObject({ encoding: 'windows-1252' });
		expect(decode(utf8('a'), 'ebcdic')).toMatchObject({ refusal: { code: 'unknown-encoding' } });
	});
});

test('letters broken before they came are told, and what they were is proposed', () => {
	expect(brokenLetters('a\nÃ‘uÃ±oa,1', 'utf-8')).toMatchObject({
		code: 'mojibake',
		line: 2,
		suggestion: 'Ñuñoa'
	});
	expect(brokenLetters('a\n"b\nc"\n\uFFFDuñoa', 'utf-8')).toMatchObject({ line: 3 });
	expect(brokenLetters('¥u¤oa', 'windows-1252')).toMatchObject({ code: 'old-encoding', line: 1 });
	for (const text of ['Ñuñoa', 'São Tomé', 'N° 5', 'costo: 5 £', 'AÑO', 'L’Aquila']) {
		expect(brokenLetters(text, 'windows-1252')).toBeUndefined();
	}
});

test('a text that begins like a bitmap is no bitmap', () => {
	expect(sniffBytes(utf8('BMunicipio,anio\n'))).toBeUndefined();
	expect(sniffBytes(utf8('PKa,b\n'))).toBeUndefined();
});
