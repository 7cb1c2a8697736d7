import { describe, expect, test } from 'vitest';
import { findDataset } from '#lib/datasets/index.ts';
import { digestText, flatRecord } from '#lib/intake/records.ts';
import { check, encode } from './given.ts';

/** One content: letters of Spanish, thousands and decimals in every column of numbers, blanks. */
const headings = [
	'municipio_id',
	'ambito_datos',
	'anio',
	'fuente',
	'poblacion_total',
	'viviendas',
	'tasa_analfabetismo',
	'tasa_crecimiento',
	'densidad_declarada',
	'nota'
] as const;

type Line = readonly (string | number | null)[];

const lines: readonly Line[] = [
	[
		'180301',
		'provincia',
		1993,
		'censo',
		51481,
		13467,
		4.4,
		2.4,
		37.25,
		'Año del censo; según el INEI'
	],
	[
		'180301',
		'provincia',
		1996,
		'documento',
		55892,
		null,
		null,
		-0.5,
		1040.5,
		'Ñuñoa, Áncash y «Ilo»'
	],
	['010101', 'distrito', 2017, 'censo', 1032345, 1250, 12.75, 0, 1234567.5, 'dijo "sí"']
];

const numberStyles = {
	'1,234.5': { group: ',', decimal: '.' },
	'1.234,5': { group: '.', decimal: ',' },
	'1 234,5': { group: ' ', decimal: ',' }
} as const;

type StyleName = keyof typeof numberStyles;

/** A number as people type it; a year has no thousands. */
function typed(value: number, style: StyleName, isYear: boolean): string {
	if (isYear) return String(value);
	const { group, decimal } = numberStyles[style];
	const [whole = '', rest] = String(value).split('.');
	return whole.replace(/\B(?=(\d{3})+$)/g, group) + (rest === undefined ? '' : decimal + rest);
}

const orders = {
	'as declared': headings.map((_, index) => index),
	reversed: headings.map((_, index) => headings.length - 1 - index),
	shuffled: [4, 9, 0, 7, 2, 5, 1, 8, 3, 6]
} as const;

function write(delimiter: string, style: StyleName, order: readonly number[]): string {
	const quote = (cell: string) =>
		cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
	const rows = lines.map((line) =>
		order
			.map((index) => {
				const value = line[index] ?? null;
				if (value === null) return '';
				return quote(typeof value === 'number' ? typed(value, style, index === 2) : value);
			})
			.join(delimiter)
	);
	return [order.map((index) => headings[index]).join(delimiter), ...rows, ''].join('\r\n');
}

const dataset = findDataset('contexto');
if (!dataset) throw new Error('contexto is gone');

/** What every file must give, typed by hand from `lines`. */
const expected = lines.map((line) =>
	Object.fromEntries(headings.map((heading, index) => [heading, line[index]]))
);

describe('the same content gives the same records', () => {
	const encodings = [
		'utf-8',
		'utf-8-bom',
		'utf-16le',
		'utf-16le-unmarked',
		'utf-16be',
		'windows-1252'
	];
	const digests = new Set<string>();

	for (const encoding of encodings) {
		for (const delimiter of [',', ';', '\t', '|']) {
			const name = delimiter === '\t' ? 'tab' : delimiter;
			test(`${encoding}, ${name}: in every order of columns and style of numbers`, () => {
				for (const style of Object.keys(numberStyles) as StyleName[]) {
					for (const order of Object.values(orders)) {
						const text = write(delimiter, style, order);
						const { verdict, rows, reading, findings } = check(encode(text, encoding));
						expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
						expect(verdict).toBe('warnings');
						expect(reading).toMatchObject({
							encoding: encoding.replace('-unmarked', ''),
							delimiter,
							headerLine: 1
						});
						const flat = rows.map((row) => flatRecord(dataset, row));
						flat.forEach((record, index) => expect(record).toMatchObject(expected[index] ?? {}));
						digests.add(digestText(dataset, rows));
					}
				}
			});
		}
	}

	test('all of them have one digest', () => {
		expect(digests.size).toBe(1);
	});

	test('a sep= line and titles above change nothing but where the headings are', () => {
		const text = write(';', '1,234.5', orders['as declared']);
		const sep = check(`sep=;\r\n${text}`);
		const titled = check(`Cuadro 1, población;;\r\n\r\n${text}`);

		expect(digestText(dataset, sep.rows)).toBe([...digests][0]);
		// Excel hides the sep= line: its row 1 is the headings.
		expect(sep.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
		expect(titled.reading?.headerLine).toBe(3);
		expect(titled.rows.map(({ line }) => line)).toEqual([4, 5, 6]);
		expect(digestText(dataset, titled.rows)).toBe([...digests][0]);
	});

	test('read again with the reading as choices, it is the same', () => {
		const first = check(write(';', '1.234,5', orders.shuffled));
		const { reading } = first;
		if (!reading || first.dataset === null) throw new Error('not read');
		const again = check(write(';', '1.234,5', orders.shuffled), {
			dataset: first.dataset,
			encoding: reading.encoding,
			delimiter: reading.delimiter,
			headerLine: reading.headerLine,
			numberStyles: reading.numberStyles,
			columns: Object.fromEntries(
				Object.entries(reading.columns).map(([ours, theirs]) => [theirs, ours])
			)
		});
		expect(again.rows).toEqual(first.rows);
		expect(again.reading).toEqual(first.reading);
	});
});
