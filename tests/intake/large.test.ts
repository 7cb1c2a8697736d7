import { describe, expect, test } from 'vitest';
import { nationalRows, heading, places as country } from '../../bench/national-file.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { checkFile } from '#lib/intake/check.ts';
import { today } from './given.ts';
import { checkInParts } from './in-parts.ts';

const rows = [...nationalRows(3000)];

function whole(text: string | Uint8Array) {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	return checkFile(bytes, { datasets, places: country, today });
}

function inParts(text: string | Uint8Array, piece = 5000, head = 20_000) {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	return checkInParts(bytes, { piece, head, places: country });
}

const inOrder = (findings: readonly Finding[]) =>
	findings
		.map((finding) => JSON.stringify(finding, Object.keys(finding).sort()))
		.sort((a, b) => a.localeCompare(b));

/** Both roads: the same verdict, reading, findings word for word, and records. */
async function expectSame(text: string | Uint8Array, piece?: number, head?: number) {
	const small = whole(text);
	const large = await inParts(text, piece, head);
	expect(large.verdict).toBe(small.verdict);
	expect(large.reading).toEqual(small.reading);
	expect(inOrder(large.findings)).toEqual(inOrder(small.findings));
	if (small.verdict !== 'rejected') {
		const byLine = large.stored.sort((a, b) => a.line - b.line);
		expect(byLine).toEqual(small.rows);
		expect(large.rows).toBe(small.rows.length);
	}
	return { small, large };
}

const file = (lines: readonly string[]) => `${heading}\n${lines.join('\n')}\n`;

function changed(edits: Readonly<Record<number, (row: string) => string>>) {
	return rows.map((row, index) => edits[index]?.(row) ?? row);
}

describe('a file in parts is read as a whole one', () => {
	test('good rows, municipality by municipality, in one reading', async () => {
		const { small, large } = await expectSame(file(rows));
		expect(small.verdict).toBe('accepted');
		expect(large.readings).toBe(1);
	});

	test.each([1, 7, 100, 4096])('in pieces of %i bytes', async (piece) => {
		await expectSame(file(rows.slice(0, 120)), piece, 300);
	});

	test('quarter by quarter: municipalities that come back', async () => {
		const quarter = (row: string) => row.slice(7, 14);
		const sorted = [...rows].sort((a, b) => quarter(a).localeCompare(quarter(b)));
		const { small, large } = await expectSame(file([...sorted, sorted[0] ?? '']));
		expect(small.findings.map(({ code }) => code)).toEqual(['duplicate-key']);
		expect(large.readings).toBe(2);
	});

	test('faults late in the file: cells, codes, places, keys twice, rules, totals, short rows', async () => {
		const text = file(
			changed({
				2100: (row) => row.replace('activo', 'activoo'),
				2101: (row) => row.replace(/^\d{6}/, '999999'),
				2102: (row) => row.replace(/,(\d+),(\d+),,/, ',$2,$1,,'),
				2103: (row) => row.slice(0, 30),
				2104: () => 'TOTAL,,,,,,,5,,,,,,',
				2105: () => rows[2106] ?? '',
				2500: (row) => `"${row.split(',').join('","')}"`,
				2501: (row) => row.replace('activo', '"activo" '),
				2503: (row) => `${row}extra,extra`
			})
		);
		const { small } = await expectSame(text);
		expect(small.verdict).toBe('rejected');
		expect(new Set(small.findings.map(({ code }) => code)).size).toBeGreaterThan(5);
	});

	test('a quote that is not of its cell', async () => {
		await expectSame(file(changed({ 2502: (row) => row.replace(',activo,', ',"act"ivo,') })));
	});

	test('a quote that nobody closes', async () => {
		await expectSame(file(changed({ 2700: (row) => row.replace(',activo,', ',"activo,') })));
	});

	test('letters of Windows-1252 that come only at the end', async () => {
		const text = file(changed({ 2900: (row) => row.replace('Caja', 'Unión') }));
		const bytes = Buffer.from(text, 'latin1');
		const { small } = await expectSame(bytes);
		expect(small.reading?.encoding).toBe('windows-1252');
	});

	test('a byte that is no letter, at the end', async () => {
		const bytes = Buffer.from(file(rows));
		bytes[bytes.length - 200] = 0xff;
		bytes[5000] = 0xc3;
		bytes[5001] = 0xb1;
		await expectSame(bytes);
	});

	test('the text ends in the middle of a row', async () => {
		await expectSame(file(rows).slice(0, -30));
	});

	test('more errors of a kind than are told', async () => {
		const bad = rows.map((row, index) => (index > 1200 ? row.replace('activo', 'si') : row));
		const { small } = await expectSame(file(bad));
		expect(small.findings.at(-1)?.message).toMatch(/\d{3}/);
	});
});

test('how numbers are written is decided by the whole file, should its start mislead', async () => {
	const head = 'municipio_id,periodo,fondo_id,moneda,aportes\n';
	const funds = rows.slice(0, 2000).map((row, index) => {
		const [code = '', quarter = ''] = row.split(',');
		return `${code};${quarter};F${index};PEN;${index < 1500 ? '1.380' : '1.234,50'}`;
	});
	const text = `${head.replaceAll(',', ';')}${funds.join('\n')}\n`;
	const small = whole(text);
	const large = await inParts(text);
	expect(inOrder(large.findings)).toEqual(inOrder(small.findings));
	expect(large.reading?.numberStyles).toEqual(small.reading?.numberStyles);
});
