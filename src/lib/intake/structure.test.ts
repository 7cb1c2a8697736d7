import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { Places } from '#lib/domain/place.ts';
import { checkFile } from './check.ts';
import { emptyTail } from './empty-tail.ts';

const place = (ubigeo: string, name: string) => ({
	ubigeo,
	name,
	province: 'Ilo',
	department: 'Moquegua',
	scope: 'distrito' as const,
	areaKm2: null,
	aliases: [],
	fictional: false
});
const places: Places = {
	byUbigeo: new Map(
		[place('180301', 'Ilo'), place('180302', 'El Algarrobal'), place('180303', 'Pacocha')].map(
			(one) => [one.ubigeo, one]
		)
	),
	networks: new Set()
};

const header = 'Ubigeo;Distrito;Ámbito;Año;Fuente;Población;Viviendas';
const ilo = '180301;Ilo;distrito;2017;censo;66118;20000';
const algarrobal = '180302;El Algarrobal;distrito;2017;censo;320;100';
const pacocha = '180303;Pacocha;distrito;2017;censo;3400;900';

function check(...lines: string[]) {
	const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
	const { verdict, rows, findings } = checkFile(bytes, { datasets, places, today: '2026-11-21' });
	return {
		verdict,
		lines: rows.map(({ line }) => line),
		said: findings.map(({ code, line }) => [code, line]),
		findings
	};
}

describe('rows that hold no data are named and not read', () => {
	test.each([
		['a total below', ';TOTAL;;;;69838;21000', 'total-row'],
		['a total of a province', ';TOTAL PROVINCIA ILO;;;;69838;21000', 'total-row'],
		['a total in the first cell', 'Total general;;;;;69838;21000', 'total-row'],
		['a total with the code of its province', '180300;Ilo;;;;69838;21000', 'total-row'],
		['a total with the short code of its province', '1803;TOTAL ILO;;;;69838;21000', 'total-row'],
		['a province, as INEI prints it', ';PROVINCIA DE ILO;;;;69838;21000', 'total-row'],
		['a total said at the end', ';Moquegua - Total;;;;69838;21000', 'total-row'],
		['a mean', ';Promedio;;;;23279;7000', 'total-row'],
		['a sum that nobody named', ';;;;;69838;21000', 'total-row'],
		['the same with thousands', ';;;;;69,838;21,000', 'total-row'],
		['a source', 'Fuente: INEI;;;;;;', 'note-row'],
		['a note with a star', '* Cifras preliminares;;;;;;', 'note-row'],
		['what a mark means', 's.d.: sin dato;;;;;;', 'note-row'],
		['a long remark', 'Cifras ajustadas por la oficina de estadística;;;;;;', 'note-row']
	])('%s', (_, line, code) => {
		const { verdict, lines, said } = check(header, ilo, algarrobal, pacocha, line);
		expect({ verdict, lines, said }).toEqual({
			verdict: 'warnings',
			lines: [2, 3, 4],
			said: [[code, 5]]
		});
	});

	test('totals among the data, each of what stands above it', () => {
		const { verdict, lines, said } = check(
			header,
			ilo,
			algarrobal,
			';;;;;66438;20100',
			pacocha,
			'180301;Ilo;distrito;2007;censo;58895;18000',
			';;;;;62295;18900'
		);
		expect({ verdict, lines }).toEqual({ verdict: 'warnings', lines: [2, 3, 5, 6] });
		expect(said).toEqual([
			['total-row', 4],
			['total-row', 7]
		]);
	});

	test('figures without a name that are no sum are an error, not a total', () => {
		const { verdict, said } = check(header, ilo, algarrobal, ';;;;;66439;20100');
		expect(verdict).toBe('rejected');
		expect(said).not.toContainEqual(['total-row', 4]);
	});

	test('a district is data whatever its name begins with', () => {
		const { lines } = check(header, ilo.replace('Ilo', 'Ilo'), algarrobal);
		expect(lines).toEqual([2, 3]);
	});

	test.each([
		'(6 dígitos);texto;;(aaaa);;N°;N°',
		';;;;;personas;viviendas',
		'código;;;;;(número);(unidades)'
	])('units below the headings: %s', (units) => {
		const { verdict, lines, said } = check(header, units, ilo);
		expect({ verdict, lines, said }).toEqual({
			verdict: 'warnings',
			lines: [3],
			said: [['units-row', 2]]
		});
	});

	test('a sheet pasted twice: its headings, and the title above them, come again', () => {
		const { lines, said } = check(
			'Cuadro 1;;;;;;',
			header,
			ilo,
			'',
			'Cuadro 2;;;;;;',
			header.toUpperCase(),
			algarrobal
		);
		expect(lines).toEqual([3, 7]);
		expect(said).toEqual([
			['title-rows', 1],
			['note-row', 5],
			['repeated-header', 6]
		]);
	});

	test('another table below is never read as these columns', () => {
		const turned = 'Ubigeo;Distrito;Ámbito;Año;Fuente;Viviendas;Población';
		const { verdict, lines, said, findings } = check(
			header,
			ilo,
			'',
			turned,
			'180302;El Algarrobal;distrito;2017;censo;100;320',
			'180303;Pacocha;distrito;2017;censo;900;3400'
		);
		expect({ verdict, lines, said }).toEqual({
			verdict: 'rejected',
			lines: [2],
			said: [['other-table', 4]]
		});
		expect(findings[0]?.message).toContain('(«Viviendas» donde va «Población»)');
	});

	test('that of another dataset neither, and one with the same headings below it is', () => {
		const other = 'Ubigeo;Periodo;Tipo;Cantidad;Participantes';
		const given = [header, ilo, other, '180302;2025-T3;feria;2;60', header, pacocha];
		const { lines, said } = check(...given);
		expect(lines).toEqual([2, 6]);
		expect(said).toEqual([
			['other-table', 3],
			['repeated-header', 5]
		]);
	});

	test('rows of separators at the end are told by their numbers', () => {
		const { verdict, lines, said, findings } = check(header, ilo, ';;;;;;', '', ';;;;;;');
		expect({ verdict, lines, said }).toEqual({
			verdict: 'accepted',
			lines: [2],
			said: [['empty-tail', 3]]
		});
		expect(findings[0]?.message).toContain('Las filas 3 a 5');
	});
});

describe('a decimal comma among commas', () => {
	const heading = 'ubigeo,ámbito,año,fuente,población,analfabetismo,asalariados';
	const one = '180301,distrito,2017,censo,66118,5,2';
	const two = '180302,distrito,2017,censo,320,4,1';

	test.each([
		['in every row', [heading, `${one},`, `${two},`], [2, 3]],
		['in every row, blank columns behind', [`${heading},`, `${one},,`, `${two},,`], [2, 3]],
		['in one', [heading, `${one},`, '180302,distrito,2017,censo,320,4,'], [2]],
		['in none: all end so', [`${heading},`, `${one},`, `${two},`], []]
	])('%s', (_, lines, doubted) => {
		const { said } = check(...lines);
		expect(said).toEqual(doubted.map((line) => ['uneven-row', line]));
	});
});

test.each([
	['a;b\n1;2\n;\n;\n', 2],
	['a;b\n1;2\n;', 1],
	['a;b\n1;2\n"";""\n', 1],
	['a;b\n1;2\n\n\n', 0],
	['a;b\n1;2', 0],
	['a;b\n1;\n', 0],
	[';', 0],
	['', 0]
])('the empty tail of %j has %i rows', (text, rows) => {
	expect(emptyTail(text, ';')).toBe(rows);
});
