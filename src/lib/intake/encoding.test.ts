import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Place, Places } from '#lib/domain/place.ts';
import { checkFile } from './check.ts';
import { decode } from './decode.ts';
import { decodeFile, tellEncoding } from './encoding.ts';
import { legacyLetters, type LegacyEncoding } from './legacy.ts';
import { vocabularyOf } from './vocabulary.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

function place(ubigeo: string, name: string, department: string): Place {
	return {
		ubigeo,
		name,
		province: null,
		department,
		scope: 'distrito',
		areaKm2: null,
		aliases: [],
		fictional: false
	};
}

const places: Places = {
	byUbigeo: new Map(
		[place('210802', 'Ñuñoa', 'Puno'), place('170301', 'Iñapari', 'Madre de Dios')].map((one) => [
			one.ubigeo,
			one
		])
	),
	networks: new Set()
};
const known = () => vocabularyOf(datasets, places);
const none = () => [];

/** Writes a text in an encoding of one byte a letter. */
function write(text: string, encoding: LegacyEncoding): Uint8Array {
	return Uint8Array.from([...text], (letter) => {
		const point = letter.codePointAt(0) ?? 0;
		const index = legacyLetters[encoding].indexOf(letter);
		if (point >= 0x80 && index < 0) throw new Error(`${letter} in ${encoding}`);
		return point < 0x80 ? point : 0x80 + index;
	});
}

describe('the letters of each encoding', () => {
	test.each([
		['windows-1252', [0x41, 0xf1, 0x6f, 0x20, 0xd1, 0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xb0]],
		['cp850', [0x41, 0xa4, 0x6f, 0x20, 0xa5, 0xa0, 0x82, 0xa1, 0xa2, 0xa3, 0xf8]],
		['mac-roman', [0x41, 0x96, 0x6f, 0x20, 0x84, 0x87, 0x8e, 0x92, 0x97, 0x9c, 0xa1]]
	])('%s', (encoding, values) => {
		expect(decode(bytes(...values), encoding)).toEqual({ encoding, text: 'Año Ñáéíóú°' });
	});
});

describe('an encoding is taken only on evidence', () => {
	test.each(['cp850', 'mac-roman', 'windows-1252'] as const)('%s by a known place', (encoding) => {
		expect(tellEncoding(write('distrito\nÑuñoa\nIÑAPARI\nJuárez\n', encoding), known)).toEqual({
			encoding,
			by: 'words',
			evidence: { known: 2, words: ['ñuñoa', 'iñapari'] }
		});
	});

	test.each(['cp850', 'mac-roman'] as const)('%s by one heading', (encoding) => {
		const told = tellEncoding(write('Ubigeo;Año\n180301;1993\n', encoding), known);
		expect(told).toMatchObject({ encoding, evidence: { known: 1, words: ['año'] } });
	});

	test.each([
		'¥u¤oa',
		'PERé',
		'Ju\u00A0rez',
		'GARCÖA',
		'éltima',
		'Formaci—n',
		'Ram’rez',
		'Ah’',
		'îLO'
	])('what may be another encoding is refused where nothing tells: «%s»', (text) => {
		expect(tellEncoding(write(`a\n${text}\n`, 'windows-1252'), none)).toMatchObject({
			refusal: { code: 'old-encoding', line: 2 }
		});
	});

	test.each([
		'Ñuñoa',
		'São Tomé',
		'N° 5',
		'costo: 5 £',
		'AÑO',
		'L’Aquila',
		'“hola”',
		'€ 5',
		'año–mes'
	])('what reads as Spanish in Windows-1252 alone needs no names: «%s»', (text) => {
		expect(tellEncoding(write(text, 'windows-1252'), none)).toMatchObject({
			encoding: 'windows-1252',
			by: 'usual'
		});
	});

	test('a space that does not break after a known word is no á', () => {
		const text = 'Madre\u00A0de\u00A0Dios;Puno\u00A0';
		expect(tellEncoding(write(text, 'windows-1252'), known)).toMatchObject({
			encoding: 'windows-1252'
		});
	});

	test('two of them in one file are refused at the first word of the lesser', () => {
		const parts = [write('Año;Iñapari;Ñuñoa\n', 'cp850'), write('1;González;3\n', 'windows-1252')];
		const joined = Uint8Array.from(parts.flatMap((part) => [...part]));
		expect(tellEncoding(joined, known)).toMatchObject({
			refusal: { code: 'old-encoding', line: 2 }
		});
	});

	test('the evidence may stand anywhere in a long file', () => {
		const text = `distrito\n${'Ilo\n'.repeat(200_000)}Ñuñoa\n`;
		expect(tellEncoding(write(text, 'cp850'), known)).toMatchObject({ encoding: 'cp850' });
	});

	test('marks and UTF-8 come first', () => {
		expect(tellEncoding(utf8('\uFEFFa'), none)).toMatchObject({
			encoding: 'utf-8-bom',
			by: 'mark'
		});
		expect(tellEncoding(utf8('Ñuñoa'), none)).toMatchObject({ encoding: 'utf-8', by: 'bytes' });
		expect(tellEncoding(utf8('Ilo'), none)).toMatchObject({ encoding: 'utf-8', by: 'ascii' });
		expect(tellEncoding(bytes(0xff, 0xfe, 0x61, 0), none)).toMatchObject({ encoding: 'utf-16le' });
	});

	test('a person’s choice is obeyed, and told apart from what tells itself', () => {
		const file = write('Perú;Pasco\n', 'cp850');
		expect(decodeFile(file, none)).toMatchObject({ refusal: { code: 'old-encoding' } });
		expect(decodeFile(file, none, 'cp850')).toMatchObject({
			text: 'Perú;Pasco\n',
			told: { encoding: 'cp850', by: 'choice' }
		});
		const own = write('Ñuñoa\n', 'cp850');
		expect(decodeFile(own, known, 'cp850')).toMatchObject({ told: { by: 'words' } });
	});
});

describe('one file in every encoding gives the same rows', () => {
	const text =
		'Ubigeo;Ámbito;Año;Fuente;N° de habitantes;Nota\r\n210802;distrito;2017;Proyección;9874;Según Núñez, «Ñuñoa»: año de más población\r\n';
	const wide = (swap: boolean) => {
		const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
		const all = new Uint8Array(units.buffer.slice(0));
		return swap ? all.map((_, at) => all[at ^ 1] ?? 0) : all;
	};
	const files: Record<string, Uint8Array> = {
		'utf-8': utf8(text),
		'utf-8-bom': utf8(`\uFEFF${text}`),
		'utf-16le': wide(false),
		'utf-16be': wide(true),
		'windows-1252': write(text, 'windows-1252'),
		cp850: write(text, 'cp850'),
		'mac-roman': write(text, 'mac-roman')
	};
	const expected = {
		municipio_id: '210802',
		ambito_datos: 'distrito',
		anio: 2017,
		fuente: 'proyeccion',
		poblacion_total: 9874,
		nota: 'Según Núñez, «Ñuñoa»: año de más población'
	};

	test.each(Object.entries(files))('%s', (encoding, file) => {
		const { verdict, rows, reading } = checkFile(file, { datasets, places, today: '2026-11-21' });
		expect(verdict).toBe('accepted');
		expect(reading?.encoding).toBe(encoding);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.cells).toMatchObject(expected);
	});
});
