import { describe, expect, test } from 'vitest';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { datasets } from '#lib/datasets/index.ts';
import { rowsOf, workbook, workbookParts, type TestSheet } from '../../../../tests/workbooks.ts';
import { checkFile } from '../check.ts';

const sheet: TestSheet = {
	name: 'Datos',
	rows: rowsOf('periodo,moneda,soles_por_unidad\n2025-T2,USD,3.66\n2025-T3,USD,3.54\n')
};
const good = workbook([sheet]);
const zip = (parts: Zippable) => zipSync({ ...workbookParts([sheet]), ...parts });

function check(bytes: Uint8Array) {
	const places = { byUbigeo: new Map(), networks: new Set<string>() };
	return checkFile(bytes, { datasets, places, today: '2026-11-21' });
}

/** Refused with this code, within a second and without filling the memory. */
function expectRefused(bytes: Uint8Array, code: string) {
	const before = process.memoryUsage();
	const started = performance.now();
	const { verdict, findings, rows } = check(bytes);
	const took = performance.now() - started;
	const after = process.memoryUsage();
	expect(findings.map((finding) => [finding.code, finding.severity])).toEqual([[code, 'error']]);
	expect([verdict, rows]).toEqual(['rejected', []]);
	expect(findings[0]?.message).toMatch(/\.$/);
	expect(took).toBeLessThan(1000);
	const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
	expect(grown / 1024 / 1024).toBeLessThan(50);
}

/** The same zip with some bytes of every line of its list of contents changed. */
function relisted(bytes: Uint8Array, change: (line: DataView, name: string) => void): Uint8Array {
	const copy = bytes.slice();
	for (let at = 0; at + 46 < copy.length; at++) {
		const line = new DataView(copy.buffer, at);
		if (line.getUint32(0, true) !== 0x02014b50) continue;
		change(
			line,
			new TextDecoder().decode(copy.subarray(at + 46, at + 46 + line.getUint16(28, true)))
		);
	}
	return copy;
}

const isSheet = (name: string) => name === 'xl/worksheets/sheet1.xml';
const xml = '<?xml version="1.0"?>';
const laughs = `${xml}<!DOCTYPE lolz [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
const outside = `${xml}<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>`;

test('the workbook that the others are made from is good', () => {
	expect(check(good)).toMatchObject({ verdict: 'accepted', findings: [] });
});

// Packing a bomb takes longer than refusing it.
describe('refused before anything is inflated', { timeout: 60_000 }, () => {
	test('a bomb of 312 MB in less than one', () => {
		const bomb = zip({ 'xl/media/a.xml': [new Uint8Array(312 * 1024 * 1024), { level: 9 }] });
		expect(bomb.length).toBeLessThan(0.8 * 1024 * 1024);
		expectRefused(bomb, 'workbook-too-large');
	});

	test('one of many parts, each within its limit', () => {
		const zeros = new Uint8Array(9 * 1024 * 1024);
		const parts = Array.from({ length: 24 }, (_, index) => [`xl/media/${index}.xml`, zeros]);
		expectRefused(zip(Object.fromEntries(parts)), 'workbook-too-large');
	});

	test('one part within its limit that is squeezed out of nothing', () => {
		expectRefused(zip({ 'xl/media/a.xml': new Uint8Array(60 * 1024 * 1024) }), 'workbook-squeezed');
	});

	test('twenty thousand parts', () => {
		const parts = Array.from({ length: 20_000 }, (_, index) => [`xl/media/${index}`, strToU8('')]);
		expectRefused(zip(Object.fromEntries(parts)), 'workbook-parts');
	});

	test.each([
		'../../etc/passwd',
		'/etc/passwd',
		'xl\\..\\fuera.xml',
		'C:/fuera.xml',
		'xl/../../fuera'
	])('a part called %s', (name) =>
		expectRefused(zip({ [name]: strToU8('x') }), 'workbook-odd-name')
	);

	test('two parts of one name, or of one place', () => {
		const twice = relisted(
			zip({ 'xl/media/a': strToU8('1'), 'xl/media/b': strToU8('2') }),
			(line, name) => {
				if (name === 'xl/media/b') line.setUint8(46 + 9, 'a'.charCodeAt(0));
			}
		);
		expectRefused(twice, 'workbook-repeated-part');
		let first = 0;
		const over = relisted(
			zip({ 'xl/media/a': strToU8('1'), 'xl/media/b': strToU8('2') }),
			(line, name) => {
				if (name === 'xl/media/a') first = line.getUint32(42, true);
				if (name === 'xl/media/b') line.setUint32(42, first, true);
			}
		);
		expectRefused(over, 'workbook-repeated-part');
	});

	test('a password, on its parts or on the whole', () => {
		const flagged = relisted(good, (line) => line.setUint16(8, line.getUint16(8, true) | 1, true));
		expectRefused(flagged, 'workbook-password');
		const document = new Uint8Array(4096);
		document.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		document.set(strToU8([...'EncryptedPackage'].join('\0')), 1024);
		expectRefused(document, 'workbook-password');
		expectRefused(document.subarray(0, 900), 'is-xls');
	});

	test('macros, and a binary workbook', () => {
		expectRefused(zip({ 'xl/vbaProject.bin': strToU8('x') }), 'workbook-macros');
		expectRefused(zip({ 'xl/workbook.bin': strToU8('x') }), 'workbook-binary');
	});

	test('a zip cut anywhere', () => {
		for (const share of [0.5, 0.7, 0.9, 0.99])
			expectRefused(good.subarray(0, Math.floor(good.length * share)), 'workbook-cut');
	});
});

describe('refused while it is read', { timeout: 60_000 }, () => {
	test('a part that swells beyond what its list declares stops there', () => {
		const zeros = new Uint8Array(100 * 1024 * 1024);
		const liar = relisted(zip({ 'xl/worksheets/sheet1.xml': zeros }), (line, name) => {
			if (isSheet(name)) line.setUint32(24, 5000, true);
		});
		expectRefused(liar, 'workbook-damaged');
	});

	test('a part whose bytes are no longer those that were packed', () => {
		const changed = relisted(good, (line, name) => {
			if (isSheet(name)) line.setUint32(16, line.getUint32(16, true) ^ 1, true);
		});
		expectRefused(changed, 'workbook-damaged');
	});

	test.each([
		['entities that multiply', { 'xl/worksheets/sheet1.xml': laughs }],
		['an entity of another file', { 'xl/sharedStrings.xml': outside }],
		['a declaration in the workbook', { 'xl/workbook.xml': `<!DOCTYPE w>${xml}<workbook/>` }],
		['an entity that nobody declared', { 'xl/sharedStrings.xml': '<sst><si><t>&x;</t></si></sst>' }]
	])('%s', (_, parts) => {
		expectRefused(workbook([sheet], { parts }), 'workbook-doctype');
	});

	test.each([
		['no workbook part', { '_rels/.rels': '<Relationships/>' }],
		[
			'a sheet that breaks off',
			{ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }
		],
		[
			'rows out of order',
			{
				'xl/worksheets/sheet1.xml':
					'<worksheet><sheetData><row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></sheetData></worksheet>'
			}
		],
		[
			'a row beyond the last',
			{
				'xl/worksheets/sheet1.xml':
					'<worksheet><sheetData><row r="9999999"><c><v>1</v></c></row></sheetData></worksheet>'
			}
		],
		[
			'a column beyond the last',
			{
				'xl/worksheets/sheet1.xml':
					'<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'
			}
		]
	])('%s', (_, parts) => {
		expectRefused(workbook([sheet], { parts }), 'workbook-damaged');
	});
});

test('no workbook with some bytes changed makes the reader throw', () => {
	let seed = 7;
	const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
	for (let round = 0; round < 1500; round++) {
		const bytes = good.slice(0, next(4) === 0 ? next(good.length) : good.length);
		for (let change = next(6); change > 0 && bytes.length > 0; change--)
			bytes[next(bytes.length)] = next(256);
		expect(['accepted', 'warnings', 'rejected']).toContain(check(bytes).verdict);
	}
});
